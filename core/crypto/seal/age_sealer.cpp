#include "crypto/seal/age_sealer.h"

#include "crypto/random.h"
#include "crypto/seal/age_header.h"
#include "crypto/seal/chacha_sealer.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <thread>

namespace sealift {

namespace {

constexpr qsizetype kPayloadNonceSize = 16;
constexpr std::size_t kChunkBytes = AgeSealer::kChunkSize;
constexpr std::size_t kBatchChunks = 16;
constexpr std::size_t kBatchBytes = kBatchChunks * kChunkBytes;

int threadCount()
{
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
}

} // namespace

/// Seals batches on one thread.
class AgeSealer::ChunkSealer
{
public:
    explicit ChunkSealer(const QCA::SymmetricKey &key)
        : m_cipher(ChaChaSealer::create(key))
    {
    }

    Status seal(Batch &batch)
    {
        if (!m_cipher)
            return fail(m_cipher.error());
        ByteView plain(batch.plain);
        // A payload without a byte is one empty chunk.
        const auto chunks = std::max<std::size_t>(1, (plain.size() + kChunkBytes - 1) / kChunkBytes);
        batch.sealed.resize(plain.size() + chunks * ChaChaSealer::kTagSize);
        MutableBytes out(batch.sealed);
        for (std::size_t i = 0; i < chunks; ++i) {
            const auto size = std::min(plain.size(), kChunkBytes);
            const auto nonce = nonceOf(batch.first + i, batch.isLast && i + 1 == chunks);
            SEALIFT_TRY(m_cipher->seal(nonce, plain.first(size), out.first(size + ChaChaSealer::kTagSize)));
            plain = plain.subspan(size);
            out = out.subspan(size + ChaChaSealer::kTagSize);
        }
        return {};
    }

private:
    /// The number of the chunk in 11 bytes, big-endian, then 1 for the last chunk.
    static std::array<std::byte, ChaChaSealer::kNonceSize> nonceOf(quint64 chunk, bool isLast)
    {
        std::array<std::byte, ChaChaSealer::kNonceSize> nonce{};
        qToBigEndian(chunk, nonce.data() + 3);
        nonce.back() = std::byte{isLast};
        return nonce;
    }

    Result<ChaChaSealer> m_cipher;
};

AgeSealer::AgeSealer(QByteArray opening, const QCA::SymmetricKey &payloadKey)
    : m_opening(std::move(opening))
    , m_workers(threadCount(), [payloadKey]() -> OrderedWorkers<Batch>::Work {
        return [sealer = std::make_shared<ChunkSealer>(payloadKey)](Batch &batch) { return sealer->seal(batch); };
    })
{
}

Result<std::unique_ptr<StreamSealer>> AgeSealer::create(QByteArray header, const QCA::SymmetricKey &fileKey)
{
    QByteArray nonce(kPayloadNonceSize, '\0');
    fillRandom(mutableViewOf(nonce));
    SEALIFT_ASSIGN(const auto payloadKey, agePayloadKey(fileKey, viewOf(nonce)));
    return std::unique_ptr<StreamSealer>(new AgeSealer(header + nonce, payloadKey));
}

Status AgeSealer::begin(Sink sink)
{
    m_sink = std::move(sink);
    return m_sink(viewOf(m_opening));
}

Status AgeSealer::add(ByteView plain)
{
    while (!plain.empty()) {
        // A full batch waits for the byte behind it: only then it is known not to be the last one.
        if (m_batch.plain.size() == kBatchBytes) {
            if (m_workers.isFull())
                SEALIFT_TRY(handOutOldest());
            giveBatch(false);
        }
        const auto part = plain.first(std::min(plain.size(), kBatchBytes - m_batch.plain.size()));
        m_batch.plain.insert(m_batch.plain.end(), part.begin(), part.end());
        plain = plain.subspan(part.size());
    }
    return {};
}

void AgeSealer::giveBatch(bool isLast)
{
    const auto next = m_batch.first + kBatchChunks;
    m_batch.isLast = isLast;
    m_workers.give(std::move(m_batch));
    m_batch = Batch();
    if (!m_spare.empty()) {
        m_batch = std::move(m_spare.back());
        m_spare.pop_back();
    }
    m_batch.first = next;
    m_batch.plain.clear();
    m_batch.plain.reserve(kBatchBytes);
}

Status AgeSealer::handOutOldest()
{
    SEALIFT_ASSIGN(auto batch, m_workers.fetch());
    SEALIFT_TRY(m_sink(batch.sealed));
    m_spare.push_back(std::move(batch));
    return {};
}

Status AgeSealer::finish()
{
    giveBatch(true);
    while (!m_workers.isEmpty())
        SEALIFT_TRY(handOutOldest());
    return {};
}

} // namespace sealift
