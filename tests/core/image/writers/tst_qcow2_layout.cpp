#include "image/writers/chunk_map.h"
#include "image/writers/qcow2_layout.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

#include <random>

#include <sys/resource.h>

using namespace sealift;

namespace {

constexpr qint64 kCluster = Qcow2Layout::kClusterSize;
constexpr quint64 kOffsetMask = 0x00fffffffffffe00ULL; // "Cluster mapping", bits 9-55
constexpr quint64 kCopied = 1ULL << 63;

std::shared_ptr<const ChunkMap> mapOf(qint64 size, qint64 chunkSize, const std::function<bool(qint64)> &allocated)
{
    DiskPlan plan{size, chunkSize, {}};
    for (qint64 i = 0; i * chunkSize < size; ++i)
        plan.allocated.push_back(allocated(i));
    return std::make_shared<const ChunkMap>(*ChunkMap::of(plan));
}

qint64 peakMemory()
{
    struct rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024;
}

quint64 entry(ByteView table, qint64 index)
{
    return qFromBigEndian<quint64>(table.data() + index * 8);
}

/// Reads the tables as they come and checks every one against the format's own rules, as a reader that knows nothing of
/// how they were laid out.
class TableReader
{
public:
    Status take(qint64 offset, ByteView content)
    {
        if (offset != m_next || content.size() != kCluster)
            return complain("tables with gaps");
        m_next += kCluster;
        const auto is = [offset](qint64 begin, qint64 clusters) {
            return offset >= begin && offset < begin + clusters * kCluster;
        };
        if (offset == 0)
            readHeader(content);
        else if (is(m_refcountTable, m_refcountTableClusters))
            readRefcountTable(content);
        else if (m_refcountBlocks.contains(offset))
            readRefcountBlock(content);
        else if (is(m_l1Table, (m_l1Size + 8191) / 8192))
            readL1Table(content);
        else if (m_l2Tables.contains(offset))
            return readL2Table(m_l2Tables.take(offset), content);
        else
            return complain("a cluster that nothing points to");
        return {};
    }

    static Status complain(const char *what) { return fail(Error(ErrorCode::Corrupt, QString::fromLatin1(what))); }

    std::function<Status(qint64 guestCluster, quint64 entry)> onData;
    qint64 m_next = 0;
    qint64 m_virtualSize = 0;
    qint64 m_refcounts = 0;
    qint64 m_l1Read = 0;
    qint64 m_l1Size = 0;
    QHash<qint64, qint64> m_l2Tables; ///< offset to L1 index, while not read

private:
    void readHeader(ByteView header)
    {
        m_virtualSize = qFromBigEndian<qint64>(header.data() + 24);
        m_l1Size = qFromBigEndian<qint32>(header.data() + 36);
        m_l1Table = qFromBigEndian<qint64>(header.data() + 40);
        m_refcountTable = qFromBigEndian<qint64>(header.data() + 48);
        m_refcountTableClusters = qFromBigEndian<qint32>(header.data() + 56);
    }

    void readRefcountTable(ByteView table)
    {
        for (qint64 i = 0; i < kCluster / 8; ++i) {
            if (entry(table, i) != 0)
                m_refcountBlocks.insert(static_cast<qint64>(entry(table, i)));
        }
    }

    void readRefcountBlock(ByteView block)
    {
        for (qint64 i = 0; i < kCluster / 2; ++i)
            m_refcounts += qFromBigEndian<quint16>(block.data() + i * 2);
    }

    void readL1Table(ByteView table)
    {
        for (qint64 i = 0; i < kCluster / 8; ++i, ++m_l1Read) {
            if (entry(table, i) != 0)
                m_l2Tables.insert(static_cast<qint64>(entry(table, i) & kOffsetMask), m_l1Read);
        }
    }

    Status readL2Table(qint64 l1Index, ByteView table)
    {
        for (qint64 i = 0; i < kCluster / 8; ++i) {
            if (auto status = onData(l1Index * 8192 + i, entry(table, i)); !status)
                return status;
        }
        return {};
    }

    qint64 m_l1Table = 0;
    qint64 m_refcountTable = 0;
    qint64 m_refcountTableClusters = 0;
    QSet<qint64> m_refcountBlocks;
};

} // namespace

class TestQcow2Layout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void header();
    void tables_data();
    void tables();
    void refusesTooLarge();
};

void TestQcow2Layout::header()
{
    const auto layout = Qcow2Layout::of(mapOf(1000, 65536, [](qint64) { return true; }));
    QVERIFY(layout);
    QByteArray header;
    QVERIFY((*layout)->forEachTable([&header](qint64, ByteView content) -> Status {
        if (header.isEmpty())
            header = toByteArray(content);
        return {};
    }));
    // By hand after the section "Header": header, refcount table, refcount block, L1 table, L2 table, one data cluster.
    const auto expected = QByteArray::fromHex("514649fb" // magic
                                              "00000003" // version
                                              "0000000000000000"
                                              "00000000"         // no backing file
                                              "00000010"         // cluster_bits
                                              "0000000000000400" // size: 1000 rounded up to sectors
                                              "00000000"         // crypt_method
                                              "00000001"         // l1_size
                                              "0000000000030000" // l1_table_offset
                                              "0000000000010000" // refcount_table_offset
                                              "00000001"         // refcount_table_clusters
                                              "00000000"
                                              "0000000000000000" // no snapshots
                                              "0000000000000000"
                                              "0000000000000000"
                                              "0000000000000000" // no features
                                              "00000004"         // refcount_order
                                              "00000068");       // header_length
    QCOMPARE(header.first(104).toHex(), expected.toHex());
    QCOMPARE(header.sliced(104), QByteArray(kCluster - 104, '\0'));
    QCOMPARE((*layout)->fileSize(), 6 * kCluster);
    QCOMPARE((*layout)->chunkOffset(0), 5 * kCluster);
}

