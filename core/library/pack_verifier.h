#pragma once

#include "crypto/blob_sealer.h"
#include "library/check.h"
#include "library/index_survey.h"
#include "library/pack_header.h"
#include "library/zstd.h"
#include "storage/object_store.h"

#include <mutex>
#include <optional>
#include <vector>

namespace sealift {

/// What is wrong with a pack.
struct PackVerdict {
    QStringList faults;            ///< none: all is well
    std::vector<PackEntry> bad;    ///< blobs that cannot be had from this pack
    bool entriesUnchecked = false; ///< the header is of no use: which blobs are bad is left to verifyEntries()
};

/// Looks into packs on one thread. Memory: some 20 MiB; more for a larger blob, of which one thread at a time has one.
class PackVerifier
{
public:
    /// @param largeBlobs one for all threads.
    PackVerifier(ObjectStore &store, const SealingKey &key, CheckProgress &progress, std::mutex &largeBlobs);

    /// Looks at a pack of the given size: its header against what the index says; with readData also its SHA-256 and
    /// each of its blobs. Errors: only those that are not about the pack.
    Result<PackVerdict> verify(const PackSurvey &expected, qint64 actualSize, bool readData,
                               const std::stop_token &stop);

    /// Opens and verifies blobs one by one, where the index says they are, and adds those that fail to `verdict.bad`.
    Status verifyEntries(const PackId &pack, std::span<const PackEntry> entries, qint64 actualSize,
                         PackVerdict &verdict, const std::stop_token &stop);

private:
    /// Neighbours of one pack: one read.
    struct Stretch {
        std::size_t first = 0;
        std::size_t count = 0;
        qint64 offset = 0;
        qint64 length = 0;
    };

    Status readAll(const PackId &pack, std::span<const PackEntry> entries, qint64 size, PackVerdict &verdict,
                   const std::stop_token &stop);
    Status verifyStretch(const PackId &pack, std::span<const PackEntry> wanted, const Stretch &stretch, bool hashAll,
                         PackVerdict &verdict, const std::stop_token &stop);
    Result<bool> readSealed(const PackId &pack, qint64 offset, qint64 length, PackVerdict &verdict,
                            const std::stop_token &stop);
    Status hashRange(const PackId &pack, qint64 offset, qint64 length, PackVerdict &verdict,
                     const std::stop_token &stop);
    bool isGood(const PackEntry &entry, MutableBytes sealed);
    static Stretch nextStretch(std::span<const PackEntry> entries, std::size_t first);

    ObjectStore &m_store;
    CheckProgress &m_progress;
    std::mutex &m_largeBlobs;
    BlobSealer m_sealer;
    Sha256 m_packHash;
    Sha256 m_blobHash;
    ZstdDecompressor m_decompressor;
    std::vector<std::byte> m_sealed; ///< as large as was needed so far
    std::vector<std::byte> m_plain;
};

} // namespace sealift
