#include "image/writers/vmdk_stream_writer.h"

#include "image/writers/block_compressor.h"
#include "image/writers/field_writer.h"

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

constexpr qint64 kStretch = 1LL << 20;
constexpr qint64 kTableReach = kVmdkGrain * kVmdkGrainsPerTable;
constexpr std::size_t kGrainMarker = 12; // sector of the disk, bytes of the data that follows
constexpr qint64 kLastSector = 0xffffffff;

qint64 roundUp(qint64 value, qint64 unit)
{
    return (value + unit - 1) / unit * unit;
}

/// More than all allocated chunks can take, incompressible, with their tables.
qint64 mostBytes(const ChunkMap &chunks, qint64 diskSize)
{
    const auto grains = roundUp(chunks.allocatedBytes(), kVmdkGrain) / kVmdkGrain;
    const auto perGrain = static_cast<qint64>(BlockCompressor::bound(kVmdkGrain)) + 2 * kVmdkSector;
    const auto tables = diskSize / kTableReach + 1;
    return kVmdkOverhead + grains * perGrain + tables * 6 * kVmdkSector + 8 * kVmdkSector;
}

std::vector<std::byte> littleEndian(const std::vector<quint32> &entries)
{
    const auto bytes = roundUp(static_cast<qint64>(entries.size()) * 4, kVmdkSector);
    std::vector<std::byte> table(static_cast<std::size_t>(bytes));
    FieldWriter fields(table);
    for (std::size_t i = 0; i < entries.size(); ++i)
        fields.le32(i * 4, entries[i]);
    return table;
}

} // namespace

/// Makes grain records of a stretch; they do not depend on where they will lie.
class VmdkStreamWriter::Packer
{
public:
    Status pack(Stretch &stretch)
    {
        const ByteView plain(stretch.plain);
        for (std::size_t at = 0; at < plain.size(); at += kVmdkGrain) {
            const auto grain = plain.subspan(at, kVmdkGrain);
            if (!isAllZero(grain))
                SEALIFT_TRY(add(stretch, stretch.offset + static_cast<qint64>(at), grain));
        }
        return {};
    }

private:
    Status add(Stretch &stretch, qint64 offset, ByteView grain)
    {
        const auto begin = stretch.packed.size();
        const auto room = static_cast<qint64>(kGrainMarker + BlockCompressor::bound(kVmdkGrain));
        stretch.packed.resize(begin + static_cast<std::size_t>(roundUp(room, kVmdkSector)));
        const auto record = MutableBytes(stretch.packed).subspan(begin);
        SEALIFT_ASSIGN(const auto size, m_compressor.compress(grain, record.subspan(kGrainMarker)));
        if (size == 0)
            return fail(Error(ErrorCode::Internal, QStringLiteral("a grain had no room")));
        FieldWriter marker(record);
        marker.le64(0, static_cast<quint64>(offset / kVmdkSector));
        marker.le32(8, static_cast<quint32>(size));
        const auto length = roundUp(static_cast<qint64>(kGrainMarker + size), kVmdkSector);
        std::fill(record.begin() + static_cast<std::ptrdiff_t>(kGrainMarker + size), record.begin() + length,
                  std::byte{0});
        stretch.packed.resize(begin + static_cast<std::size_t>(length));
        stretch.grains.push_back({offset / kVmdkGrain, length});
        return {};
    }

    BlockCompressor m_compressor{BlockCompressor::Method::Zlib};
};

VmdkStreamWriter::VmdkStreamWriter(std::shared_ptr<const ChunkMap> chunks, qint64 diskSize,
                                   std::unique_ptr<ImageOutput> output, QString name)
    : m_chunks(std::move(chunks))
    , m_diskSize(diskSize)
    , m_output(std::move(output))
    , m_name(std::move(name))
    , m_ledger(m_chunks)
    , m_appender(*m_output)
    , m_tableEntries(kVmdkGrainsPerTable)
    , m_directory(static_cast<std::size_t>(std::max<qint64>(1, roundUp(diskSize, kTableReach) / kTableReach)))
    , m_workers(static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U)), [] {
        return [packer = std::make_shared<Packer>()](Stretch &stretch) { return packer->pack(stretch); };
    })
{
}

VmdkStreamWriter::~VmdkStreamWriter() = default;

Status VmdkStreamWriter::begin()
{
    SEALIFT_TRY(m_output->begin(mostBytes(*m_chunks, m_diskSize)));
    SEALIFT_TRY(m_appender.append(makeVmdkHeader(m_diskSize, -1)));
    auto descriptor = makeVmdkDescriptor(m_diskSize, m_name);
    descriptor.resize(kVmdkOverhead - kVmdkSector, '\0');
    return m_appender.append(viewOf(descriptor));
}

