#include "image/writers/raw_layout.h"

namespace sealift {

RawLayout::RawLayout(std::shared_ptr<const ChunkMap> chunks)
    : m_chunks(std::move(chunks))
{
}

Status RawLayout::forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const
{
    return sink(chunk * m_chunks->chunkSize(), data);
}

} // namespace sealift
