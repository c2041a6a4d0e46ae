#pragma once

#include "base/ordered_workers.h"
#include "crypto/seal/stream_sealer.h"

#include <QtCrypto>

#include <vector>

namespace sealift {

/// The payload of an age file behind its header: chunks of 64 KiB, each sealed by ChaCha20-Poly1305 with its number and
/// whether it is the last one. Source: age-encryption.org/v1, "Payload". Chunks do not depend on each other, so as many
/// threads as the machine has cores seal them, 1 MiB each at a time; they end with the object.
class AgeSealer final : public StreamSealer
{
public:
    static constexpr std::size_t kChunkSize = 64 << 10;

    /// @param header as ageHeader() makes it. @param fileKey that it wraps. Errors: Internal.
    static Result<std::unique_ptr<StreamSealer>> create(QByteArray header, const QCA::SymmetricKey &fileKey);

    Status begin(Sink sink) override;
    Status add(ByteView plain) override;
    [[nodiscard]] Status finish() override;

private:
    /// Neighbouring chunks.
    struct Batch {
        quint64 first = 0;
        bool isLast = false;
        std::vector<std::byte> plain;
        std::vector<std::byte> sealed;
    };
    class ChunkSealer;

    AgeSealer(QByteArray opening, const QCA::SymmetricKey &payloadKey);

    void giveBatch(bool isLast);
    Status handOutOldest();

    const QByteArray m_opening; ///< header and nonce
    Sink m_sink;
    Batch m_batch; ///< being filled
    std::vector<Batch> m_spare;
    OrderedWorkers<Batch> m_workers;
};

} // namespace sealift
