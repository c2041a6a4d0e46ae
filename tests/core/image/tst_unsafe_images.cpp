// Images that must not be opened, or not silently: hostile, contradictory, truncated. Each is a good image with some
// bytes changed, and is refused with the right code and words that name the field.

#include "image_tools.h"

#include "image/formats/crc32c.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#include <sys/stat.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSize = 4 * kMiB;

using Edit = std::function<void(QByteArray &)>;

Edit put(qint64 offset, const QByteArray &bytes)
{
    return [=](QByteArray &image) { image.replace(offset, bytes.size(), bytes); };
}

Edit cut(qint64 size)
{
    return [=](QByteArray &image) { image.truncate(size); };
}

Edit both(const Edit &first, const Edit &second)
{
    return [=](QByteArray &image) {
        first(image);
        second(image);
    };
}

/// One's complement of the byte sum, over a structure whose own field is zero.
void sumVhd(QByteArray &image, qint64 offset, qint64 length, qint64 field)
{
    image.replace(offset + field, 4, QByteArray(4, '\0'));
    quint32 sum = 0;
    for (qint64 i = 0; i < length; ++i)
        sum += static_cast<unsigned char>(image.at(offset + i));
    image.replace(offset + field, 4, be32(~sum));
}

/// Changes both copies of a dynamic VHD's footer, with right checksums.
Edit putFooters(qint64 offset, const QByteArray &bytes)
{
    return [=](QByteArray &image) {
        for (const qint64 footer : {qint64{0}, image.size() - 512}) {
            image.replace(footer + offset, bytes.size(), bytes);
            sumVhd(image, footer, 512, 64);
        }
    };
}

Edit putSparseHeader(qint64 offset, const QByteArray &bytes)
{
    return [=](QByteArray &image) {
        image.replace(512 + offset, bytes.size(), bytes);
        sumVhd(image, 512, 1024, 36);
    };
}

/// Changes a VHDX structure with a CRC-32C in its bytes 4 to 7.
Edit putSummed(qint64 structure, qint64 length, qint64 offset, const QByteArray &bytes)
{
    return [=](QByteArray &image) {
        image.replace(structure + offset, bytes.size(), bytes);
        image.replace(structure + 4, 4, QByteArray(4, '\0'));
        image.replace(
            structure + 4, 4,
            le32(crc32c(viewOf(image).subspan(static_cast<std::size_t>(structure), static_cast<std::size_t>(length)))));
    };
}

Edit putVhdxHeaders(qint64 offset, const QByteArray &bytes)
{
    return both(putSummed(65536, 4096, offset, bytes), putSummed(131072, 4096, offset, bytes));
}

Edit putVhdxRegions(qint64 offset, const QByteArray &bytes)
{
    return both(putSummed(196608, 65536, offset, bytes), putSummed(262144, 65536, offset, bytes));
}

/// Replaces a text by one of the same length or shorter, padded with blanks.
Edit retext(const QByteArray &from, const QByteArray &to)
{
    return [=](QByteArray &image) {
        const auto at = image.indexOf(from);
        image.replace(at, from.size(), to.leftJustified(from.size(), ' '));
    };
}

const QByteArray kVhdxFileParameters = QByteArray::fromHex("3767a1ca36fa434db3b633f0aa44e76b");
const QByteArray kVhdxLogicalSectorSize = QByteArray::fromHex("1dbf41816fa90947ba47f233a8faab5f");

/// Changes the value of a VHDX metadata item.
Edit putItem(const QByteArray &guid, qint64 offset, const QByteArray &bytes)
{
    return [=](QByteArray &image) {
        const auto table = image.indexOf("metadata");
        const auto entry = image.indexOf(guid, table);
        quint32 at = 0;
        memcpy(&at, image.constData() + entry + 16, sizeof at);
        image.replace(table + at + offset, bytes.size(), bytes);
    };
}

} // namespace

class UnsafeImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refused_data();
    void refused();
    void descriptors_data();
    void descriptors();
    void backingFiles_data();
    void backingFiles();
    void externalDataFile();
    void encryptedQcow2();
    void extentOutOfTheFolder();
    void extentThatIsNoFile();
    void streamFooter_data();
    void streamFooter();
    void descriptorTricksAreNotQemus();
    void esxSparseExtent();
    void declaredFormats_data();
    void declaredFormats();
    void dirtyButReadable();
    void truncatedIsFoundByExtents_data();
    void truncatedIsFoundByExtents();
    void notImages();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray good(const QByteArray &base) const { return m_good.value(base); }

    QTemporaryDir m_folder;
    QHash<QByteArray, QByteArray> m_good;
};

void UnsafeImagesTest::initTestCase()
{
    const auto raw = path(QStringLiteral("master.img"));
    QVERIFY(makeRawFile(raw, kSize, {{0, 65536, 1}, {2 * kMiB, kMiB, 2}, {kSize - 512, 512, 3}}));
    const struct {
        const char *name;
        const char *format;
        const char *options;
    } bases[] = {
        {"qcow2", "qcow2", "compat=1.1"},
        {"qcow2 v2", "qcow2", "compat=0.10"},
        {"vmdk", "vmdk", "subformat=monolithicSparse"},
        {"stream", "vmdk", "subformat=streamOptimized"},
        {"vhd", "vpc", "subformat=dynamic,force_size=on"},
        {"fixed vhd", "vpc", "subformat=fixed,force_size=on"},
        {"vhdx", "vhdx", "block_size=1M"},
        {"vdi", "vdi", ""},
    };
    for (const auto &base : bases) {
        const auto file = path(QStringLiteral("base"));
        const auto run = convertRaw(raw, QLatin1String(base.format), QLatin1String(base.options), file);
        QVERIFY2(run.ok, run.errors);
        m_good.insert(base.name, fileContent(file));
        QVERIFY(QFile::remove(file));
        // As it is, it opens: what the cases below change is what is refused.
        QVERIFY(writeFile(file, good(base.name)));
        auto source = openPath(file);
        VERIFY_OK(source);
        VERIFY_OK((*source)->close());
        QVERIFY(QFile::remove(file));
    }
}

