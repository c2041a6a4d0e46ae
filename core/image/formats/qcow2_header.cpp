#include "image/formats/qcow2_header.h"

#include "image/fields.h"
#include "image/format_fault.h"

#include <array>

namespace sealift {

namespace {

constexpr std::size_t kHeaderV2 = 72;
constexpr std::size_t kHeaderV3 = 104;
constexpr quint32 kMinClusterBits = 9;
constexpr quint32 kMaxClusterBits = 21;
constexpr quint64 kMaxL1Bytes = 32 << 20;
constexpr quint64 kMaxRefcountTableBytes = 8 << 20;
constexpr quint32 kMaxSnapshots = 65536;
constexpr quint64 kMinSnapshotEntry = 40;
constexpr quint64 kMaxBitmapDirectory = 64 << 20;
constexpr std::size_t kMaxBackingName = 1023;
constexpr int kMaxExtensions = 256;
constexpr int kSectorSize = 512;

enum IncompatibleBit : quint64 {
    kDirty = 1U << 0,
    kCorrupt = 1U << 1,
    kExternalData = 1U << 2,
    kCompressionType = 1U << 3,
    kExtendedL2 = 1U << 4,
};
constexpr quint64 kKnownIncompatible = kDirty | kCorrupt | kExternalData | kCompressionType | kExtendedL2;
constexpr quint64 kKnownCompatible = 1U << 0; // lazy refcounts
constexpr quint64 kKnownAutoclear = 3;        // bitmaps, raw external data
constexpr quint64 kRawExternalData = 1U << 1;

enum ExtensionType : quint32 {
    kEnd = 0,
    kBackingFormat = 0xe2792aca,
    kFeatureNames = 0x6803f857,
    kBitmaps = 0x23852875,
    kEncryption = 0x0537be77,
    kDataFileName = 0x44415441,
};

constexpr std::size_t kFeatureNameEntry = 48;
constexpr std::size_t kFeatureNameOffset = 2;

QString hex(quint64 value)
{
    return QStringLiteral("0x%1").arg(value, 0, 16);
}

/// One parse of one file; its steps fill the header in the order of the specification.
class Qcow2Parser
{
public:
    Qcow2Parser(const FileWindow &file, Parents parents)
        : m_file(file)
        , m_parents(parents)
        , m_fault(file, QStringLiteral("qcow2"))
    {
    }

    Result<Qcow2Header> parse();

private:
    Status parseGeometry(const Fields &fields);
    Status parseTables(const Fields &fields);
    Status parseFeatures(const Fields &fields);
    Status parseExtensions(quint64 begin);
    Status parseExtension(quint32 type, quint64 offset, quint32 length);
    Status checkUnknownIncompatible(quint64 unknown);
    Status checkTable(const QString &field, quint64 offset, quint64 bytes);
    QString encryptionRemedy() const;
    QByteArray backingName(quint64 offset, quint32 length) const;
    Status parseBackingFile(const Fields &fields);

