#include "library/small_blobs.h"

#include "library/object_names.h"
#include "library/zstd.h"

namespace sealift {

namespace {

QString nameOf(BlobType type)
{
    return type == BlobType::Tree ? QStringLiteral("tree") : QStringLiteral("blob");
}

/// The plain bytes of a sealed blob, proven to be what `id` names.
Result<QByteArray> openBlob(const SealingKey &key, const BlobId &id, const BlobLocation &location, QByteArray sealed)
{
    if (sealed.size() < static_cast<qsizetype>(BlobSealer::kOverhead))
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("too short")));
    const auto whole = mutableViewOf(sealed);
    const auto body = whole.subspan(BlobSealer::kNonceSize, whole.size() - BlobSealer::kOverhead);
    SEALIFT_TRY(BlobSealer(key).open(whole, body));
    sealed.chop(static_cast<qsizetype>(BlobSealer::kMacSize));
    sealed.remove(0, static_cast<qsizetype>(BlobSealer::kNonceSize));
    auto plain = std::move(sealed);
    if (location.uncompressedLength != 0) {
        QByteArray unpacked(static_cast<qsizetype>(location.uncompressedLength), Qt::Uninitialized);
        SEALIFT_TRY(ZstdDecompressor().decompress(viewOf(plain), mutableViewOf(unpacked)));
        plain = std::move(unpacked);
    }
    if (sha256(viewOf(plain)) != id)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("its content is not what its name says")));
    return plain;
}

} // namespace

Result<QByteArray> loadSmallBlob(ObjectStore &store, const SealingKey &key, const BlobIndex &index, BlobType type,
                                 const BlobId &id, qint64 maxSize, const std::stop_token &stop)
{
    const auto places = index.findAll(type, id);
    if (places.empty())
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("%1 %2 is in no index of %3").arg(nameOf(type), id.hex(), store.location()),
                          QStringLiteral("Run `sealift library check` to see what is damaged.")));
    Error lastError(ErrorCode::Internal, QString());
    for (const auto &place : places) {
        if (std::max(place.length, place.uncompressedLength) > maxSize)
            return fail(Error(ErrorCode::LimitExceeded,
                              QStringLiteral("%1 %2 has more than %3 bytes").arg(nameOf(type), id.hex()).arg(maxSize)));
        const auto pack = index.packId(place.pack);
        QByteArray sealed(static_cast<qsizetype>(place.length), Qt::Uninitialized);
        auto opened = store.read(packObjectName(pack), place.offset, mutableViewOf(sealed), stop).and_then([&] {
            return openBlob(key, id, place, std::move(sealed));
        });
        if (opened)
            return opened;
        lastError = std::move(opened).error().during(
            QStringLiteral("%1 %2 in pack %3").arg(nameOf(type), id.hex(), pack.hex()));
        if (lastError.code() == ErrorCode::Cancelled)
            break;
    }
    return fail(std::move(lastError));
}

} // namespace sealift