void UnsafeImagesTest::refused_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto add = [](const char *name, const char *base, const Edit &edit, ErrorCode code, const char *words) {
        QTest::addRow("%s: %s", base, name) << QByteArray(base) << edit << code << QString::fromLatin1(words);
    };
    using enum ErrorCode;

    add("version 1", "qcow2", put(4, be32(1)), Unsupported, "version");
    add("version 4", "qcow2", put(4, be32(4)), Unsupported, "version");
    add("backing file", "qcow2", both(put(8, be64(1024)), both(put(16, be32(11)), put(1024, "/etc/passwd"))), Unsafe,
        "/etc/passwd");
    add("json backing file", "qcow2",
        both(put(8, be64(1024)), both(put(16, be32(41)), put(1024, "json:{\"driver\":\"file\",\"filename\":\"/a\"}"))),
        Unsafe, "json:");
    add("backing file past the end", "qcow2", both(put(8, be64(~quint64{0})), put(16, be32(~0U))), Unsafe,
        "backing_file_offset");
    add("tiny clusters", "qcow2", put(20, be32(8)), Corrupt, "cluster_bits");
    add("huge clusters", "qcow2", put(20, be32(22)), Corrupt, "cluster_bits");
    add("wild clusters", "qcow2", put(20, be32(~0U)), Corrupt, "cluster_bits");
    add("negative size", "qcow2", put(24, be64(~quint64{0} << 9)), Corrupt, "size");
    add("size over the limit", "qcow2", both(put(24, be64(quint64{65} << 40)), put(36, be32(133120))), LimitExceeded,
        "71468255805440");
    add("half sectors", "qcow2", put(24, be64(kSize - 100)), Unsupported, "size");
    add("AES", "qcow2", put(32, be32(1)), Unsupported, "encrypted");
    add("unknown encryption", "qcow2", put(32, be32(3)), Corrupt, "crypt_method");
    add("huge L1", "qcow2", put(36, be32(0x7fffffff)), Corrupt, "l1_size");
    add("L1 too short", "qcow2", put(36, be32(0)), Corrupt, "l1_size");
    add("L1 past the end", "qcow2", put(40, be64(quint64{1} << 40)), Corrupt, "l1_table_offset");
    add("L1 that wraps around", "qcow2", put(40, be64(~quint64{0} << 16)), Corrupt, "l1_table_offset");
    add("L1 between clusters", "qcow2", put(40, be64(196608 + 512)), Corrupt, "l1_table_offset");
    add("L1 nowhere", "qcow2", put(40, be64(0)), Corrupt, "l1_table_offset");
    add("reference counts past the end", "qcow2", put(48, be64(quint64{1} << 50)), Corrupt, "refcount_table_offset");
    add("huge reference count table", "qcow2", put(56, be32(~0U)), Corrupt, "refcount_table_clusters");
    add("no reference counts", "qcow2", put(56, be32(0)), Corrupt, "refcount_table_clusters");
    add("too many snapshots", "qcow2", put(60, be32(65537)), Corrupt, "nb_snapshots");
    add("snapshots past the end", "qcow2", both(put(60, be32(1)), put(64, be64(quint64{1} << 40))), Corrupt,
        "snapshots_offset");
    add("external data bit", "qcow2", put(72, be64(4)), Unsafe, "external data file");
    add("raw external data bit", "qcow2", put(88, be64(2)), Unsafe, "external data file");
    add("unknown incompatible bit", "qcow2", put(72, be64(quint64{1} << 63)), Unsupported, "incompatible_features");
    add("compression without its bit", "qcow2", put(104, QByteArray("\1")), Corrupt, "compression_type");
    add("unknown compression", "qcow2", both(put(72, be64(8)), put(104, QByteArray("\2"))), Unsupported,
        "compression_type");
    add("reference counts of 128 bits", "qcow2", put(96, be32(7)), Corrupt, "refcount_order");
    add("short header", "qcow2", put(100, be32(72)), Corrupt, "header_length");
    add("odd header", "qcow2", put(100, be32(113)), Corrupt, "header_length");
    add("endless header", "qcow2", put(100, be32(~7U)), Corrupt, "header_length");
    add("extension past the cluster", "qcow2", put(112, be32(0x1234) + be32(70000)), Corrupt, "header extension");
    add("extension of all lengths", "qcow2", put(112, be32(0x1234) + be32(~0U)), Corrupt, "header extension");
    add("data file name without the bit", "qcow2", put(112, be32(0x44415441) + be32(16) + "/etc/passwd\0\0\0\0\0"),
        Unsafe, "external data file");
    add("LUKS header", "qcow2", put(112, be32(0x0537be77) + be32(16) + be64(65536) + be64(512)), Unsupported,
        "encrypted");
    add("bitmaps past the end", "qcow2",
        put(112, be32(0x23852875) + be32(24) + be32(1) + be32(0) + be64(32) + be64(quint64{1} << 40)), Corrupt,
        "bitmap_directory_offset");
    add("huge bitmap directory", "qcow2",
        put(112, be32(0x23852875) + be32(24) + be32(1) + be32(0) + be64(~quint64{0}) + be64(65536)), Corrupt,
        "bitmap_directory_size");
    add("cut in the header", "qcow2", cut(70), Corrupt, "header");
    add("cut in the long header", "qcow2", cut(100), Corrupt, "header");
    add("cut behind the header", "qcow2", cut(512), Corrupt, "l1_table_offset");
    add("version 2 with a backing file", "qcow2 v2", put(8, be64(1024)), Unsafe, "backing_file_offset");

    add("version 4", "vmdk", put(4, le32(4)), Unsupported, "version");
    add("text mode", "vmdk", put(73, QByteArray("\r\n \r")), Corrupt, "text mode");
    add("huge capacity", "vmdk", put(12, le64(~quint64{0})), Corrupt, "capacity");
    add("capacity without a directory", "vmdk", put(12, le64(quint64{1} << 40)), Corrupt, "gdOffset");
    add("odd grains", "vmdk", put(20, le64(3)), Corrupt, "grainSize");
    add("no grains", "vmdk", put(20, le64(0)), Corrupt, "grainSize");
    add("huge grains", "vmdk", put(20, le64(quint64{1} << 63)), Corrupt, "grainSize");
    add("descriptor past the end", "vmdk", put(28, le64(quint64{1} << 60)), Corrupt, "descriptorOffset");
    add("descriptor elsewhere", "vmdk", put(28, le64(2)), Unsupported, "descriptorOffset");
    add("no descriptor", "vmdk", put(28, le64(0)), Unsupported, "descriptor");
    add("small tables", "vmdk", put(44, le32(1)), Unsupported, "numGTEsPerGT");
    add("no tables", "vmdk", put(44, le32(0)), Unsupported, "numGTEsPerGT");
    add("directory past the end", "vmdk", put(56, le64(quint64{1} << 50)), Corrupt, "gdOffset");
    add("spare directory past the end", "vmdk", put(48, le64(quint64{1} << 50)), Corrupt, "rgdOffset");
    add("overhead past the end", "vmdk", put(64, le64(quint64{1} << 40)), Corrupt, "overHead");
    add("unknown compression", "vmdk", put(77, le16(2)), Unsupported, "compressAlgorithm");
    add("footer that is not there", "vmdk", put(56, le64(~quint64{0})), Corrupt, "footer");
    add("parent", "vmdk", retext("parentCID=ffffffff", "parentCID=12345678"), Unsafe, "parentCID");
    add("parent's name", "vmdk", retext("# The Disk Data Base\n#DDB", "parentFileNameHint=\"/a\""), Unsafe,
        "parentFileNameHint");
    add("parent's name in a comment", "vmdk", retext("# The Disk Data Base\n#DDB", "#parentFileNameHint=\"/a\""),
        Unsafe, "parentFileNameHint");
    add("another create type", "vmdk", retext("\"monolithicSparse\"", "\"monolithicFlat\""), Corrupt, "createType");
    add("a path inside", "vmdk", retext("\"base\"", "\"../a\""), Unsafe, "extent");
    add("SEsparse", "vmdk", put(0, le64(0xcafebabe)), Unsupported, "SEsparse");
    add("COWD without a descriptor", "vmdk",
        put(0, "COWD" + le32(1) + le32(3) + le32(8192) + le32(1) + le32(4) + le32(2)), Unsupported, "descriptor");
    add("cut in the descriptor", "vmdk", cut(700), Corrupt, "descriptor");

    add("bad checksum", "vhd",
        both(put(10, QByteArray("\1")), [](QByteArray &image) { image.replace(image.size() - 502, 1, "\1"); }), Corrupt,
        "checksum");
    add("copy that differs", "vhd", put(40, QByteArray("\1")), Corrupt, "copy");
    add("no copy", "vhd", put(0, QByteArray(512, '\0')), Corrupt, "copy");
    add(
        "no footer", "vhd", [](QByteArray &image) { image.chop(512); }, Corrupt, "footer");
    add(
        "cut", "vhd", [](QByteArray &image) { image.chop(700); }, Corrupt, "footer");
    add("differencing", "vhd", putFooters(60, be32(4)), Unsafe, "differencing");
    add("unknown type", "vhd", putFooters(60, be32(7)), Corrupt, "disk type");
    add("version 2", "vhd", putFooters(12, be32(0x20000)), Unsupported, "version");
    add("header past the end", "vhd", putFooters(16, be64(quint64{1} << 60)), Corrupt, "data offset");
    add("header nowhere", "vhd", putFooters(16, be64(~quint64{0})), Corrupt, "data offset");
    add("over the format's limit", "vhd", putFooters(48, be64(quint64{2041} << 30)), Corrupt, "current size");
    add("larger than its table", "vhd", putFooters(48, be64(quint64{1} << 30)), Corrupt, "max table entries");
    add("half sectors", "vhd", putFooters(48, be64(kSize - 100)), Corrupt, "current size");
    add("no cookie", "vhd", putSparseHeader(0, "cxsparsf"), Corrupt, "cookie");
    add("bad header checksum", "vhd", put(512 + 100, QByteArray("\1")), Corrupt, "checksum");
    add("odd blocks", "vhd", putSparseHeader(32, be32(3 << 20)), Corrupt, "block size");
    add("no blocks", "vhd", putSparseHeader(32, be32(0)), Corrupt, "block size");
    add("table past the end", "vhd", putSparseHeader(16, be64(quint64{1} << 62)), Corrupt, "table offset");
    add("huge table", "vhd", putSparseHeader(28, be32(~0U)), Corrupt, "table offset");
    add(
        "cut", "fixed vhd", [](QByteArray &image) { image.remove(kMiB, kMiB); }, Corrupt, "truncated");
    add(
        "two footers", "fixed vhd", [](QByteArray &image) { image.replace(0, 512, image.last(512)); }, Unsafe,
        "second footer");
    add(
        "dynamic without a copy", "fixed vhd",
        [](QByteArray &image) {
            image.replace(image.size() - 512 + 60, 4, be32(3));
            sumVhd(image, image.size() - 512, 512, 64);
        },
        Corrupt, "data offset");

    add("both headers bad", "vhdx", both(put(65536 + 200, QByteArray("\1")), put(131072 + 200, QByteArray("\1"))),
        Corrupt, "header");
    add("version 2", "vhdx", putVhdxHeaders(66, le16(2)), Unsupported, "version");
    add("log to replay", "vhdx", putVhdxHeaders(48, QByteArray(16, '\1')), Unsupported, "log");
    add("log past the end", "vhdx", putVhdxHeaders(72, le64(quint64{1} << 40)), Corrupt, "log");
    add("log over the metadata", "vhdx", putVhdxHeaders(72, le64(2 << 20)), Corrupt, "overlaps");
    add("bad region table", "vhdx", put(196608 + 20, QByteArray("\xff")), Corrupt, "region table");
    add("region tables differ", "vhdx", putSummed(262144, 65536, 12, le32(1)), Corrupt, "copy differ");
    add("too many regions", "vhdx", putVhdxRegions(8, le32(2048)), Corrupt, "region table");
    add("no regions", "vhdx", putVhdxRegions(8, le32(0)), Corrupt, "region table");
    add("region past the end", "vhdx", putVhdxRegions(16 + 16, le64(quint64{1} << 40)), Corrupt, "region 0");
    add("region off the boundary", "vhdx", putVhdxRegions(16 + 16, le64((3 << 20) + 512)), Corrupt, "region 0");
    add("unknown required region", "vhdx",
        both(putVhdxRegions(16, QByteArray(16, 'x')), putVhdxRegions(16 + 28, le32(1))), Unsupported, "region table");
    add("parent", "vhdx", putItem(kVhdxFileParameters, 4, le32(2)), Unsafe, "HasParent");
    add(
        "parent locator", "vhdx",
        [](QByteArray &image) {
            const auto table = image.indexOf("metadata");
            image.replace(image.indexOf(kVhdxLogicalSectorSize, table), 16,
                          QByteArray::fromHex("2d5fd3a80bb34d45abf7d3d84834ab0c"));
        },
        Unsafe, "parent locator");
    add("blocks of no power of two", "vhdx", putItem(kVhdxFileParameters, 0, le32(3 << 20)), Corrupt, "block size");
    add("blocks of nothing", "vhdx", putItem(kVhdxFileParameters, 0, le32(0)), Corrupt, "block size");
    add("sectors of 4096 bytes", "vhdx", putItem(kVhdxLogicalSectorSize, 0, le32(4096)), Unsupported,
        "logical sector size");
    add("sectors of 1000 bytes", "vhdx", putItem(kVhdxLogicalSectorSize, 0, le32(1000)), Corrupt,
        "logical sector size");
    add("size over its table", "vhdx",
        putItem(QByteArray::fromHex("2442a52f1bcd7648b2115dbed83bf4b8"), 0, le64(quint64{63} << 40)), Corrupt,
        "block allocation table");
    add(
        "unknown required metadata", "vhdx",
        [](QByteArray &image) {
            const auto table = image.indexOf("metadata");
            image.replace(image.indexOf(kVhdxLogicalSectorSize, table), 16, QByteArray(16, 'x'));
        },
        Unsupported, "metadata");
    add("cut", "vhdx", cut(2 * kMiB), Corrupt, "past the end");
    add("cut in the headers", "vhdx", cut(70000), Corrupt, "truncated");

    add("differencing", "vdi", put(0x4c, le32(4)), Unsafe, "differencing");
    add("parent", "vdi", put(0x1b8, QByteArray(16, '\1')), Unsafe, "differencing");
    add("link", "vdi", put(0x1a8, QByteArray(16, '\1')), Unsafe, "differencing");
    add("undo", "vdi", put(0x4c, le32(3)), Unsupported, "undo");
    add("unknown type", "vdi", put(0x4c, le32(9)), Corrupt, "image type");
    add("version 2", "vdi", put(0x44, le32(0x20000)), Unsupported, "version");
    add("blocks of 2 MiB", "vdi", put(0x178, le32(2 << 20)), Unsupported, "block size");
    add("extra bytes in blocks", "vdi", put(0x17c, le32(512)), Unsupported, "block size");
    add("sectors of 4096 bytes", "vdi", put(0x168, le32(4096)), Unsupported, "sector size");
    add("size over its blocks", "vdi", put(0x170, le64(quint64{1} << 50)), Corrupt, "disk size");
    add("too many blocks", "vdi", put(0x180, le32(~0U)), Corrupt, "disk size");
    add("map into the data", "vdi", put(0x180, le32(1 << 20)), Corrupt, "block map");
    add("map in the header", "vdi", put(0x154, le32(0)), Corrupt, "block map");
    add("more allocated than there are", "vdi", put(0x184, le32(1000)), Corrupt, "blocks allocated");
    add("cut", "vdi", cut(kMiB), Corrupt, "truncated");

    add("qcow2 with a VHD footer", "fixed vhd", put(0, "QFI\xfb"), Unsafe, "could be read as");
    add("VDI and qcow2", "vdi", put(0, "QFI\xfb"), Unsafe, "could be read as");
    add("QED and VDI", "vdi", put(0, QByteArray("QED\0", 4)), Unsafe, "could be read as");
}

