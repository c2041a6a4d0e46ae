#include "image/writers/raw_writer.h"

namespace sealift {

RawWriter::RawWriter(std::shared_ptr<const ChunkMap> chunks, std::unique_ptr<ImageOutput> output)
    : m_chunks(std::move(chunks))
    , m_ledger(m_chunks)
    , m_output(std::move(output))
{
}

Status RawWriter::begin()
{
    return m_output->begin(m_chunks->diskSize());
}

bool RawWriter::ordered() const
{
    return m_output->ordered();
}

Status RawWriter::writeChunk(qint64 index, ByteView data)
{
    SEALIFT_TRY(m_ledger.enter(index, data));
    SEALIFT_TRY(m_output->writeAt(index * m_chunks->chunkSize(), data));
    m_ledger.written();
    return {};
}

Status RawWriter::finish()
{
    SEALIFT_TRY(m_ledger.checkComplete());
    return m_output->finish();
}

qint64 RawWriter::bytesWritten() const
{
    return m_output->bytesWritten();
}

} // namespace sealift
