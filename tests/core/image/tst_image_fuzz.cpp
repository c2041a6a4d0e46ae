// Random damage to headers and tables. Whatever the bytes, the parsers end without a crash, and an image is either
// refused, or read exactly as QEMU itself reads it.

#include "image_tools.h"

#include "image/formats/qcow2_map.h"
#include "image/formats/vdi_header.h"
#include "image/formats/vhd_footer.h"
#include "image/formats/vhdx_map.h"
#include "image/formats/vmdk_descriptor.h"
#include "image/formats/vmdk_map.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSize = 2 * kMiB;
constexpr int kSeeds = 1000;
constexpr int kParserRounds = 20'000;
/// Up to this size a damaged image's disk is read whole.
constexpr qint64 kReadable = 64 * kMiB;

/// A file in memory.
class MemoryFile final : public FileWindow
{
public:
    explicit MemoryFile(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    qint64 size() const override { return m_bytes.size(); }
    QString path() const override { return QStringLiteral("memory"); }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override
    {
        memcpy(out.data(), m_bytes.constData() + offset, out.size());
        return {};
    }

private:
    QByteArray m_bytes;
};

/// Everything a parser and its map make of some bytes; only that it ends matters.
qint64 walk(AllocationMap &map, qint64 size)
{
    qint64 count = 0;
    const auto each = [&](const MappedExtent &mapped) -> Status {
        if (mapped.extent.length <= 0 || ++count > 1'000'000)
            return fail(Error(ErrorCode::Internal, QStringLiteral("no end")));
        return {};
    };
    static_cast<void>(map.forEach(0, std::min(size, kReadable), each, {}));
    return count;
}

qint64 parse(const QByteArray &format, const MemoryFile &file)
{
    if (format == "qcow2") {
        const auto header = readQcow2Header(file);
        auto map = header ? Qcow2Map::open(file, *header) : fail(header.error());
        return map ? walk(**map, header->virtualSize) : 0;
    }
    if (format == "vmdk") {
        const auto header = readVmdkSparseHeader(file);
        auto map = header ? VmdkMap::open(file, *header) : fail(header.error());
        return map ? walk(**map, header->capacity) : 0;
    }
    if (format == "vhdx") {
        const auto header = readVhdxHeader(file);
        if (!header)
            return 0;
        VhdxMap map(file, *header);
        return walk(map, header->virtualSize);
    }
    if (format == "vdi") {
        const auto header = readVdiHeader(file);
        if (!header)
            return 0;
        VdiMap map(file, *header);
        return walk(map, header->virtualSize);
    }
    const auto footer = readVhdFooter(file);
    return footer ? 1 : 0;
}

struct Base {
    QByteArray name;
    QByteArray qemuFormat;
    QByteArray bytes;
    QList<std::pair<qint64, qint64>> tables; ///< where the structures are: offset, length
};

/// Flips some bits where the format keeps its structures.
QByteArray damaged(const Base &base, std::mt19937 &random)
{
    auto bytes = base.bytes;
    const auto below = [&](qint64 limit) { return static_cast<qint64>(random() % static_cast<quint64>(limit)); };
    const auto flips = 1 + below(6);
    for (qint64 i = 0; i < flips; ++i) {
        const auto [offset, length] = base.tables.at(below(base.tables.size()));
        const auto at = std::min(offset + below(length), bytes.size() - 1);
        bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << below(8)));
    }
    if (below(20) == 0)
        bytes.truncate(below(bytes.size()));
    return bytes;
}

} // namespace

class ImageFuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parsersEnd_data();
    void parsersEnd();
    void descriptorParserEnds();
    void refusedOrReadAsQemuReads();

private:
    QTemporaryDir m_folder;
    QList<Base> m_bases;
};

void ImageFuzzTest::initTestCase()
{
    const auto raw = m_folder.filePath(QStringLiteral("master.img"));
    QVERIFY(makeRawFile(raw, kSize, {{0, 65536, 1}, {kMiB, 131072, 2}, {kSize - 512, 512, 3}}));
    const struct {
        const char *name;
        const char *format;
        const char *options;
        QList<std::pair<qint64, qint64>> tables;
    } bases[] = {
        {"qcow2", "qcow2", "compat=1.1", {{0, 128}, {65536, 16}, {131072, 32}, {196608, 16}, {262144, 512}}},
        {"qcow2", "qcow2", "compat=0.10,cluster_size=4k", {{0, 80}, {0, 65536}}},
        {"qcow2", "qcow2", "extended_l2=on", {{0, 128}, {196608, 16}, {262144, 1024}}},
        {"vmdk",
         "vmdk",
         "subformat=monolithicSparse",
         {{0, 80}, {512, 400}, {10752, 32}, {11264, 2048}, {13312, 4096}}},
        {"vmdk", "vmdk", "subformat=streamOptimized", {{0, 80}, {512, 400}, {10752, 8192}}},
        {"vhd", "vpc", "subformat=dynamic,force_size=on", {{0, 90}, {512, 64}, {1536, 16}, {0, 2048}}},
        {"vhdx",
         "vhdx",
         "block_size=1M",
         {{0, 16}, {65536, 96}, {131072, 96}, {196608, 96}, {2 * kMiB, 320}, {2 * kMiB + 65536, 64}, {3 * kMiB, 32}}},
        {"vdi", "vdi", "", {{0, 512}, {64, 16}, {0x154, 8}, {0x170, 24}, {512, 16}}},
    };
    for (const auto &base : bases) {
        const auto file = m_folder.filePath(QStringLiteral("base"));
        const auto run = convertRaw(raw, QLatin1String(base.format), QLatin1String(base.options), file);
        QVERIFY2(run.ok, run.errors);
        m_bases.append({base.name, base.format, fileContent(file), base.tables});
    }
}