void UnsafeImagesTest::refused()
{
    QFETCH(const QByteArray, base);
    QFETCH(const Edit, edit);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    auto bytes = good(base);
    edit(bytes);
    QVERIFY(bytes != good(base));
    const auto file = path(QStringLiteral("case"));
    QVERIFY(writeFile(file, bytes));
    const auto image = probeDisk(file, {}, {});
    QVERIFY2(!image, "it was accepted");
    const auto &error = image.error();
    QVERIFY2(error.code() == code, qPrintable(errorCodeName(error.code()) + QStringLiteral(": ") + error.what()));
    QVERIFY2(error.what().contains(words), qPrintable(error.what()));
    QVERIFY2(error.what().contains(file), qPrintable(error.what()));
    QVERIFY(!error.remedy().isEmpty() || code == ErrorCode::LimitExceeded);
}

void UnsafeImagesTest::descriptors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto add = [](const char *name, const QByteArray &head, const QByteArray &extents, ErrorCode code,
                        const char *words) {
        QTest::addRow("%s", name) << "# Disk DescriptorFile\n" + head + extents << code << QString::fromLatin1(words);
    };
    using enum ErrorCode;
    const QByteArray flat("version=1\nCID=12345678\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\n");
    const auto type = [](const char *name) {
        return "version=1\nCID=12345678\nparentCID=ffffffff\ncreateType=\"" + QByteArray(name) + "\"\n";
    };

    add("absolute path", flat, "RW 8 FLAT \"/etc/passwd\" 0\n", Unsafe, "/etc/passwd");
    add("parent folder", flat, "RW 8 FLAT \"../secret\" 0\n", Unsafe, "../secret");
    add("subfolder", flat, "RW 8 FLAT \"a/b\" 0\n", Unsafe, "a/b");
    add("folder itself", flat, "RW 8 FLAT \"..\" 0\n", Unsafe, "..");
    add("backslash", flat, "RW 8 FLAT \"..\\secret\" 0\n", Unsafe, "secret");
    add("json", flat, "RW 8 FLAT \"json:{'driver':'file'}\" 0\n", Unsafe, "json:");
    add("protocol", flat, "RW 8 FLAT \"nbd:unix:x\" 0\n", Unsafe, "nbd:");
    add("host device", flat, "RW 8 FLAT \"host_device:x\" 0\n", NotFound,
        "host_device"); // a name like any other: '_' ends no scheme
    add("empty name", flat, "RW 8 FLAT \"\" 0\n", Unsafe, "extent");
    add("missing file", flat, "RW 8 FLAT \"missing\" 0\n", NotFound, "missing");
    add("the descriptor itself", flat + QByteArray(600, '#') + '\n', "RW 1 FLAT \"case\" 0\n", Unsafe, "named twice");
    add("short file", flat, "RW 9000000 FLAT \"master.img\" 0\n", Corrupt, "truncated");
    add("offset past the end", flat, "RW 8 FLAT \"master.img\" 8192\n", Corrupt, "truncated");
    add("wild size", flat, "RW 999999999999999999 FLAT \"master.img\" 0\n", Corrupt, "extent line");
    add("wild offset", flat, "RW 8 FLAT \"master.img\" 999999999999999999\n", Corrupt, "extent line");
    add("no size", flat, "RW 0 FLAT \"master.img\" 0\n", Corrupt, "extent line");
    add("negative size", flat, "RW -8 FLAT \"master.img\" 0\n", Unsafe, "extent line");
    add("line broken in two", flat, "RW 8\nFLAT \"/etc/passwd\" 0\n", Unsafe, "extent line");
    add("two names", flat, "RW 8 FLAT \"master.img\" 0 \"/etc/passwd\"\n", Unsafe, "extent line");
    add("device of the host", flat, "RW 8 VMFSRDM \"master.img\"\n", Unsafe, "raw device");
    add("zero extent", flat, "RW 8 ZERO\n", Unsupported, "ZERO");
    add("read-only extent", flat, "RDONLY 8192 FLAT \"master.img\" 0\n", Unsupported, "RDONLY");
    add("SEsparse", type("seSparse"), "RW 8 SESPARSE \"master.img\"\n", Unsupported, "SESPARSE");
    add("sparse that is none", type("twoGbMaxExtentSparse"), "RW 8192 SPARSE \"master.img\"\n", Corrupt,
        "magic number");
    add("one sparse extent twice", type("twoGbMaxExtentSparse"),
        "RW 8192 SPARSE \"sparse.vmdk\"\nRW 8192 SPARSE \"sparse.vmdk\"\n", Unsafe, "named twice");
    add("sparse extent of another size", type("twoGbMaxExtentSparse"), "RW 8200 SPARSE \"sparse.vmdk\"\n", Corrupt,
        "capacity");
    add("flat that is sparse", type("monolithicFlat"), "RW 8 SPARSE \"master.img\"\n", Corrupt, "createType");
    add("two in a monolith", flat, "RW 8 FLAT \"master.img\" 0\nRW 8 FLAT \"master.img\" 8\n", Corrupt, "createType");
    add("full device", type("fullDevice"), "RW 8 FLAT \"master.img\" 0\n", Unsafe, "device");
    add("custom", type("custom"), "RW 8 FLAT \"master.img\" 0\n", Unsupported, "custom");
    add("parent", "version=1\nCID=1\nparentCID=12345678\ncreateType=\"monolithicFlat\"\n",
        "RW 8 FLAT \"master.img\" 0\n", Unsafe, "parentCID");
    add("parent's name", flat + "parentFileNameHint=\"/etc/passwd\"\n", "RW 8 FLAT \"master.img\" 0\n", Unsafe,
        "/etc/passwd");
    add("unknown line", flat + "include=\"/etc/passwd\"\n", "RW 8 FLAT \"master.img\" 0\n", Unsafe, "descriptor line");
    add("garbage", flat + "\x01\x02\x03\n", "RW 8 FLAT \"master.img\" 0\n", Unsafe, "descriptor line");
    add("encrypted", flat + "encryptionKeys=\"x\"\n", "RW 8 FLAT \"master.img\" 0\n", Unsupported, "encrypted");
    add("two create types", flat + "createType=\"vmfs\"\n", "RW 8 FLAT \"master.img\" 0\n", Corrupt, "twice");
    add("no create type", "version=1\nCID=1\nparentCID=ffffffff\n", "RW 8 FLAT \"master.img\" 0\n", Corrupt,
        "createType");
    add("version 9", "version=9\nCID=1\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\n",
        "RW 8 FLAT \"master.img\" 0\n", Unsupported, "version");
    add("too long", flat + QByteArray(200'000, '#'), "\n", Corrupt, "too long");
    add("too many extents", type("twoGbMaxExtentFlat"), QByteArray("RW 8 FLAT \"master.img\" 0\n").repeated(513),
        Unsupported, "more than 512");
}

void UnsafeImagesTest::descriptors()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    QVERIFY(writeFile(path(QStringLiteral("sparse.vmdk")), good("vmdk")));
    const auto file = path(QStringLiteral("case"));
    QVERIFY(writeFile(file, text));
    const auto image = probeDisk(file, {}, {});
    QVERIFY2(!image, "it was accepted");
    QVERIFY2(image.error().code() == code,
             qPrintable(errorCodeName(image.error().code()) + QStringLiteral(": ") + image.error().what()));
    QVERIFY2(image.error().what().contains(words), qPrintable(image.error().what()));
    QVERIFY(!image.error().remedy().isEmpty());
}