Status VmdkStreamWriter::writeChunk(qint64 index, ByteView data)
{
    SEALIFT_TRY(m_ledger.enter(index, data));
    if (index < m_lastChunk)
        return fail(Error(
            ErrorCode::Internal,
            QStringLiteral("%1: chunk %2 was to be written after chunk %3").arg(m_name).arg(index).arg(m_lastChunk)));
    m_lastChunk = index;
    for (std::size_t at = 0; at < data.size(); at += kStretch) {
        const auto part = data.subspan(at, std::min<std::size_t>(kStretch, data.size() - at));
        Stretch stretch;
        stretch.offset = index * m_chunks->chunkSize() + static_cast<qint64>(at);
        stretch.endsChunk = at + part.size() == data.size();
        const auto whole = static_cast<std::size_t>(roundUp(static_cast<qint64>(part.size()), kVmdkGrain));
        stretch.plain.reserve(whole);
        stretch.plain.assign(part.begin(), part.end());
        stretch.plain.resize(whole);
        while (m_workers.isFull())
            SEALIFT_TRY(appendOldest());
        m_workers.give(std::move(stretch));
    }
    return {};
}

Status VmdkStreamWriter::appendOldest()
{
    const auto stretch = m_workers.fetch();
    const auto appended = stretch ? append(*stretch) : fail(stretch.error());
    m_failed = m_failed || !appended;
    return appended;
}

Status VmdkStreamWriter::append(const Stretch &stretch)
{
    auto position = m_appender.position();
    for (const auto &grain : stretch.grains) {
        const auto table = grain.index / kVmdkGrainsPerTable;
        if (table != m_table) {
            SEALIFT_TRY(closeTable());
            position = m_appender.position();
            m_table = table;
        }
        SEALIFT_ASSIGN(const auto sector, sectorAt(position));
        m_tableEntries[static_cast<std::size_t>(grain.index % kVmdkGrainsPerTable)] = sector;
        position += grain.length;
    }
    SEALIFT_TRY(m_appender.append(stretch.packed));
    if (stretch.endsChunk)
        m_ledger.written();
    return {};
}

/// Tables count in 32 bits.
Result<quint32> VmdkStreamWriter::sectorAt(qint64 position) const
{
    if (position / kVmdkSector > kLastSector)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1: a VMDK file ends at 2 TiB, and the disk takes more").arg(m_name),
                          QStringLiteral("Choose another format.")));
    return static_cast<quint32>(position / kVmdkSector);
}

/// Appends the table of the grains so far. A table without grains is left out: its directory entry stays zero.
Status VmdkStreamWriter::closeTable()
{
    if (m_table < 0)
        return {};
    const auto table = littleEndian(m_tableEntries);
    SEALIFT_TRY(m_appender.append(makeVmdkMarker(VmdkMarker::GrainTable, static_cast<qint64>(table.size()))));
    SEALIFT_ASSIGN(m_directory[static_cast<std::size_t>(m_table)], sectorAt(m_appender.position()));
    std::fill(m_tableEntries.begin(), m_tableEntries.end(), 0);
    return m_appender.append(table);
}

Status VmdkStreamWriter::appendDirectory()
{
    const auto table = littleEndian(m_directory);
    SEALIFT_TRY(m_appender.append(makeVmdkMarker(VmdkMarker::GrainDirectory, static_cast<qint64>(table.size()))));
    const auto directory = m_appender.position();
    SEALIFT_TRY(m_appender.append(table));
    SEALIFT_TRY(m_appender.append(makeVmdkMarker(VmdkMarker::Footer, kVmdkSector)));
    SEALIFT_TRY(m_appender.append(makeVmdkHeader(m_diskSize, directory)));
    return m_appender.append(makeVmdkMarker(VmdkMarker::EndOfStream, 0));
}

Status VmdkStreamWriter::finish()
{
    while (!m_failed && !m_workers.isEmpty())
        SEALIFT_TRY(appendOldest());
    SEALIFT_TRY(m_ledger.checkComplete());
    SEALIFT_TRY(closeTable());
    SEALIFT_TRY(appendDirectory());
    const auto size = m_appender.position();
    SEALIFT_TRY(m_appender.flush());
    SEALIFT_TRY(m_output->endAt(size));
    return m_output->finish();
}

} // namespace sealift
