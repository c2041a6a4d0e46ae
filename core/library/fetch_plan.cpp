#include "library/fetch_plan.h"

#include "crypto/blob_sealer.h"
#include "library/repository.h"
#include "library/zero_blobs.h"

namespace sealift {

namespace {

/// The plain size of a blob, from what the index says of it.
quint32 plainSize(const BlobLocation &location)
{
    return location.uncompressedLength != 0 ? location.uncompressedLength
                                            : location.length - static_cast<quint32>(BlobSealer::kOverhead);
}

} // namespace

Result<FetchPlan> FetchPlan::make(const Repository &repository, std::span<const Digest> content, qint64 size,
                                  const QString &where)
{
    FetchPlan plan;
    plan.m_content = content;
    plan.m_where = where;
    plan.m_size = size;
    plan.m_pieces.reserve(content.size());
    ZeroBlobs zeroes;
    qint64 offset = 0;
    for (std::size_t entry = 0; entry < content.size(); ++entry) {
        const auto location = repository.index().find(BlobType::Data, content[entry]);
        if (!location)
            return fail(Error(ErrorCode::Corrupt,
                              QStringLiteral("%1: blob %2 (at byte %3) is in no index of the library")
                                  .arg(where, content[entry].shortHex(), QString::number(offset)),
                              QStringLiteral("Run `sealift library check`; import the image again to repair it.")));
        Piece piece{offset, plainSize(*location), static_cast<quint32>(entry), *location, false};
        piece.isZero = zeroes.isZero(content[entry], piece.size, entry + 1 == content.size());
        if (!piece.isZero)
            plan.m_dataBytes += piece.size;
        offset += piece.size;
        plan.m_pieces.push_back(piece);
    }
    if (offset != size)
        return fail(Error(
            ErrorCode::Corrupt,
            QStringLiteral("%1: its blobs have %2 bytes in all, but its size is %3").arg(where).arg(offset).arg(size)));
    return plan;
}

bool FetchPlan::isCutAt(qint64 chunkSize) const
{
    for (const auto &piece : m_pieces) {
        const bool isLast = piece.entry + 1 == m_pieces.size();
        const bool isWhole = piece.isZero ? piece.size % chunkSize == 0 : piece.size == chunkSize;
        if (!isWhole && !(isLast && (piece.isZero || piece.size < chunkSize)))
            return false;
    }
    return true;
}

std::vector<bool> FetchPlan::allocation(qint64 chunkSize) const
{
    std::vector<bool> allocated(static_cast<std::size_t>((m_size + chunkSize - 1) / chunkSize));
    for (const auto &piece : m_pieces) {
        if (piece.isZero || piece.size == 0)
            continue;
        const auto last = (piece.offset + piece.size - 1) / chunkSize;
        for (auto chunk = piece.offset / chunkSize; chunk <= last; ++chunk)
            allocated[static_cast<std::size_t>(chunk)] = true;
    }
    return allocated;
}

} // namespace sealift