void UnsafeImagesTest::backingFiles_data()
{
    QTest::addColumn<QString>("backing");
    QTest::addRow("CVE-2024-32498: /etc/passwd") << QStringLiteral("/etc/passwd");
    QTest::addRow("CVE-2024-4467: json") << QStringLiteral(
        "json:{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"/etc/passwd\"}}");
    QTest::addRow("network") << QStringLiteral("nbd://127.0.0.1:1/x");
}

void UnsafeImagesTest::backingFiles()
{
    QFETCH(const QString, backing);
    const auto file = path(QStringLiteral("backed.qcow2"));
    const auto run =
        runTool(QStringLiteral("qemu-img"), {QStringLiteral("create"), QStringLiteral("-u"), QStringLiteral("-f"),
                                             QStringLiteral("qcow2"), QStringLiteral("-b"), backing,
                                             QStringLiteral("-F"), QStringLiteral("raw"), file, QStringLiteral("1M")});
    QVERIFY2(run.ok, run.errors);
    const auto image = probeDisk(file, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
    QVERIFY2(image.error().what().contains(backing.left(100)), qPrintable(image.error().what()));
}

void UnsafeImagesTest::externalDataFile()
{
    const auto file = path(QStringLiteral("external.qcow2"));
    const auto run =
        runTool(QStringLiteral("qemu-img"),
                {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-o"),
                 QStringLiteral("data_file=%1,data_file_raw=on").arg(path(QStringLiteral("external.raw"))), file,
                 QStringLiteral("1M")});
    QVERIFY2(run.ok, run.errors);
    const auto image = probeDisk(file, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
}

void UnsafeImagesTest::encryptedQcow2()
{
    const auto file = path(QStringLiteral("encrypted.qcow2"));
    const auto run =
        runTool(QStringLiteral("qemu-img"),
                {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("--object"),
                 QStringLiteral("secret,id=s,data=secret"), QStringLiteral("-o"),
                 QStringLiteral("encrypt.format=aes,encrypt.key-secret=s"), file, QStringLiteral("1M")});
    QVERIFY2(run.ok, run.errors);
    const auto image = probeDisk(file, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);
    QVERIFY2(image.error().what().contains(QStringLiteral("encrypted (AES)")), qPrintable(image.error().what()));
}

void UnsafeImagesTest::extentOutOfTheFolder()
{
    QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(QStringLiteral("links/inside")));
    const auto secret = path(QStringLiteral("secret"));
    QVERIFY(writeFile(secret, QByteArray(4096, 's')));
    QVERIFY(writeFile(path(QStringLiteral("links/inside/data")), QByteArray(4096, 'd')));
    const auto link = path(QStringLiteral("links/flat"));
    const QByteArray text(
        "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\nRW 8 FLAT "
        "\"flat\" 0\n");
    const auto descriptor = path(QStringLiteral("links/disk.vmdk"));
    QVERIFY(writeFile(descriptor, text));

    QVERIFY(QFile::link(secret, link));
    auto image = probeDisk(descriptor, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
    QVERIFY2(image.error().what().contains(QStringLiteral("link out of")), qPrintable(image.error().what()));

    // A link that stays in the folder leads nowhere new.
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(path(QStringLiteral("links/inside/data")), link));
    auto source = openPath(descriptor);
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QCOMPARE(*disk, QByteArray(4096, 'd'));
    VERIFY_OK((*source)->close());

    // A link put there after the probe: the file that was looked at is opened, or none.
    image = probeDisk(descriptor, {}, {});
    VERIFY_OK(image);
    const auto real = path(QStringLiteral("links/inside/data"));
    QVERIFY(QFile::remove(real));
    QVERIFY(QFile::link(secret, real));
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Unsafe);
    QVERIFY(QFile::remove(real));
    QVERIFY(writeFile(real, QByteArray(4096, 'x')));
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::SourceChanged);
}

