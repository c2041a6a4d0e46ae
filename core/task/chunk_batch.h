#pragma once

#include "base/aligned_buffer.h"
#include "library/blob_writer.h"

#include <vector>

namespace sealift {

/// The chunks of a disk that one worker has read and adds to the library together, so that they are hashed side by
/// side. Holds their memory, which is reused from batch to batch. For one thread.
class ChunkBatch
{
public:
    /// @param capacity chunks at once, at least one. @param chunkSize bytes of the largest chunk.
    ChunkBatch(std::size_t capacity, std::size_t chunkSize);

    bool isFull() const { return m_chunks.size() == m_capacity; }

    /// Memory for the next chunk, until it is kept or asked for again. Not for a full batch.
    MutableBytes room(std::size_t size);

    /// What lies in the room() asked for last, `bytes`, belongs to the batch. Its name will be written to `id`.
    void keep(Digest &id, ByteView bytes);

    struct Added {
        qint64 size = 0; ///< bytes
        bool isNew = false;
    };

    /// Adds all chunks as data blobs, in the order in which they were kept, writes down their names, and is empty
    /// again. Errors: those of BlobWriter::Worker::addAll().
    Result<std::vector<Added>> addTo(BlobWriter::Worker &adder);

private:
    const std::size_t m_capacity;
    const std::size_t m_chunkSize;
    AlignedBuffer m_memory;
    std::vector<Digest *> m_ids;
    std::vector<ByteView> m_chunks;
};

} // namespace sealift
