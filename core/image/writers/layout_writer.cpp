#include "image/writers/layout_writer.h"

namespace sealift {

LayoutWriter::LayoutWriter(std::shared_ptr<const ChunkMap> chunks, std::unique_ptr<const ImageLayout> layout,
                           std::unique_ptr<ImageOutput> output)
    : m_layout(std::move(layout))
    , m_ledger(std::move(chunks))
    , m_output(std::move(output))
    , m_sink([this](qint64 offset, ByteView content) { return m_output->writeAt(offset, content); })
{
}

Status LayoutWriter::begin()
{
    SEALIFT_TRY(m_output->begin(m_layout->fileSize()));
    return m_layout->forEachTable(m_sink);
}

bool LayoutWriter::ordered() const
{
    return m_output->ordered();
}

Status LayoutWriter::writeChunk(qint64 index, ByteView data)
{
    SEALIFT_TRY(m_ledger.enter(index, data));
    SEALIFT_TRY(m_layout->forEachPiece(index, data, m_sink));
    m_ledger.written();
    return {};
}

Status LayoutWriter::finish()
{
    SEALIFT_TRY(m_ledger.checkComplete());
    SEALIFT_TRY(m_layout->forEachTrailer(m_sink));
    return m_output->finish();
}

qint64 LayoutWriter::bytesWritten() const
{
    return m_output->bytesWritten();
}

} // namespace sealift
