#include "library/blob_opener.h"

namespace sealift {

namespace {

Error damaged(const Digest &id, const Digest &pack, const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("blob %1 in pack %2: %3").arg(id.shortHex(), pack.shortHex(), why),
            QStringLiteral("Run `sealift library check --read-data` to see what is damaged; importing the image again "
                           "repairs what it can.")};
}

} // namespace

BlobOpener::BlobOpener(const SealingKey &key)
    : m_sealer(key)
{
}

Result<ByteView> BlobOpener::open(const Digest &id, const BlobLocation &location, const Digest &pack,
                                  MutableBytes sealed)
{
    if (sealed.size() < BlobSealer::kOverhead)
        return fail(damaged(id, pack, QStringLiteral("too short")));
    const bool compressed = location.uncompressedLength != 0;
    const auto bodySize = sealed.size() - BlobSealer::kOverhead;
    const auto plain = m_plain.first(compressed ? location.uncompressedLength : bodySize);
    const auto body = compressed ? sealed.subspan(BlobSealer::kNonceSize, bodySize) : plain;
    if (auto opened = m_sealer.open(sealed, body); !opened)
        return fail(damaged(id, pack, opened.error().what()));
    if (compressed) {
        if (auto unpacked = m_decompressor.decompress(body, plain); !unpacked)
            return fail(damaged(id, pack, unpacked.error().what()));
    }
    if (m_sha.of(plain) != id)
        return fail(damaged(id, pack, QStringLiteral("its content is not what its name says")));
    return plain;
}

} // namespace sealift
