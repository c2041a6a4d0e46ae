#include "image/writers/qcow2_compressed_writer.h"

#include "image/writers/field_writer.h"
#include "image/writers/qcow2_header_data.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kCluster = Qcow2Space::kCluster;
constexpr qint64 kTableEntries = kCluster / 8;
constexpr qint64 kTableReach = kTableEntries * kCluster;
constexpr qint64 kRefcountEntries = kCluster / 2;
constexpr qint64 kSector = 512;
constexpr quint64 kCopied = 1ULL << 63;
constexpr quint64 kCompressed = 1ULL << 62;
constexpr int kSectorsShift = 54; // 62 - (cluster bits - 8)

qint64 ceilDivide(qint64 value, qint64 divisor)
{
    return (value + divisor - 1) / divisor;
}

/// "Compressed Clusters Descriptor": the byte, and how many sectors are touched beyond the first one.
quint64 compressedEntry(qint64 offset, qint64 size)
{
    const auto sectors = (offset + size - 1) / kSector - offset / kSector;
    return kCompressed | (static_cast<quint64>(sectors) << kSectorsShift) | static_cast<quint64>(offset);
}

/// More than all allocated chunks can take, incompressible, with their tables.
qint64 mostBytes(const ChunkMap &chunks, qint64 firstData)
{
    const auto data = ceilDivide(chunks.allocatedBytes(), kCluster) + chunks.allocatedCount() + 2;
    return firstData + (data + data / kRefcountEntries + 4) * kCluster;
}

} // namespace

/// Compresses the clusters of one chunk. Serves one thread at a time.
class Qcow2CompressedWriter::Packer
{
public:
    explicit Packer(BlockCompressor::Method method)
        : m_compressor(method)
    {
    }

    /// Afterwards every cluster is in one of the lists, or all zero.
    Status pack(ByteView data)
    {
        m_packed.clear();
        m_sizes.clear();
        m_packedClusters.clear();
        m_plainClusters.clear();
        for (qint64 cluster = 0; cluster * kCluster < static_cast<qint64>(data.size()); ++cluster) {
            const auto content = clusterOf(data, cluster);
            if (isAllZero(content))
                continue;
            const auto begin = m_packed.size();
            m_packed.resize(begin + kCluster - 1);
            SEALIFT_ASSIGN(const auto size, m_compressor.compress(content, MutableBytes(m_packed).subspan(begin)));
            m_packed.resize(begin + size);
            if (size == 0) {
                m_plainClusters.push_back(cluster);
                continue;
            }
            m_packedClusters.push_back(cluster);
            m_sizes.push_back(static_cast<qint64>(size));
        }
        return {};
    }

    /// A cluster of the chunk; the disk's last one is filled up with zeroes.
    ByteView clusterOf(ByteView data, qint64 cluster)
    {
        const auto rest = data.subspan(static_cast<std::size_t>(cluster * kCluster));
        if (rest.size() >= kCluster)
            return rest.first(kCluster);
        m_last.assign(rest.begin(), rest.end());
        m_last.resize(kCluster);
        return m_last;
    }

    ByteView packed() const { return m_packed; }
    const std::vector<qint64> &sizes() const { return m_sizes; }
    const std::vector<qint64> &packedClusters() const { return m_packedClusters; }
    const std::vector<qint64> &plainClusters() const { return m_plainClusters; }

private:
    BlockCompressor m_compressor;
    std::vector<std::byte> m_packed;
    std::vector<qint64> m_sizes; ///< of the pieces in m_packed
    std::vector<qint64> m_packedClusters;
    std::vector<qint64> m_plainClusters;
    std::vector<std::byte> m_last;
};

Result<std::unique_ptr<DiskWriter>> Qcow2CompressedWriter::create(std::shared_ptr<const ChunkMap> chunks,
                                                                  const std::shared_ptr<const ChunkMap> &disk,
                                                                  std::unique_ptr<ImageOutput> output,
                                                                  BlockCompressor::Method method)
{
    SEALIFT_ASSIGN(auto tables, disk->inBlocksOf(kTableReach));
    return std::unique_ptr<DiskWriter>(
        new Qcow2CompressedWriter(std::move(chunks), std::move(tables), std::move(output), method));
}

Qcow2CompressedWriter::Qcow2CompressedWriter(std::shared_ptr<const ChunkMap> chunks, ChunkMap tables,
                                             std::unique_ptr<ImageOutput> output, BlockCompressor::Method method)
    : m_chunks(std::move(chunks))
    , m_tables(std::move(tables))
    , m_output(std::move(output))
    , m_method(method)
    , m_ledger(m_chunks)
    , m_l1Entries(std::max<qint64>(1, m_tables.chunkCount())) // an empty disk has a table, too
    , m_firstTable((1 + ceilDivide(m_l1Entries, kTableEntries)) * kCluster)
    , m_space(m_firstTable / kCluster + m_tables.allocatedCount())
{
}

Qcow2CompressedWriter::~Qcow2CompressedWriter() = default;

Status Qcow2CompressedWriter::begin()
{
    SEALIFT_TRY(m_output->begin(mostBytes(*m_chunks, m_space.end())));
    return writeL1Table();
}

qint64 Qcow2CompressedWriter::tableOffset(qint64 l1Index) const
{
    return m_firstTable + m_tables.allocatedBefore(l1Index) * kCluster;
}