void UnsafeImagesTest::extentThatIsNoFile()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("odd/flat"));
    const QByteArray text(
        "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\nRW 8 FLAT "
        "\"flat\" 0\n");
    const auto descriptor = path(QStringLiteral("odd/disk.vmdk"));
    QVERIFY(writeFile(descriptor, text));
    auto image = probeDisk(descriptor, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);

    const auto pipe = path(QStringLiteral("odd/flat"));
    QDir(m_folder.path()).rmdir(QStringLiteral("odd/flat"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    image = probeDisk(descriptor, {}, {}); // does not wait for a writer
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);
}

void UnsafeImagesTest::streamFooter_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("words");
    const auto footer = [](qint64 offset, const QByteArray &bytes) {
        return Edit([=](QByteArray &image) { image.replace(image.size() - 1024 + offset, bytes.size(), bytes); });
    };
    QTest::addRow("good") << Edit([](QByteArray &) {}) << QString();
    QTest::addRow("another capacity") << footer(12, le64(1)) << QStringLiteral("contradicts");
    QTest::addRow("another grain size") << footer(20, le64(256)) << QStringLiteral("contradicts");
    QTest::addRow("another version") << footer(4, le32(1)) << QStringLiteral("contradicts");
    QTest::addRow("no compression") << footer(77, le16(0)) << QStringLiteral("contradicts");
    QTest::addRow("another descriptor") << footer(28, le64(9)) << QStringLiteral("contradicts");
    QTest::addRow("directory at the end again") << footer(56, le64(~quint64{0})) << QStringLiteral("contradicts");
    QTest::addRow("directory past the end") << footer(56, le64(quint64{1} << 40)) << QStringLiteral("gdOffset");
    QTest::addRow("cut by a sector") << Edit([](QByteArray &image) { image.chop(512); }) << QStringLiteral("truncated");
    QTest::addRow("cut by a byte") << Edit([](QByteArray &image) { image.chop(1); }) << QStringLiteral("truncated");
    QTest::addRow("no end marker") << footer(512, le64(7)) << QStringLiteral("truncated");
}

