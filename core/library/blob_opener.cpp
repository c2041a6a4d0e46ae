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
    auto body = sealed.subspan(BlobSealer::kNonceSize, sealed.size() - BlobSealer::kOverhead);
    if (auto opened = m_sealer.open(sealed, body); !opened)
        return fail(damaged(id, pack, opened.error().what()));
    ByteView plain = body;
    if (location.uncompressedLength != 0) {
        if (m_plain.size() < location.uncompressedLength)
            m_plain.resize(location.uncompressedLength);
        const auto out = MutableBytes(m_plain).first(location.uncompressedLength);
        if (auto unpacked = m_decompressor.decompress(body, out); !unpacked)
            return fail(damaged(id, pack, unpacked.error().what()));
        plain = out;
    }
    if (m_sha.of(plain) != id)
        return fail(damaged(id, pack, QStringLiteral("its content is not what its name says")));
    return plain;
}

} // namespace sealift
