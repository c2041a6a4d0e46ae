#include "image/writers/qcow2_writer.h"

namespace sealift {

Qcow2Writer::Qcow2Writer(std::shared_ptr<const ChunkMap> chunks, Qcow2Layout layout,
                         std::unique_ptr<ImageOutput> output)
    : m_layout(std::move(layout))
    , m_ledger(std::move(chunks))
    , m_output(std::move(output))
{
}

Status Qcow2Writer::begin()
{
    SEALIFT_TRY(m_output->begin(m_layout.fileSize()));
    return m_layout.forEachTable(
        [this](qint64 offset, ByteView content) { return m_output->writeAt(offset, content); });
}

bool Qcow2Writer::ordered() const
{
    return m_output->ordered();
}

Status Qcow2Writer::writeChunk(qint64 index, ByteView data)
{
    SEALIFT_TRY(m_ledger.enter(index, data));
    SEALIFT_TRY(m_output->writeAt(m_layout.chunkOffset(index), data));
    m_ledger.written();
    return {};
}

Status Qcow2Writer::finish()
{
    SEALIFT_TRY(m_ledger.checkComplete());
    return m_output->finish();
}

qint64 Qcow2Writer::bytesWritten() const
{
    return m_output->bytesWritten();
}

} // namespace sealift
