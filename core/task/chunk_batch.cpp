#include "task/chunk_batch.h"

namespace sealift {

ChunkBatch::ChunkBatch(std::size_t capacity, std::size_t chunkSize)
    : m_capacity(capacity)
    , m_chunkSize(chunkSize)
{
}

MutableBytes ChunkBatch::room(std::size_t size)
{
    Q_ASSERT(!isFull() && size <= m_chunkSize);
    // Of all chunks at once: growing loses what was read. Pages that no chunk reaches cost nothing.
    return m_memory.first(m_capacity * m_chunkSize).subspan(m_chunks.size() * m_chunkSize, size);
}

void ChunkBatch::keep(Digest &id, ByteView bytes)
{
    m_ids.push_back(&id);
    m_chunks.push_back(bytes);
}

Result<std::vector<ChunkBatch::Added>> ChunkBatch::addTo(BlobWriter::Worker &adder)
{
    std::vector<BlobWriter::Added> blobs(m_chunks.size());
    SEALIFT_TRY(adder.addAll(BlobType::Data, m_chunks, blobs));
    std::vector<Added> added;
    added.reserve(blobs.size());
    for (std::size_t i = 0; i < blobs.size(); ++i) {
        *m_ids[i] = blobs[i].id;
        added.push_back({static_cast<qint64>(m_chunks[i].size()), blobs[i].isNew});
    }
    m_ids.clear();
    m_chunks.clear();
    return added;
}

} // namespace sealift