Status Qcow2CompressedWriter::writeL1Table()
{
    std::vector<std::byte> bytes(static_cast<std::size_t>(m_firstTable - kCluster));
    FieldWriter table(bytes);
    for (qint64 i = 0; i < m_tables.chunkCount(); ++i) {
        if (m_tables.isAllocated(i))
            table.be64(static_cast<std::size_t>(i * 8), kCopied | static_cast<quint64>(tableOffset(i)));
    }
    return m_output->writeAt(kCluster, bytes);
}

Status Qcow2CompressedWriter::writeChunk(qint64 index, ByteView data)
{
    SEALIFT_TRY(m_ledger.enter(index, data));
    auto packer = takePacker();
    SEALIFT_TRY(packer->pack(data));
    std::vector<quint64> entries(static_cast<std::size_t>(ceilDivide(static_cast<qint64>(data.size()), kCluster)));
    if (!packer->sizes().empty()) {
        auto offset = m_space.takePacked(packer->sizes());
        SEALIFT_TRY(m_output->writeAt(offset, packer->packed()));
        for (std::size_t i = 0; i < packer->sizes().size(); ++i) {
            entries[static_cast<std::size_t>(packer->packedClusters()[i])] =
                compressedEntry(offset, packer->sizes()[i]);
            offset += packer->sizes()[i];
        }
    }
    auto place =
        packer->plainClusters().empty() ? 0 : m_space.takeClusters(static_cast<qint64>(packer->plainClusters().size()));
    for (const auto cluster : packer->plainClusters()) {
        SEALIFT_TRY(m_output->writeAt(place, packer->clusterOf(data, cluster)));
        entries[static_cast<std::size_t>(cluster)] = kCopied | static_cast<quint64>(place);
        place += kCluster;
    }
    returnPacker(std::move(packer));
    SEALIFT_TRY(writeEntries(index * m_chunks->chunkSize() / kCluster, entries));
    m_ledger.written();
    return {};
}

Status Qcow2CompressedWriter::writeEntries(qint64 firstCluster, const std::vector<quint64> &entries)
{
    const auto end = firstCluster + static_cast<qint64>(entries.size());
    for (auto cluster = firstCluster; cluster < end;) {
        const auto l1Index = cluster / kTableEntries;
        const auto next = std::min(end, (l1Index + 1) * kTableEntries);
        std::vector<std::byte> bytes(static_cast<std::size_t>((next - cluster) * 8));
        FieldWriter part(bytes);
        for (auto i = cluster; i < next; ++i)
            part.be64(static_cast<std::size_t>((i - cluster) * 8), entries[static_cast<std::size_t>(i - firstCluster)]);
        SEALIFT_TRY(m_output->writeAt(tableOffset(l1Index) + cluster % kTableEntries * 8, bytes));
        cluster = next;
    }
    return {};
}

/// "Host cluster management": the blocks and their table count themselves, too.
Status Qcow2CompressedWriter::writeRefcounts()
{
    const auto used = m_space.end() / kCluster;
    qint64 blocks = 0;
    qint64 clusters = 0;
    do {
        clusters = used + blocks + m_refcountTableClusters;
        blocks = ceilDivide(clusters, kRefcountEntries);
        m_refcountTableClusters = ceilDivide(blocks, kTableEntries);
    } while (clusters != used + blocks + m_refcountTableClusters);
    const auto firstBlock = m_space.takeClusters(blocks);
    m_refcountTable = m_space.takeClusters(m_refcountTableClusters);

    const auto &references = m_space.references();
    std::vector<std::byte> bytes(kCluster);
    for (qint64 i = 0; i < blocks; ++i) {
        FieldWriter block(bytes);
        block.fill(std::byte{0});
        const auto begin = i * kRefcountEntries;
        const auto end = std::min(static_cast<qint64>(references.size()), begin + kRefcountEntries);
        for (auto k = begin; k < end; ++k)
            block.be16(static_cast<std::size_t>((k - begin) * 2), references[static_cast<std::size_t>(k)]);
        SEALIFT_TRY(m_output->writeAt(firstBlock + i * kCluster, bytes));
    }
    std::vector<std::byte> table(static_cast<std::size_t>(m_refcountTableClusters * kCluster));
    for (qint64 i = 0; i < blocks; ++i)
        FieldWriter(table).be64(static_cast<std::size_t>(i * 8), static_cast<quint64>(firstBlock + i * kCluster));
    return m_output->writeAt(m_refcountTable, table);
}

Status Qcow2CompressedWriter::finish()
{
    SEALIFT_TRY(m_ledger.checkComplete());
    SEALIFT_TRY(writeRefcounts());
    std::vector<std::byte> header(kCluster);
    fillQcow2Header(header, {.virtualSize = m_tables.diskSize(),
                             .l1Entries = m_l1Entries,
                             .l1Offset = kCluster,
                             .refcountTableOffset = m_refcountTable,
                             .refcountTableClusters = m_refcountTableClusters,
                             .zstd = m_method == BlockCompressor::Method::Zstd});
    SEALIFT_TRY(m_output->writeAt(0, header));
    SEALIFT_TRY(m_output->endAt(m_space.end()));
    return m_output->finish();
}

std::unique_ptr<Qcow2CompressedWriter::Packer> Qcow2CompressedWriter::takePacker()
{
    const std::lock_guard lock(m_packersMutex);
    if (m_packers.empty())
        return std::make_unique<Packer>(m_method);
    auto packer = std::move(m_packers.back());
    m_packers.pop_back();
    return packer;
}

void Qcow2CompressedWriter::returnPacker(std::unique_ptr<Packer> packer)
{
    const std::lock_guard lock(m_packersMutex);
    m_packers.push_back(std::move(packer));
}

} // namespace sealift
