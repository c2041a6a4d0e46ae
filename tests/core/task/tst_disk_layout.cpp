#include "support/memory_disk.h"
#include "task/disk_layout.h"

#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1LL << 20;
constexpr qint64 kGiB = 1LL << 30;
constexpr qint64 kTiB = 1LL << 40;

/// A disk of any size of which only the map is asked.
class MappedDisk final : public BlockSource
{
public:
    MappedDisk(qint64 size, qint64 data, bool stream)
        : m_size(size)
        , m_data(data)
        , m_stream(stream)
    {
    }
    qint64 size() const override { return m_size; }
    bool isStream() const override { return m_stream; }
    int suggestedReaders() const override { return 1; }
    Status checkUnchanged() const override { return {}; }
    Status close() override { return {}; }
    Result<std::unique_ptr<BlockReader>> openReader() override
    {
        return fail(Error(ErrorCode::Internal, QStringLiteral("not to be read")));
    }
    Status forEachExtent(qint64, qint64, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &) override
    {
        SEALIFT_TRY(each({0, m_data, ExtentKind::Data}));
        return each({m_data, m_size - m_data, ExtentKind::Hole});
    }

private:
    const qint64 m_size;
    const qint64 m_data;
    const bool m_stream;
};

} // namespace

Q_DECLARE_METATYPE(PieceSizes)

class TestDiskLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesSuitDiskAndData_data();
    void sizesSuitDiskAndData();
    void failingSourceIsReported();
    void cutsDataAndNotHoles();
    void cutsEverythingAlike();
    void emptyDiskHasNoPieces();
};

void TestDiskLayout::sizesSuitDiskAndData_data()
{
    QTest::addColumn<qint64>("disk");
    QTest::addColumn<qint64>("data");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<PieceSizes>("sizes");
    QTest::newRow("empty") << qint64{0} << qint64{0} << false << PieceSizes{kMiB, kMiB};
    QTest::newRow("small") << qint64{512} << qint64{512} << false << PieceSizes{kMiB, kMiB};
    QTest::newRow("512 GiB") << 512 * kGiB << 512 * kGiB << false << PieceSizes{kMiB, kMiB};
    QTest::newRow("just over, full") << 512 * kGiB + 512 << 512 * kGiB + 512 << false << PieceSizes{2 * kMiB, 2 * kMiB};
    QTest::newRow("just over, sparse") << 512 * kGiB + 512 << 20 * kGiB << false << PieceSizes{kMiB, 2 * kMiB};
    QTest::newRow("4 TiB, full") << 4 * kTiB << 4 * kTiB << false << PieceSizes{8 * kMiB, 8 * kMiB};
    QTest::newRow("4 TiB, 1 GiB of data") << 4 * kTiB << kGiB << false << PieceSizes{kMiB, 8 * kMiB};
    QTest::newRow("4 TiB, 1 TiB of data") << 4 * kTiB << kTiB << false << PieceSizes{4 * kMiB, 8 * kMiB};
    QTest::newRow("64 TiB, 1 GiB of data") << 64 * kTiB << kGiB << false << PieceSizes{8 * kMiB, 8 * kMiB};
    QTest::newRow("4 TiB out of a stream") << 4 * kTiB << kGiB << true << PieceSizes{8 * kMiB, 8 * kMiB};
}

void TestDiskLayout::sizesSuitDiskAndData()
{
    QFETCH(const qint64, disk);
    QFETCH(const qint64, data);
    QFETCH(const bool, stream);
    QFETCH(const PieceSizes, sizes);
    MappedDisk source(disk, data, stream);
    const auto chosen = pieceSizesFor(source, {});
    QVERIFY(chosen);
    QCOMPARE(chosen->chunk, sizes.chunk);
    QCOMPARE(chosen->hole, sizes.hole);
    QVERIFY(chosen->hole <= largestPieceOf(disk));
}

void TestDiskLayout::failingSourceIsReported()
{
    class Failing final : public MemoryDisk
    {
    public:
        Failing()
            : MemoryDisk(QByteArray())
        {
        }
        qint64 size() const override { return kTiB; }
        Status forEachExtent(qint64, qint64, const std::function<Status(const Extent &)> &,
                             const std::stop_token &) override
        {
            return fail(Error(ErrorCode::Io, QStringLiteral("no map")));
        }
    };
    Failing source;
    const auto chosen = pieceSizesFor(source, {});
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().what(), QStringLiteral("no map"));
}

void TestDiskLayout::cutsDataAndNotHoles()
{
    // Three blocks of four chunks, the last of them one and a half chunks long.
    DiskLayout layout(9 * kMiB + kMiB / 2, {kMiB, 4 * kMiB});
    QCOMPARE(layout.chunks(), 10);
    QCOMPARE(layout.sizeOf(9), kMiB / 2);
    const auto someName = sha256(ByteView());
    auto &first = layout.idOf(5);
    auto &last = layout.idOf(9);
    QCOMPARE(&layout.idOf(5), &first);
    first = someName;
    last = someName;

    const auto pieces = layout.pieces();
    ZeroBlobs zeroes;
    const auto zero = zeroes.id(kMiB);
    const std::vector<Digest> expected{zeroes.id(4 * kMiB), zero, someName, zero, zero, zero, someName};
    QVERIFY(pieces.ids == expected);
    QVERIFY((pieces.zeroSizes == std::set<qint64>{kMiB, 4 * kMiB}));
}

void TestDiskLayout::cutsEverythingAlike()
{
    DiskLayout layout(3 * kMiB + 512, {kMiB, kMiB});
    QCOMPARE(layout.chunks(), 4);
    layout.idOf(1) = sha256(ByteView());
    const auto pieces = layout.pieces();
    QCOMPARE(pieces.ids.size(), std::size_t{4});
    QVERIFY((pieces.zeroSizes == std::set<qint64>{512, kMiB}));
}

void TestDiskLayout::emptyDiskHasNoPieces()
{
    DiskLayout layout(0, {kMiB, kMiB});
    QCOMPARE(layout.chunks(), 0);
    QVERIFY(layout.pieces().ids.empty());
    QVERIFY(layout.pieces().zeroSizes.empty());
}

QTEST_GUILESS_MAIN(TestDiskLayout)
#include "tst_disk_layout.moc"