void UnsafeImagesTest::streamFooter()
{
    QFETCH(const Edit, edit);
    QFETCH(const QString, words);
    // QEMU writes its streams with the directory in front; a streaming writer has it in the footer.
    auto bytes = good("stream");
    if (bytes.size() % 512 != 0)
        bytes.append(QByteArray(512 - bytes.size() % 512, '\0'));
    const auto header = bytes.first(512);
    bytes.replace(56, 8, le64(~quint64{0}));
    bytes.append(le64(1) + le32(0) + le32(3) + QByteArray(496, '\0') + header + QByteArray(512, '\0'));
    edit(bytes);
    const auto file = path(QStringLiteral("stream.vmdk"));
    QVERIFY(writeFile(file, bytes));
    auto source = openPath(file);
    if (words.isEmpty()) {
        VERIFY_OK(source);
        const auto disk = readByExtents(**source);
        VERIFY_OK(disk);
        QVERIFY(*disk == fileContent(path(QStringLiteral("master.img"))));
        VERIFY_OK((*source)->close());
        return;
    }
    QVERIFY2(!source, "it was accepted");
    QCOMPARE(source.error().code(), ErrorCode::Corrupt);
    QVERIFY2(source.error().what().contains(words), qPrintable(source.error().what()));
}

void UnsafeImagesTest::descriptorTricksAreNotQemus()
{
    // QEMU reads an extent line behind an empty line twice. It never sees this descriptor: it gets ours.
    const QByteArray text(
        "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"twoGbMaxExtentFlat\"\n\n"
        "RW 4096 FLAT \"master.img\" 4096\n\n\nRW 4096 FLAT \"master.img\" 0\n");
    const auto file = path(QStringLiteral("tricks.vmdk"));
    QVERIFY(writeFile(file, text));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto master = fileContent(path(QStringLiteral("master.img")));
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == master.last(2 * kMiB) + master.first(2 * kMiB));
    VERIFY_OK((*source)->close());
}

