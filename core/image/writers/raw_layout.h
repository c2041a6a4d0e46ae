#pragma once

#include "image/writers/chunk_map.h"
#include "image/writers/image_layout.h"

#include <memory>

namespace sealift {

/// The disk's bytes and nothing else.
class RawLayout final : public ImageLayout
{
public:
    explicit RawLayout(std::shared_ptr<const ChunkMap> chunks);

    qint64 fileSize() const override { return m_chunks->diskSize(); }
    qint64 storedBytes() const override { return m_chunks->allocatedBytes(); }
    Status forEachTable(const Sink &) const override { return {}; }
    Status forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const override;

private:
    std::shared_ptr<const ChunkMap> m_chunks;
};

} // namespace sealift
