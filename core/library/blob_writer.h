#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "crypto/digest.h"
#include "library/ids.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace sealift {

class Repository;

/// How hard blobs are compressed. In every mode a blob that does not shrink is stored as it is.
enum class Compression {
    Off,
    Auto, ///< zstd level 1: about as fast as a core hashes, and within 5 % of level 3 on system disks.
    Max,  ///< zstd level 15: several times slower; for archives that are written once.
};

/// The stable name of a mode, as users and machines read it ("auto").
QString compressionName(Compression compression);

/// The mode of that name; nothing if there is none.
std::optional<Compression> compressionFromName(const QString &name);

struct BlobWriterOptions {
    /// Packs are closed before they grow beyond this many bytes (restic's --pack-size).
    qint64 packSize = 16LL << 20;
    Compression compression = Compression::Auto;
    /// The largest blob that will be added.
    qint64 maxBlobSize = 8LL << 20;
    /// Packs in memory at once: being filled, waiting, and being stored.
    int packBuffers = 4;
    /// Packs being stored at once.
    int uploads = 2;
    /// Told the size of each pack once it is safely stored, on the thread that stored it: for live progress.
    std::function<void(qint64 bytes)> packStored = {};
};

/// What a writer has done so far; read by any thread at any time.
struct BlobWriterCounters {
    std::atomic<qint64> bytesKnown{0};    ///< of blobs that the library had already
    std::atomic<qint64> blobsStored{0};   ///< new blobs
    std::atomic<qint64> bytesSealed{0};   ///< of new blobs, compressed and sealed, as they lie in packs
    std::atomic<qint64> bytesUploaded{0}; ///< of packs that are safely stored, headers included
    std::atomic<qint64> packsStored{0};
};

/// The bulk way into a library: hash -> known? -> compress -> seal -> pack -> store.
///
/// Hashing, compressing and sealing happen on the calling threads, each with a Worker of its own, while the blob is
/// still in the processor's cache; packs are hashed and stored by threads of the writer. Memory is bounded by the
/// options. The first failure anywhere ends everything: add() and finish() then return it.
class BlobWriter
{
public:
    /// @param repository with its index loaded and locked (shared or exclusive) for as long as the writer lives.
    /// @param flow passed by every blob and every pack; packs count against its bandwidth.
    BlobWriter(Repository &repository, const BlobWriterOptions &options, FlowControl &flow,
               const std::stop_token &stop);
    /// Without a finish() before: stops what is under way. Packs that were stored stay; they are found again.
    ~BlobWriter();
    BlobWriter(const BlobWriter &) = delete;
    BlobWriter &operator=(const BlobWriter &) = delete;

    struct Added {
        Digest id;
        bool isNew = false;
    };

    /// One thread's tools: contexts of hash, compression and cipher, and a buffer for compressed data.
    class Worker
    {
    public:
        explicit Worker(BlobWriter &writer);
        ~Worker();
        Worker(Worker &&) noexcept;
        Worker &operator=(Worker &&) = delete;

        /// Makes sure that the library holds `plain` (up to maxBlobSize bytes) as a blob. When it returns, the bytes
        /// are sealed in memory, and may still be on their way to the store: finish() says whether they arrived.
        Result<Added> add(BlobType type, ByteView plain);

        /// As add(), for several blobs; `added` has the size of `plain`. Hashing them together is several times faster
        /// on processors without SHA extensions: bring lanesOf(fastestHashUnit()) where memory allows.
        Status addAll(BlobType type, std::span<const ByteView> plain, std::span<Added> added);

    private:
        class Private;
        std::unique_ptr<Private> d;
    };

    /// Stores what is still in memory, waits for it, and writes the index. Once; after the last add().
    [[nodiscard]] Status finish();

    const BlobWriterCounters &counters() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sealift