void UnsafeImagesTest::esxSparseExtent()
{
    // COWDisk_Header, a directory of one entry, a table of 4096, two grains of 4 KiB; the disk is 1 MiB.
    const qint64 grain = 4096;
    QByteArray bytes("COWD" + le32(1) + le32(3) + le32(2048) + le32(8) + le32(4) + le32(1) + le32(0));
    bytes.append(QByteArray(4 * 512 - bytes.size(), '\0'));
    bytes.append(le32(5) + QByteArray(508, '\0'));
    QByteArray table(4096 * 4, '\0');
    const auto dataSector = quint32((bytes.size() + table.size()) / 512);
    table.replace(3 * 4, 4, le32(dataSector));
    table.replace(255 * 4, 4, le32(dataSector + 8));
    bytes.append(table + QByteArray(grain, 'a') + QByteArray(grain, 'b'));
    QVERIFY(writeFile(path(QStringLiteral("esx-delta.vmdk")), bytes));
    const auto file = path(QStringLiteral("esx.vmdk"));
    QVERIFY(writeFile(file, "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"vmfsSparse\"\n"
                            "# Extent description\nRW 2048 VMFSSPARSE \"esx-delta.vmdk\"\n"));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto extents = extentsOf(**source);
    VERIFY_OK(extents);
    QCOMPARE(*extents, (QList<Extent>{{0, 3 * grain, ExtentKind::Hole},
                                      {3 * grain, grain, ExtentKind::Data},
                                      {4 * grain, 251 * grain, ExtentKind::Hole},
                                      {255 * grain, grain, ExtentKind::Data}}));
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    const auto theirs = readByQemu(file, QStringLiteral("vmdk"));
    VERIFY_OK(theirs);
    QVERIFY(*disk == *theirs);
    QCOMPARE(disk->count('a'), grain);
    VERIFY_OK((*source)->close());
}

