#include "hostile_images.h"

#include "image_tools.h"

#include "image/formats/crc32c.h"

namespace sealift::test {

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSize = kHostileDiskSize;
constexpr qint64 kSector = 512;

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

QList<HostileBase> hostileBases()
{
    return {
        {"qcow2", "qcow2", "compat=1.1"},
        {"qcow2 v2", "qcow2", "compat=0.10"},
        {"vmdk", "vmdk", "subformat=monolithicSparse"},
        {"stream", "vmdk", "subformat=streamOptimized"},
        {"vhd", "vpc", "subformat=dynamic,force_size=on"},
        {"fixed vhd", "vpc", "subformat=fixed,force_size=on"},
        {"vhdx", "vhdx", "block_size=1M"},
        {"vdi", "vdi", ""},
    };
}

QList<HostileImage> hostileImages()
{
    QList<HostileImage> images;
    const auto add = [&images](const char *name, const char *base, const Edit &edit, ErrorCode code,
                               const char *words) {
        images.append({name, base, edit, code, QString::fromLatin1(words)});
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
    add("data file name without the bit", "qcow2",
        put(112, be32(0x44415441) + be32(16) + QByteArray("/etc/passwd").leftJustified(16, '\0')), Unsafe,
        "external data file");
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
    add("an extent behind the descriptor's end", "vmdk", put(19 * kSector, "RW 8 FLAT \"/etc/passwd\" 0\n"), Unsafe,
        "hidden");
    add("control character in a comment", "vmdk", retext("# Disk Desc", "# Di\x07k Desc"), Unsafe, "plain text");
    add("no text in a comment", "vmdk", retext("# Disk Desc", "# Di\xffk Desc"), Unsafe, "plain text");
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
    add("qcow2 and ISO 9660", "qcow2", put(32769, "CD001"), Unsafe, "as a disc");
    add("VMDK and UDF", "vmdk", put(32769, "NSR02"), Unsafe, "as a disc");
    add("QED and VDI", "vdi", put(0, QByteArray("QED\0", 4)), Unsafe, "could be read as");
    return images;
}

QList<VulnerabilityImage> vulnerabilityImages(const QByteArray &qcow2, const QByteArray &vmdk)
{
    QList<VulnerabilityImage> images;
    const auto withDescriptor = [&](const QByteArray &text) {
        auto bytes = vmdk;
        bytes.replace(kSector, 20 * kSector, text.leftJustified(20 * kSector, '\0'));
        return bytes;
    };
    const auto descriptor = [](const char *type, const char *extent) {
        return "# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\ncreateType=\"" + QByteArray(type) +
               "\"\n# Extent description\n" + extent + "\n";
    };
    const struct {
        const char *type;
        const char *extent;
        const char *words;
    } extents[] = {
        {"monolithicFlat", "RW 8192 FLAT \"/etc/passwd\" 0", "/etc/passwd"},
        {"monolithicSparse", "RW 8192 FLAT \"/etc/passwd\" 0", "/etc/passwd"},
        {"monolithicSparse", "RW 8192 SPARSE \"/etc/passwd\"", "/etc/passwd"},
        {"streamOptimized", "RW 8192 SPARSE \"../../etc/passwd\"", "etc/passwd"},
        {"twoGbMaxExtentFlat", "RW 8192 FLAT \"/dev/sda\" 0", "/dev/sda"},
        {"monolithicFlat", "rw 8192 flat \"/etc/passwd\" 0", "/etc/passwd"},
        {"monolithicFlat", "RW 8192 FLAT /etc/passwd 0", "/etc/passwd"},
    };
    for (const auto &one : extents)
        images.append({"CVE-2022-47951", QByteArray(one.type) + ", " + one.extent, "vmdk",
                       withDescriptor(descriptor(one.type, one.extent)), QLatin1String(one.words)});

    const auto withDataFile = [&](const QByteArray &name, bool marked) {
        auto bytes = qcow2;
        const auto padding = (8 - name.size() % 8) % 8;
        bytes.replace(112, 8 + name.size() + padding + 8,
                      be32(0x44415441) + be32(static_cast<quint32>(name.size())) + name +
                          QByteArray(padding + 8, '\0'));
        if (marked)
            bytes.replace(72, 8, be64(4));
        return bytes;
    };
    const auto dataFile = QStringLiteral("external data file");
    images.append({"CVE-2024-32498", "data file", "qcow2", withDataFile("/etc/passwd", true), dataFile});
    images.append(
        {"CVE-2024-32498", "data file without its mark", "qcow2", withDataFile("/etc/passwd", false), dataFile});
    auto raw = withDataFile("/etc/passwd", true);
    raw.replace(88, 8, be64(2));
    images.append({"CVE-2024-32498", "raw data file", "qcow2", raw, dataFile});
    auto marked = qcow2;
    marked.replace(72, 8, be64(4));
    images.append({"CVE-2024-32498", "mark without a name", "qcow2", marked, dataFile});
    for (const auto *name :
         {"json:{\"driver\":\"file\",\"filename\":\"/etc/passwd\"}", "json:{\"driver\":\"nbd\",\"host\":\"127.0.0.1\"}",
          "nbd://127.0.0.1/export", "fat:rw:/etc"})
        images.append({"CVE-2024-4467", name, "qcow2", withDataFile(name, true), dataFile});
    return images;
}

QList<HostileDescriptor> hostileDescriptors()
{
    QList<HostileDescriptor> descriptors;
    const auto add = [&descriptors](const char *name, const QByteArray &head, const QByteArray &extents, ErrorCode code,
                                    const char *words) {
        descriptors.append({name, "# Disk DescriptorFile\n" + head + extents, code, QString::fromLatin1(words)});
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
    add("name in no encoding", flat, "RW 8 FLAT \"B\xfcro\" 0\n", Unsafe, "plain text");
    add("name in a code page", "encoding=\"windows-1252\"\n" + flat, "RW 8 FLAT \"B\xfcro\" 0\n", NotFound, "missing");
    add("encrypted", flat + "encryptionKeys=\"x\"\n", "RW 8 FLAT \"master.img\" 0\n", Unsupported, "encrypted");
    add("two create types", flat + "createType=\"vmfs\"\n", "RW 8 FLAT \"master.img\" 0\n", Corrupt, "twice");
    add("no create type", "version=1\nCID=1\nparentCID=ffffffff\n", "RW 8 FLAT \"master.img\" 0\n", Corrupt,
        "createType");
    add("version 9", "version=9\nCID=1\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\n",
        "RW 8 FLAT \"master.img\" 0\n", Unsupported, "version");
    add("too long", flat + QByteArray(200'000, '#'), "\n", Corrupt, "too long");
    add("too many extents", type("twoGbMaxExtentFlat"), QByteArray("RW 8 FLAT \"master.img\" 0\n").repeated(513),
        Unsupported, "more than 512");
    return descriptors;
}

} // namespace sealift::test
