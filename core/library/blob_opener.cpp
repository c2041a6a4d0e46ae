#include "library/blob_opener.h"

#include "crypto/multi_buffer_digest.h"

#include <algorithm>

namespace sealift {

namespace {

Error damaged(const Digest &id, const Digest &pack, const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("blob %1 in pack %2: %3").arg(id.shortHex(), pack.shortHex(), why),
            QStringLiteral("Run `sealift library check --read-data` to see what is damaged; importing the image again "
                           "repairs what it can.")};
}

std::size_t plainSizeOf(const SealedBlob &blob)
{
    if (blob.location.uncompressedLength != 0)
        return blob.location.uncompressedLength;
    return blob.bytes.size() - std::min(blob.bytes.size(), BlobSealer::kOverhead);
}

std::size_t pagesOf(const SealedBlob &blob)
{
    return (plainSizeOf(blob) + AlignedBuffer::kAlignment - 1) / AlignedBuffer::kAlignment * AlignedBuffer::kAlignment;
}

} // namespace

BlobOpener::BlobOpener(const SealingKey &key)
    : m_sealer(key)
{
}

Result<std::span<const ByteView>> BlobOpener::openEach(std::span<const SealedBlob> blobs, const PackId &pack)
{
    std::size_t room = 0;
    for (const auto &blob : blobs)
        room += pagesOf(blob);
    auto memory = m_memory.first(room);
    m_plain.clear();
    for (const auto &blob : blobs) {
        const auto plain = memory.first(plainSizeOf(blob));
        SEALIFT_TRY(openInto(plain, blob, pack));
        m_plain.emplace_back(plain);
        memory = memory.subspan(pagesOf(blob));
    }
    m_digests.resize(blobs.size());
    sha256Each(m_plain, m_digests);
    for (std::size_t i = 0; i < blobs.size(); ++i) {
        if (m_digests[i] != blobs[i].id)
            return fail(damaged(blobs[i].id, pack, QStringLiteral("its content is not what its name says")));
    }
    return std::span<const ByteView>(m_plain);
}

Status BlobOpener::openInto(MutableBytes plain, const SealedBlob &blob, const PackId &pack)
{
    if (blob.bytes.size() < BlobSealer::kOverhead)
        return fail(damaged(blob.id, pack, QStringLiteral("too short")));
    const bool compressed = blob.location.uncompressedLength != 0;
    const auto body =
        compressed ? blob.bytes.subspan(BlobSealer::kNonceSize, blob.bytes.size() - BlobSealer::kOverhead) : plain;
    if (auto opened = m_sealer.open(blob.bytes, body); !opened)
        return fail(damaged(blob.id, pack, opened.error().what()));
    if (compressed) {
        if (auto unpacked = m_decompressor.decompress(body, plain); !unpacked)
            return fail(damaged(blob.id, pack, unpacked.error().what()));
    }
    return {};
}

} // namespace sealift