    const FileWindow &m_file;
    const Parents m_parents;
    FormatFault m_fault;
    Qcow2Header m_header;
    quint64 m_unknownIncompatible = 0;
    QStringList m_featureNames; ///< names of the unknown incompatible ones, out of the image's own table
};

QString Qcow2Parser::encryptionRemedy() const
{
    return QStringLiteral("Decrypt it first: qemu-img convert --object secret,id=s,file=PASSFILE --image-opts "
                          "driver=qcow2,encrypt.key-secret=s,file.filename=IMAGE -O qcow2 NEW.qcow2");
}

QByteArray Qcow2Parser::backingName(quint64 offset, quint32 length) const
{
    std::array<std::byte, kMaxBackingName> name{};
    const auto view = MutableBytes(name).first(std::min<std::size_t>(length, kMaxBackingName));
    if (!m_file.contains(offset, view.size()) || !m_file.read(static_cast<qint64>(offset), view, {}))
        return "?";
    return toByteArray(view);
}

Status Qcow2Parser::parseBackingFile(const Fields &fields)
{
    const auto length = fields.be32(16);
    const auto name = backingName(fields.be64(8), length);
    if (m_parents == Parents::Refuse)
        return fail(m_fault.unsafe(QStringLiteral("backing_file_offset"),
                                   QStringLiteral("the image is only the difference to the backing file \"%1\"")
                                       .arg(printableText(viewOf(name))),
                                   flattenRemedy(QStringLiteral("qcow2"))));
    if (length == 0 || length > kMaxBackingName || name.size() != static_cast<qsizetype>(length))
        return fail(m_fault.corrupt(QStringLiteral("backing_file_size"), QStringLiteral("%1 bytes").arg(length)));
    m_header.parent = ParentReference{name, std::nullopt, {}};
    return {};
}

Result<Qcow2Header> Qcow2Parser::parse()
{
    std::array<std::byte, kHeaderV3 + 8> start{};
    const auto available = static_cast<std::size_t>(std::min<qint64>(m_file.size(), start.size()));
    if (available < kHeaderV2)
        return fail(m_fault.corrupt(QStringLiteral("header"), QStringLiteral("the file ends inside it")));
    SEALIFT_TRY(m_file.read(0, MutableBytes(start).first(available), QStringLiteral("the header")));
    const Fields fields(start);

    m_header.version = fields.be32(4);
    if (m_header.version != 2 && m_header.version != 3)
        return fail(m_fault.unsupported(QStringLiteral("version"),
                                        QStringLiteral("%1 is neither 2 nor 3").arg(m_header.version),
                                        QStringLiteral("Convert it: qemu-img convert -O qcow2 IMAGE NEW.qcow2")));
    if (fields.be64(8) != 0)
        SEALIFT_TRY(parseBackingFile(fields));
    SEALIFT_TRY(parseGeometry(fields));
    quint64 headerLength = kHeaderV2;
    if (m_header.version == 3) {
        if (available < kHeaderV3)
            return fail(m_fault.corrupt(QStringLiteral("header"), QStringLiteral("the file ends inside it")));
        headerLength = fields.be32(100);
        if (headerLength < kHeaderV3 || headerLength % 8 != 0 ||
            headerLength > static_cast<quint64>(m_header.clusterSize()))
            return fail(m_fault.corrupt(QStringLiteral("header_length"), QStringLiteral("%1 bytes").arg(headerLength)));
        SEALIFT_TRY(parseFeatures(fields));
    }
    SEALIFT_TRY(parseExtensions(headerLength));
    if (m_unknownIncompatible != 0)
        return fail(m_fault.unsupported(
            QStringLiteral("incompatible_features"),
            QStringLiteral("%1 (%2) not understood")
                .arg(hex(m_unknownIncompatible), m_featureNames.join(QStringLiteral(", "))),
            QStringLiteral("Convert it with the program that made it: qemu-img convert -O qcow2 IMAGE NEW.qcow2")));
    SEALIFT_TRY(parseTables(fields));
    return std::move(m_header);
}

Status Qcow2Parser::parseGeometry(const Fields &fields)
{
    const auto clusterBits = fields.be32(20);
    if (clusterBits < kMinClusterBits || clusterBits > kMaxClusterBits)
        return fail(m_fault.corrupt(QStringLiteral("cluster_bits"), QStringLiteral("%1").arg(clusterBits)));
    m_header.clusterBits = static_cast<int>(clusterBits);

    const auto size = fields.be64(24);
    if (size > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return fail(m_fault.corrupt(QStringLiteral("size"), hex(size)));
    if (size % kSectorSize != 0)
        return fail(m_fault.unsupported(
            QStringLiteral("size"),
            QStringLiteral("%1 bytes are no whole number of sectors, and QEMU would cut the rest").arg(size),
            QStringLiteral("Round it up: qemu-img resize IMAGE SIZE, with a multiple of 512.")));
    m_header.virtualSize = static_cast<qint64>(size);

    const auto cryptMethod = fields.be32(32);
    if (cryptMethod == 1 || cryptMethod == 2)
        return fail(m_fault.unsupported(QStringLiteral("crypt_method"),
                                        QStringLiteral("the image is encrypted (%1)")
                                            .arg(cryptMethod == 1 ? QStringLiteral("AES") : QStringLiteral("LUKS")),
                                        encryptionRemedy()));
    if (cryptMethod != 0)
        return fail(m_fault.corrupt(QStringLiteral("crypt_method"), QStringLiteral("%1").arg(cryptMethod)));
    return {};
}

Status Qcow2Parser::parseFeatures(const Fields &fields)
{
    const auto incompatible = fields.be64(72);
    const auto compatible = fields.be64(80);
    const auto autoclear = fields.be64(88);
    if ((incompatible & kExternalData) != 0 || (autoclear & kRawExternalData) != 0)
        return fail(m_fault.unsafe(QStringLiteral("incompatible_features"),
                                   QStringLiteral("the content is in an external data file"),
                                   flattenRemedy(QStringLiteral("qcow2"))));
    m_unknownIncompatible = incompatible & ~kKnownIncompatible;
    m_header.dirty = (incompatible & kDirty) != 0;
    m_header.corrupt = (incompatible & kCorrupt) != 0;
    m_header.extendedL2 = (incompatible & kExtendedL2) != 0;
    if (m_header.extendedL2 && m_header.clusterBits < 14)
        return fail(m_fault.corrupt(QStringLiteral("cluster_bits"),
                                    QStringLiteral("%1 with extended L2 entries").arg(m_header.clusterBits)));
    if ((compatible & ~kKnownCompatible) != 0)
        m_header.unknownFeatures.append(
            QStringLiteral("compatible features %1").arg(hex(compatible & ~kKnownCompatible)));
    if ((autoclear & ~kKnownAutoclear) != 0)
        m_header.unknownFeatures.append(
            QStringLiteral("auto-clear features %1").arg(hex(autoclear & ~kKnownAutoclear)));

    if (fields.be32(96) > 6)
        return fail(m_fault.corrupt(QStringLiteral("refcount_order"), QStringLiteral("%1").arg(fields.be32(96))));
    // The field counts as 0 where the header is too short for it.
    const auto compression = fields.be32(100) > kHeaderV3 ? fields.u8(104) : 0;
    if (((incompatible & kCompressionType) != 0) != (compression != 0))
        return fail(m_fault.corrupt(QStringLiteral("compression_type"), QStringLiteral("contradicts its feature bit")));
    if (compression > 1)
        return fail(m_fault.unsupported(QStringLiteral("compression_type"),
                                        QStringLiteral("%1 is unknown").arg(compression),
                                        QStringLiteral("Convert it: qemu-img convert -O qcow2 IMAGE NEW.qcow2")));
    m_header.zstd = compression == 1;
    return {};
}

Status Qcow2Parser::parseExtensions(quint64 begin)
{
    // The area ends with the first cluster at the latest.
    const auto end = static_cast<quint64>(std::min(m_header.clusterSize(), m_file.size()));
    quint64 offset = begin;
    for (int count = 0; offset + 8 <= end; ++count) {
        std::array<std::byte, 8> head{};
        SEALIFT_TRY(m_file.read(static_cast<qint64>(offset), head, QStringLiteral("the header extensions")));
        const auto type = Fields(head).be32(0);
        const auto length = Fields(head).be32(4);
        offset += head.size();
        if (type == kEnd)
            return {};
        if (length > end - offset || count >= kMaxExtensions)
            return fail(m_fault.corrupt(QStringLiteral("header extension %1").arg(hex(type)),
                                        QStringLiteral("its %1 bytes leave the first cluster").arg(length)));
        SEALIFT_TRY(parseExtension(type, offset, length));
        offset += (quint64{length} + 7) / 8 * 8;
    }
    return {};
}

Status Qcow2Parser::parseExtension(quint32 type, quint64 offset, quint32 length)
{
    switch (type) {
    case kBackingFormat: { // says nothing without a backing file
        if (!m_header.parent)
            return {};
        SEALIFT_ASSIGN(const auto name,
                       m_file.read(static_cast<qint64>(offset), length, QStringLiteral("the backing file's format")));
        // QEMU has its own name for VHD.
        m_header.parent->format = name == "vpc" ? DiskFormat::Vhd : diskFormatFromName(printableText(viewOf(name)));
        return {};
    }
    case kDataFileName:
        return fail(m_fault.unsafe(QStringLiteral("external data file name"),
                                   QStringLiteral("the image names another file as its content"),
                                   flattenRemedy(QStringLiteral("qcow2"))));
    case kEncryption:
        return fail(m_fault.unsupported(QStringLiteral("full disk encryption header"),
                                        QStringLiteral("the image is encrypted"), encryptionRemedy()));
    case kFeatureNames: {
        SEALIFT_ASSIGN(const auto table,
                       m_file.read(static_cast<qint64>(offset), length, QStringLiteral("the feature name table")));
        const Fields entries(viewOf(table));
        for (std::size_t at = 0; at + kFeatureNameEntry <= entries.size(); at += kFeatureNameEntry) {
            const auto bit = entries.u8(at + 1);
            if (entries.u8(at) == 0 && bit < 64 && (m_unknownIncompatible & (quint64{1} << bit)) != 0)
                m_featureNames.append(
                    printableText(entries.bytes(at + kFeatureNameOffset, kFeatureNameEntry - kFeatureNameOffset)));
        }
        return {};
    }
    case kBitmaps: {
        std::array<std::byte, 24> bitmaps{};
        if (length < bitmaps.size())
            return fail(m_fault.corrupt(QStringLiteral("bitmaps extension"), QStringLiteral("%1 bytes").arg(length)));
        SEALIFT_TRY(m_file.read(static_cast<qint64>(offset), bitmaps, QStringLiteral("the bitmaps extension")));
        const auto bytes = Fields(bitmaps).be64(8);
        if (bytes > kMaxBitmapDirectory)
            return fail(m_fault.corrupt(QStringLiteral("bitmap_directory_size"), hex(bytes)));
        return checkTable(QStringLiteral("bitmap_directory_offset"), Fields(bitmaps).be64(16), bytes);
    }
    default:
        m_header.unknownFeatures.append(QStringLiteral("header extension %1").arg(hex(type)));
        return {};
    }
}

Status Qcow2Parser::checkTable(const QString &field, quint64 offset, quint64 bytes)
{
    if (offset % static_cast<quint64>(m_header.clusterSize()) != 0)
        return fail(m_fault.corrupt(field, QStringLiteral("%1 is not on a cluster boundary").arg(hex(offset))));
    if (!m_file.contains(offset, bytes))
        return fail(m_fault.corrupt(field, QStringLiteral("%1 bytes at %2 lie past the end of the file (%3 bytes)")
                                               .arg(bytes)
                                               .arg(offset)
                                               .arg(m_file.size())));
    return {};
}

Status Qcow2Parser::parseTables(const Fields &fields)
{
    const auto entryBytes = m_header.extendedL2 ? 16U : 8U;
    const auto bytesPerL2 = static_cast<quint64>(m_header.clusterSize()) / entryBytes << m_header.clusterBits;
    const auto size = static_cast<quint64>(m_header.virtualSize);
    const auto needed = size / bytesPerL2 + (size % bytesPerL2 != 0 ? 1 : 0);
    const quint64 l1Entries = fields.be32(36);
    if (l1Entries > kMaxL1Bytes / 8)
        return fail(
            m_fault.corrupt(QStringLiteral("l1_size"), QStringLiteral("%1 entries are too many").arg(l1Entries)));
    if (l1Entries < needed)
        return fail(
            m_fault.corrupt(QStringLiteral("l1_size"),
                            QStringLiteral("%1 entries do not cover the disk, %2 would").arg(l1Entries).arg(needed)));
    const auto l1Offset = fields.be64(40);
    if (needed > 0 && l1Offset == 0)
        return fail(m_fault.corrupt(QStringLiteral("l1_table_offset"), QStringLiteral("is 0")));
    SEALIFT_TRY(checkTable(QStringLiteral("l1_table_offset"), l1Offset, l1Entries * 8));
    m_header.l1Entries = static_cast<qint64>(needed);
    m_header.l1Offset = static_cast<qint64>(l1Offset);

    const auto refcountBytes = static_cast<quint64>(fields.be32(56)) << m_header.clusterBits;
    if (refcountBytes == 0 || refcountBytes > kMaxRefcountTableBytes)
        return fail(
            m_fault.corrupt(QStringLiteral("refcount_table_clusters"), QStringLiteral("%1").arg(fields.be32(56))));
    SEALIFT_TRY(checkTable(QStringLiteral("refcount_table_offset"), fields.be64(48), refcountBytes));

    const auto snapshots = fields.be32(60);
    if (snapshots > kMaxSnapshots)
        return fail(m_fault.corrupt(QStringLiteral("nb_snapshots"), QStringLiteral("%1").arg(snapshots)));
    if (snapshots > 0)
        SEALIFT_TRY(checkTable(QStringLiteral("snapshots_offset"), fields.be64(64), snapshots * kMinSnapshotEntry));
    m_header.snapshots = static_cast<int>(snapshots);
    return {};
}

} // namespace

bool looksLikeQcow2(ByteView start)
{
    return Fields(start).startsWith("QFI\xfb");
}

Result<Qcow2Header> readQcow2Header(const FileWindow &file, Parents parents)
{
    return Qcow2Parser(file, parents).parse();
}

} // namespace sealift
