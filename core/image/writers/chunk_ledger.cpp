#include "image/writers/chunk_ledger.h"

namespace sealift {

namespace {

Error misuse(const QString &what)
{
    return {ErrorCode::Internal, QStringLiteral("the disk was not written as planned: %1").arg(what),
            QStringLiteral("This is a fault in Sealift; please report it.")};
}

} // namespace

ChunkLedger::ChunkLedger(std::shared_ptr<const ChunkMap> chunks)
    : m_chunks(std::move(chunks))
    , m_entered(static_cast<std::size_t>(m_chunks->chunkCount()) / 64 + 1)
{
}

Status ChunkLedger::enter(qint64 index, ByteView data)
{
    if (index < 0 || index >= m_chunks->chunkCount() || !m_chunks->isAllocated(index))
        return fail(misuse(QStringLiteral("chunk %1 is not allocated").arg(index)));
    if (static_cast<qint64>(data.size()) != m_chunks->chunkLength(index))
        return fail(misuse(QStringLiteral("chunk %1 has %2 bytes, not %3")
                               .arg(index)
                               .arg(data.size())
                               .arg(m_chunks->chunkLength(index))));
    const auto bit = std::uint64_t{1} << (index % 64);
    if ((m_entered[static_cast<std::size_t>(index / 64)].fetch_or(bit, std::memory_order_relaxed) & bit) != 0)
        return fail(misuse(QStringLiteral("chunk %1 came twice").arg(index)));
    return {};
}

Status ChunkLedger::checkComplete() const
{
    const auto missing = m_chunks->allocatedCount() - m_written.load(std::memory_order_relaxed);
    if (missing != 0)
        return fail(misuse(QStringLiteral("%1 of %2 chunks are missing").arg(missing).arg(m_chunks->allocatedCount())));
    return {};
}

} // namespace sealift