void TestQcow2Layout::tables_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("chunkSize");
    QTest::addColumn<qint64>("oneIn");  // of the chunks is allocated; 0: none
    QTest::addColumn<qint64>("memory"); // it may take, in MiB
    const auto row = [](const char *name, qint64 size, qint64 chunkSize, qint64 oneIn, qint64 memory) {
        QTest::newRow(name) << size << chunkSize << oneIn << memory;
    };
    constexpr qint64 kTiB = 1LL << 40;
    row("empty", 0, 1 << 20, 1, 4);
    row("one byte", 1, 1 << 20, 1, 4);
    row("nothing allocated", kTiB, 1 << 20, 0, 4);
    row("an L2 table, full", 512 << 20, 1 << 20, 1, 4);
    row("an L2 table and a byte", (512 << 20) + 1, 1 << 20, 1, 4);
    row("refcounts just fit a block", 32763LL * kCluster - 4 * kCluster, 65536, 1, 4);
    row("refcounts need a second block", 32764LL * kCluster - 4 * kCluster, 65536, 1, 4);
    row("chunks of more than an L2 table", 10LL << 30, 1LL << 30, 2, 4);
    row("4 TiB, dense, chunks of 8 MiB", 4 * kTiB - 512, 8 << 20, 1, 4);
    row("4 TiB, one chunk in 4000", 4 * kTiB, 8 << 20, 4000, 4);
    row("4 TiB, chunks of 64 KiB, one in 1000", 4 * kTiB, 65536, 1000, 4);
    row("64 TiB, one chunk in 1000", 64 * kTiB, 8 << 20, 1000, 4);
    row("64 TiB, an L1 table of 16 clusters", 64 * kTiB + 512, 1 << 20, 100000, 4);
}

void TestQcow2Layout::tables()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, chunkSize);
    QFETCH(const qint64, oneIn);
    QFETCH(const qint64, memory);
    std::mt19937_64 random(1); // NOLINT(cert-msc51-cpp): repeatable by intent
    const auto chunks =
        mapOf(size, chunkSize, [&](qint64) { return oneIn != 0 && random() % static_cast<quint64>(oneIn) == 0; });
    const auto before = peakMemory();
    const auto layout = Qcow2Layout::of(chunks);
    QVERIFY(layout);

    TableReader reader;
    qint64 dataClusters = 0;
    qint64 expectedHost = -1;
    reader.onData = [&](qint64 guest, quint64 entry) -> Status {
        const auto chunk = guest * kCluster / chunkSize;
        const bool inside = guest * kCluster < size;
        if (!inside || !chunks->isAllocated(chunk))
            return entry == 0 ? Status() : TableReader::complain("an entry for what is not allocated");
        const auto within = guest * kCluster - chunk * chunkSize;
        const auto host = (*layout)->chunkOffset(chunk) + within;
        if (entry != (kCopied | static_cast<quint64>(host)))
            return TableReader::complain("an entry that does not point to its chunk");
        if (expectedHost >= 0 && host != expectedHost)
            return TableReader::complain("data that is not in guest order or has gaps");
        expectedHost = host + kCluster;
        ++dataClusters;
        return {};
    };
    const auto status =
        (*layout)->forEachTable([&reader](qint64 offset, ByteView content) { return reader.take(offset, content); });
    QVERIFY2(status, status ? "" : qPrintable(status.error().what()));
    QVERIFY(reader.m_l2Tables.isEmpty());
    QVERIFY(reader.m_virtualSize >= size && reader.m_virtualSize < size + 512 && reader.m_virtualSize % 512 == 0);
    QVERIFY(reader.m_l1Size * 8192 * kCluster >= size);
    QCOMPARE(dataClusters, (chunks->allocatedBytes() + kCluster - 1) / kCluster);
    QCOMPARE(reader.m_next + dataClusters * kCluster, (*layout)->fileSize());
    if (expectedHost >= 0)
        QCOMPARE(expectedHost, (*layout)->fileSize());
    QCOMPARE(reader.m_refcounts, (*layout)->fileSize() / kCluster);
    // The reader's own sets are in this, too.
    QVERIFY2(peakMemory() - before <= memory << 20, qPrintable(QString::number(peakMemory() - before)));
}

void TestQcow2Layout::refusesTooLarge()
{
    constexpr qint64 kPiB = 1LL << 50;
    const auto none = [](qint64) { return false; };
    QVERIFY(Qcow2Layout::of(mapOf(2 * kPiB, 1LL << 40, none)));
    const auto layout = Qcow2Layout::of(mapOf(2 * kPiB + 1, 1LL << 40, none));
    QVERIFY(!layout);
    QCOMPARE(layout.error().code(), ErrorCode::LimitExceeded);
    const auto full = Qcow2Layout::of(mapOf(2 * kPiB, 1LL << 40, [](qint64) { return true; }));
    QVERIFY(!full);
    QCOMPARE(full.error().code(), ErrorCode::LimitExceeded);
}

QTEST_GUILESS_MAIN(TestQcow2Layout)

#include "tst_qcow2_layout.moc"
