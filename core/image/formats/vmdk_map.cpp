#include "image/formats/vmdk_map.h"

#include "image/fields.h"
#include "image/format_fault.h"

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
constexpr qint64 kEntry = 4;
constexpr quint32 kZeroedGrain = 1;

} // namespace

VmdkMap::VmdkMap(const FileWindow &file, const VmdkSparseHeader &header, QByteArray directory)
    : m_file(file)
    , m_header(header)
    , m_directory(std::move(directory))
    , m_table(header.grainsPerTable * kEntry, Qt::Uninitialized)
{
}

Result<std::unique_ptr<VmdkMap>> VmdkMap::open(const FileWindow &file, const VmdkSparseHeader &header)
{
    const auto perTable = header.grainSize * header.grainsPerTable;
    const auto entries = (header.capacity + perTable - 1) / perTable;
    SEALIFT_ASSIGN(auto directory,
                   file.read(header.directoryOffset, entries * kEntry, QStringLiteral("the grain directory")));
    return std::unique_ptr<VmdkMap>(new VmdkMap(file, header, std::move(directory)));
}

/// False if the table is in a hole: all its entries are 0.
Result<bool> VmdkMap::readTable(qint64 tableOffset)
{
    const auto end = tableOffset + m_table.size();
    const auto known = [&] { return tableOffset >= m_holeBegin && end <= m_holeEnd; };
    if (!known() && m_file.contains(static_cast<quint64>(tableOffset), static_cast<quint64>(m_table.size()))) {
        m_holeBegin = tableOffset;
        m_holeEnd = m_file.holeEnd(tableOffset);
    }
    if (known())
        return false;
    SEALIFT_TRY(m_file.read(tableOffset, mutableViewOf(m_table), QStringLiteral("a grain table")));
    return true;
}

Status VmdkMap::walkTable(qint64 begin, qint64 end, const Each &each)
{
    const Fields table(viewOf(m_table));
    for (qint64 at = begin; at < end;) {
        const auto grain = at / m_header.grainSize;
        const auto next = std::min(end, (grain + 1) * m_header.grainSize);
        const auto entry = table.le32(static_cast<std::size_t>(grain % m_header.grainsPerTable * kEntry));
        MappedExtent mapped{{at, next - at, ExtentKind::Data}, -1};
        if (entry == 0) {
            mapped.extent.kind = ExtentKind::Hole;
        } else if (entry == kZeroedGrain && m_header.zeroGrains) {
            mapped.extent.kind = ExtentKind::Zero;
        } else {
            const auto offset = qint64{entry} * kSector;
            if (!m_file.contains(static_cast<quint64>(offset), 1))
                return fail(FormatFault(m_file, QStringLiteral("vmdk"))
                                .corrupt(QStringLiteral("grain of the extent's byte %1").arg(at),
                                         QStringLiteral("past the end of the file: it is truncated")));
            if (!m_header.compressed)
                mapped.fileOffset = offset + at % m_header.grainSize;
        }
        SEALIFT_TRY(each(mapped));
        at = next;
    }
    return {};
}

Status VmdkMap::forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop)
{
    const auto perTable = m_header.grainSize * m_header.grainsPerTable;
    const auto end = offset + length;
    for (qint64 at = offset; at < end;) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto index = at / perTable;
        const auto next = std::min(end, (index + 1) * perTable);
        const auto table = Fields(viewOf(m_directory)).le32(static_cast<std::size_t>(index * kEntry));
        bool allocated = false;
        if (table != 0) {
            SEALIFT_ASSIGN(allocated, readTable(qint64{table} * kSector));
        }
        if (allocated)
            SEALIFT_TRY(walkTable(at, next, each));
        else
            SEALIFT_TRY(each({{at, next - at, ExtentKind::Hole}, -1}));
        at = next;
    }
    return {};
}

} // namespace sealift