void UnsafeImagesTest::declaredFormats_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<DiskFormat>("declared");
    QTest::addColumn<ErrorCode>("code");
    for (const char *base : {"qcow2", "vmdk", "vhd", "fixed vhd", "vhdx", "vdi"})
        QTest::addRow("%s declared raw", base) << QByteArray(base) << DiskFormat::Raw << ErrorCode::Unsafe;
    QTest::addRow("qcow2 declared vmdk") << QByteArray("qcow2") << DiskFormat::Vmdk << ErrorCode::InvalidArgument;
    QTest::addRow("raw declared qcow2") << QByteArray("nothing") << DiskFormat::Qcow2 << ErrorCode::InvalidArgument;
}

void UnsafeImagesTest::declaredFormats()
{
    QFETCH(const QByteArray, base);
    QFETCH(const DiskFormat, declared);
    QFETCH(const ErrorCode, code);
    const auto file = path(QStringLiteral("declared"));
    QVERIFY(writeFile(file, m_good.value(base, QByteArray(8192, 'x'))));
    ProbeOptions options;
    options.format = declared;
    const auto image = probeDisk(file, options, {});
    QVERIFY(!image);
    QVERIFY2(image.error().code() == code, qPrintable(image.error().what()));
}

void UnsafeImagesTest::dirtyButReadable()
{
    const auto file = path(QStringLiteral("dirty.qcow2"));
    QVERIFY(writeFile(file, good("qcow2")));
    QVERIFY(patchFile(file, 72, be64(1)));
    auto image = probeDisk(file, {}, {});
    VERIFY_OK(image);
    QVERIFY(image->dirty);
    QCOMPARE(image->warnings.size(), 1);
    auto source = openDisk(*image, {}, {});
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == fileContent(path(QStringLiteral("master.img"))));
    VERIFY_OK((*source)->close());

    QVERIFY(patchFile(file, 72, be64(2)));
    image = probeDisk(file, {}, {});
    VERIFY_OK(image);
    QVERIFY(image->corrupt);
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Corrupt);
}

void UnsafeImagesTest::truncatedIsFoundByExtents_data()
{
    QTest::addColumn<QByteArray>("base");
    for (const char *base : {"qcow2", "qcow2 v2", "vmdk", "stream", "vhdx", "vdi", "vhd"})
        QTest::addRow("%s", base) << QByteArray(base);
}

void UnsafeImagesTest::truncatedIsFoundByExtents()
{
    // QEMU reads what lies past the end of a file as zeroes: a half downloaded image would pass for whole.
    QFETCH(const QByteArray, base);
    const auto whole = good(base);
    const auto file = path(QStringLiteral("truncated"));
    for (int tenths = 1; tenths < 10; ++tenths) {
        QVERIFY(writeFile(file, whole.first(whole.size() * tenths / 10)));
        auto source = openPath(file);
        if (!source) {
            QVERIFY2(source.error().code() == ErrorCode::Corrupt, qPrintable(source.error().what()));
            continue;
        }
        const auto extents = extentsOf(**source);
        if (!extents) {
            QVERIFY2(extents.error().code() == ErrorCode::Corrupt, qPrintable(extents.error().what()));
            QVERIFY2(extents.error().what().contains(QStringLiteral("truncated")), qPrintable(extents.error().what()));
        } else { // cut inside the last compressed grain: it does not inflate, or nothing of it was cut off
            QVERIFY(base == "stream");
            const auto disk = readByExtents(**source);
            QVERIFY2(!disk || *disk == fileContent(path(QStringLiteral("master.img"))),
                     qPrintable(QStringLiteral("%1 tenths passed for the whole").arg(tenths)));
        }
        VERIFY_OK((*source)->close());
    }
}

void UnsafeImagesTest::notImages()
{
    const auto check = [this](const char *name, const QByteArray &bytes, ErrorCode code, const char *words) {
        const auto file = path(QLatin1String(name));
        QVERIFY(writeFile(file, bytes));
        const auto image = probeDisk(file, {}, {});
        QVERIFY2(!image, name);
        QVERIFY2(image.error().code() == code, qPrintable(image.error().what()));
        QVERIFY2(image.error().what().contains(QLatin1String(words)), qPrintable(image.error().what()));
        QVERIFY(!image.error().remedy().isEmpty());
    };
    using enum ErrorCode;
    check("disk.img.gz", QByteArray("\x1f\x8b\x08\x00", 4) + QByteArray(600, 'z'), Unsupported, "gzip");
    check("disk.ova", QByteArray(257, 'o') + "ustar" + QByteArray(600, '\0'), Unsupported, "tar");
    check("disk.hdd", QByteArray("WithoutFreeSpace") + QByteArray(600, '\0'), Unsupported, "Parallels");
    check("half.vhd", QByteArray(8192, 'x'), Corrupt, "truncated");
    check("empty.qcow2", {}, Corrupt, "truncated");
    check("disk.VMDK", QByteArray(8192, 'x'), Corrupt, "vmdk");

    auto image = probeDisk(path(QStringLiteral("nowhere")), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), NotFound);
    image = probeDisk(m_folder.path(), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), Unsupported);
    image = probeDisk(QStringLiteral("/dev/zero"), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), Unsupported);

    // The data part of a VMware disk is raw, whatever its name says.
    const auto flat = path(QStringLiteral("disk-flat.vmdk"));
    QVERIFY(writeFile(flat, QByteArray(8192, 'x')));
    image = probeDisk(flat, {}, {});
    VERIFY_OK(image);
    QCOMPARE(image->format, DiskFormat::Raw);
    QCOMPARE(image->warnings.size(), 1);
}

QTEST_GUILESS_MAIN(UnsafeImagesTest)
#include "tst_unsafe_images.moc"
