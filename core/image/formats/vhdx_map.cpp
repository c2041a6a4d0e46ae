#include "image/formats/vhdx_map.h"

#include "image/fields.h"
#include "image/format_fault.h"

namespace sealift {

namespace {

constexpr qint64 kEntry = 8;
constexpr qint64 kWindowEntries = 64 * 1024;
constexpr quint64 kStateMask = 7;
constexpr quint64 kOffsetMask = ~quint64{0xfffff}; // FileOffsetMB counts MiB from bit 20 on

/// PayloadBlockState, 2.5.1.1.
enum State : quint64 {
    kNotPresent = 0,
    kUndefined = 1,
    kZero = 2,
    kUnmapped = 3,
    kUnmappedEarly = 5, // as images of the format's draft 0.95 have it
    kFullyPresent = 6,
};

} // namespace

VhdxMap::VhdxMap(const FileWindow &file, const VhdxHeader &header)
    : m_file(file)
    , m_header(header)
{
    const auto blocks = (header.virtualSize + header.blockSize - 1) / header.blockSize;
    m_entries = blocks == 0 ? 0 : blocks + (blocks - 1) / header.chunkRatio();
}

Result<quint64> VhdxMap::entryAt(qint64 index)
{
    if (index < m_windowFirst || index >= m_windowFirst + m_window.size() / kEntry) {
        const auto count = std::min(kWindowEntries, m_entries - index);
        SEALIFT_ASSIGN(m_window, m_file.read(m_header.tableOffset + index * kEntry, count * kEntry,
                                             QStringLiteral("the block allocation table")));
        m_windowFirst = index;
    }
    return Fields(viewOf(m_window)).le64(static_cast<std::size_t>((index - m_windowFirst) * kEntry));
}

Result<MappedExtent> VhdxMap::blockAt(qint64 begin, qint64 end)
{
    const auto block = begin / m_header.blockSize;
    SEALIFT_ASSIGN(const auto entry, entryAt(block + block / m_header.chunkRatio()));
    MappedExtent mapped{{begin, std::min(end, (block + 1) * m_header.blockSize) - begin, ExtentKind::Hole}, -1};
    const FormatFault fault(m_file, QStringLiteral("vhdx"));
    switch (entry & kStateMask) {
    case kNotPresent:
    case kUndefined:
    case kUnmapped:
    case kUnmappedEarly:
        return mapped;
    case kZero:
        mapped.extent.kind = ExtentKind::Zero;
        return mapped;
    case kFullyPresent:
        break;
    default:
        return fail(
            fault.corrupt(QStringLiteral("block %1").arg(block), QStringLiteral("state %1").arg(entry & kStateMask)));
    }
    const auto offset = entry & kOffsetMask;
    if (offset == 0 || !m_file.contains(offset, static_cast<quint64>(m_header.blockSize)))
        return fail(fault.corrupt(QStringLiteral("block %1").arg(block),
                                  QStringLiteral("past the end of the file: it is truncated")));
    mapped.extent.kind = ExtentKind::Data;
    mapped.fileOffset = static_cast<qint64>(offset) + begin % m_header.blockSize;
    return mapped;
}

} // namespace sealift
