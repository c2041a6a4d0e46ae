#include "image/formats/vdi_header.h"

#include "image/fields.h"
#include "image/format_fault.h"

#include <array>

namespace sealift {

namespace {

constexpr std::size_t kHeaderBytes = 512;
constexpr quint32 kSignature = 0xbeda107f;
constexpr quint32 kVersion = 0x00010001;
constexpr quint32 kMinHeaderSize = 384;
constexpr quint32 kBlockSize = 1 << 20;
constexpr quint32 kMaxBlocks = 0x1fffffff;
constexpr quint32 kSector = 512;
constexpr quint32 kUnallocated = 0xffffffff;
constexpr quint32 kZeroBlock = 0xfffffffe;
constexpr qint64 kEntry = 4;
constexpr qint64 kWindowEntries = 256 * 1024;

enum Field : std::size_t {
    kSignatureAt = 0x40,
    kVersionAt = 0x44,
    kHeaderSizeAt = 0x48,
    kTypeAt = 0x4c,
    kMapOffsetAt = 0x154,
    kDataOffsetAt = 0x158,
    kSectorSizeAt = 0x168,
    kDiskSizeAt = 0x170,
    kBlockSizeAt = 0x178,
    kBlockExtraAt = 0x17c,
    kBlocksAt = 0x180,
    kAllocatedAt = 0x184,
    kLinkAt = 0x1a8,
    kParentAt = 0x1b8,
    kUuidSize = 16,
};

enum Type : quint32 { kDynamic = 1, kFixed = 2, kUndo = 3, kDifferencing = 4 };

Status checkKind(const Fields &fields, const FormatFault &fault)
{
    const auto convert = QStringLiteral("Convert it with VirtualBox: VBoxManage clonemedium disk IMAGE NEW.vdi");
    if (fields.le32(kVersionAt) != kVersion)
        return fail(fault.unsupported(QStringLiteral("version"),
                                      QStringLiteral("0x%1").arg(fields.le32(kVersionAt), 0, 16), convert));
    if (fields.le32(kHeaderSizeAt) < kMinHeaderSize)
        return fail(fault.corrupt(QStringLiteral("header size"), QStringLiteral("%1").arg(fields.le32(kHeaderSizeAt))));
    const auto type = fields.le32(kTypeAt);
    if (type == kDifferencing || !isAllZero(fields.bytes(kLinkAt, kUuidSize)) ||
        !isAllZero(fields.bytes(kParentAt, kUuidSize)))
        return fail(fault.unsafe(
            QStringLiteral("image type"), QStringLiteral("a differencing image, which is nothing without its parent"),
            QStringLiteral("Delete its snapshots, or clone the disk: VBoxManage clonemedium disk IMAGE NEW.vdi")));
    if (type == kUndo)
        return fail(
            fault.unsupported(QStringLiteral("image type"), QStringLiteral("undo images are not read"), convert));
    if (type != kDynamic && type != kFixed)
        return fail(fault.corrupt(QStringLiteral("image type"), QStringLiteral("%1").arg(type)));
    if (fields.le32(kSectorSizeAt) != kSector)
        return fail(fault.unsupported(QStringLiteral("sector size"),
                                      QStringLiteral("%1").arg(fields.le32(kSectorSizeAt)), convert));
    if (fields.le32(kBlockSizeAt) != kBlockSize || fields.le32(kBlockExtraAt) != 0)
        return fail(fault.unsupported(QStringLiteral("block size"),
                                      QStringLiteral("%1 + %2, only 1 MiB is read")
                                          .arg(fields.le32(kBlockSizeAt))
                                          .arg(fields.le32(kBlockExtraAt)),
                                      convert));
    return {};
}

} // namespace

bool looksLikeVdi(ByteView start)
{
    return start.size() >= kHeaderBytes && Fields(start).le32(kSignatureAt) == kSignature;
}

Result<VdiHeader> readVdiHeader(const FileWindow &file)
{
    const FormatFault fault(file, QStringLiteral("vdi"));
    std::array<std::byte, kHeaderBytes> bytes{};
    SEALIFT_TRY(file.read(0, bytes, QStringLiteral("the header")));
    const Fields fields(bytes);
    SEALIFT_TRY(checkKind(fields, fault));

    const quint64 blocks = fields.le32(kBlocksAt);
    const auto size = fields.le64(kDiskSizeAt);
    if (blocks > kMaxBlocks || size > blocks * kBlockSize)
        return fail(
            fault.corrupt(QStringLiteral("disk size"), QStringLiteral("%1 bytes in %2 blocks").arg(size).arg(blocks)));
    const quint64 map = fields.le32(kMapOffsetAt);
    const quint64 data = fields.le32(kDataOffsetAt);
    if (map % kSector != 0 || data % kSector != 0 || map < kHeaderBytes || map + blocks * kEntry > data)
        return fail(
            fault.corrupt(QStringLiteral("block map"),
                          QStringLiteral("at %1 with %2 entries, data from %3 on").arg(map).arg(blocks).arg(data)));
    const quint64 allocated = fields.le32(kAllocatedAt);
    if (allocated > blocks)
        return fail(
            fault.corrupt(QStringLiteral("blocks allocated"), QStringLiteral("%1 of %2").arg(allocated).arg(blocks)));
    if (!file.contains(map, blocks * kEntry) || (allocated > 0 && !file.contains(data, allocated * kBlockSize)))
        return fail(fault.corrupt(
            QStringLiteral("blocks allocated"),
            QStringLiteral("%1 MiB, but the file has only %2 bytes: it is truncated").arg(allocated).arg(file.size())));

    VdiHeader header;
    header.fixed = fields.le32(kTypeAt) == kFixed;
    header.virtualSize = static_cast<qint64>(size);
    header.blockSize = kBlockSize;
    header.blocks = static_cast<qint64>(blocks);
    header.mapOffset = static_cast<qint64>(map);
    header.dataOffset = static_cast<qint64>(data);
    header.creator = printableText(fields.bytes(0, kSignatureAt));
    while (header.creator.endsWith(QLatin1Char('?'))) // its line end
        header.creator.chop(1);
    return header;
}

VdiMap::VdiMap(const FileWindow &file, const VdiHeader &header)
    : m_file(file)
    , m_header(header)
{
}

/// The first entry of the window behind `index` that differs from it.
qint64 VdiMap::endOfRun(qint64 index) const
{
    const Fields window(viewOf(m_window));
    const auto value = window.le32(static_cast<std::size_t>(index * kEntry));
    const auto count = m_window.size() / kEntry;
    while (index < count && window.le32(static_cast<std::size_t>(index * kEntry)) == value)
        ++index;
    return index;
}

Result<MappedExtent> VdiMap::blockAt(qint64 begin, qint64 end)
{
    const auto block = begin / m_header.blockSize;
    if (block < m_windowFirst || block >= m_windowFirst + m_window.size() / kEntry) {
        const auto count = std::min(kWindowEntries, m_header.blocks - block);
        SEALIFT_ASSIGN(m_window, m_file.read(m_header.mapOffset + block * kEntry, count * kEntry,
                                             QStringLiteral("the block map")));
        m_windowFirst = block;
    }
    const auto entry = Fields(viewOf(m_window)).le32(static_cast<std::size_t>((block - m_windowFirst) * kEntry));
    MappedExtent mapped{{begin, std::min(end, (block + 1) * m_header.blockSize) - begin, ExtentKind::Hole}, -1};
    if (entry == kUnallocated || entry == kZeroBlock) {
        // All equal ones at once: a large disk has millions.
        const auto sameEnd = (m_windowFirst + endOfRun(block - m_windowFirst)) * m_header.blockSize;
        mapped.extent.length = std::min(end, sameEnd) - begin;
        if (entry == kZeroBlock)
            mapped.extent.kind = ExtentKind::Zero;
        return mapped;
    }
    const auto offset = m_header.dataOffset + qint64{entry} * m_header.blockSize;
    if (!m_file.contains(static_cast<quint64>(offset), static_cast<quint64>(m_header.blockSize)))
        return fail(FormatFault(m_file, QStringLiteral("vdi"))
                        .corrupt(QStringLiteral("block %1").arg(block),
                                 QStringLiteral("past the end of the file: it is truncated")));
    mapped.extent.kind = ExtentKind::Data;
    mapped.fileOffset = offset + begin % m_header.blockSize;
    return mapped;
}

} // namespace sealift