void ImageFuzzTest::parsersEnd_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_bases.size(); ++i)
        QTest::addRow("%s %d", m_bases.at(i).name.constData(), i) << i;
}

void ImageFuzzTest::parsersEnd()
{
    QFETCH(const int, index);
    auto base = m_bases.at(index);
    QVERIFY2(parse(base.name, MemoryFile(base.bytes)) > 0, "the undamaged image is not accepted");
    std::mt19937 random(static_cast<unsigned>(index));
    qint64 accepted = 0;
    for (int round = 0; round < kParserRounds / m_bases.size(); ++round) {
        const auto count = parse(base.name, MemoryFile(damaged(base, random)));
        QVERIFY(count <= 1'000'000);
        accepted += count > 0 ? 1 : 0;
    }
    // Some damage lands where nothing is, or nothing matters.
    QVERIFY(accepted > 0);
}

void ImageFuzzTest::descriptorParserEnds()
{
    const MemoryFile file({});
    const QByteArray good(
        "# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\ncreateType=\"twoGbMaxExtentSparse\"\n"
        "RW 4192256 SPARSE \"a-s001.vmdk\"\nRW 2048 SPARSE \"a-s002.vmdk\"\n\nddb.adapterType = \"ide\"\n");
    VERIFY_OK(parseVmdkDescriptor(file, viewOf(good)));
    std::mt19937 random(1);
    for (int round = 0; round < kParserRounds; ++round) {
        auto text = good;
        for (quint32 i = 0; i <= random() % 4; ++i)
            text[static_cast<qsizetype>(random() % static_cast<quint32>(text.size()))] = static_cast<char>(random());
        const auto descriptor = parseVmdkDescriptor(file, viewOf(text));
        if (!descriptor)
            continue;
        for (const auto &extent : descriptor->extents)
            QVERIFY(!extent.name.contains('/') && !extent.name.contains('\\') && extent.length >= 0);
    }
}

void ImageFuzzTest::refusedOrReadAsQemuReads()
{
    int refused = 0;
    int unread = 0;
    int equal = 0;
    const auto path = m_folder.filePath(QStringLiteral("damaged"));
    const auto first = qEnvironmentVariableIntValue("SEALIFT_FUZZ_SEED"); // for longer runs by hand
    for (int seed = first; seed < first + kSeeds; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        const auto &base = m_bases.at(seed % m_bases.size());
        QVERIFY(writeFile(path, damaged(base, random)));
        const auto where = QStringLiteral("seed %1, %2").arg(seed).arg(QLatin1String(base.name));
        auto source = openPath(path);
        if (!source) {
            QVERIFY2(!source.error().what().isEmpty() && source.error().code() != ErrorCode::Internal,
                     qPrintable(where));
            ++refused;
            continue;
        }
        if ((*source)->size() > kReadable) {
            ++unread;
            continue;
        }
        const auto ours = readByExtents(**source);
        const auto closed = (*source)->close();
        if (!ours) {
            QVERIFY2(!ours.error().what().isEmpty() && ours.error().code() != ErrorCode::Internal, qPrintable(where));
            ++refused;
            continue;
        }
        QVERIFY2(closed, qPrintable(where + (closed ? QString() : closed.error().what())));
        const auto format = diskFormatName(probeDisk(path, {}, {})->format);
        const auto theirs = readByQemu(path, format == QLatin1String("vhd") ? QStringLiteral("vpc") : format);
        QVERIFY2(theirs, qPrintable(where + QStringLiteral(": QEMU does not read it: ") +
                                    (theirs ? QString() : theirs.error().what())));
        // QEMU fills a last sector up.
        QVERIFY2(theirs->size() >= ours->size() && theirs->size() - ours->size() < 512, qPrintable(where));
        QVERIFY2(theirs->first(ours->size()) == *ours, qPrintable(where + QStringLiteral(": other content")));
        ++equal;
    }
    qInfo("%d refused, %d equal, %d too large to read", refused, equal, unread);
    QVERIFY(refused > kSeeds / 10 && equal > kSeeds / 10);
}

QTEST_GUILESS_MAIN(ImageFuzzTest)
#include "tst_image_fuzz.moc"
