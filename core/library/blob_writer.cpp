#include "library/blob_writer.h"

#include "base/bounded_queue.h"
#include "base/shared_failure.h"
#include "crypto/blob_sealer.h"
#include "crypto/multi_buffer_digest.h"
#include "library/byte_spread.h"
#include "library/pack_assembler.h"
#include "library/pack_finisher.h"
#include "library/repository.h"
#include "library/zstd.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <thread>

namespace sealift {

namespace {

// An index is written at least this often, so that what has arrived is found quickly after an interruption. Packs
// stored after the last one are found too, by reading their headers.
constexpr auto kIndexInterval = std::chrono::minutes(2);

constexpr std::array kCompressionNames = {std::pair{Compression::Off, "off"}, std::pair{Compression::Auto, "auto"},
                                          std::pair{Compression::Max, "max"}};

int zstdLevel(Compression compression)
{
    return compression == Compression::Max ? 15 : 1;
}

} // namespace

QString compressionName(Compression compression)
{
    for (const auto &[known, name] : kCompressionNames) {
        if (known == compression)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<Compression> compressionFromName(const QString &name)
{
    for (const auto &[compression, known] : kCompressionNames) {
        if (name == QLatin1String(known))
            return compression;
    }
    return std::nullopt;
}

class BlobWriter::Private
{
public:
    Private(Repository &repo, const BlobWriterOptions &opts, FlowControl &f, const std::stop_token &stop)
        : repository(repo)
        , flow(f)
        , options(opts)
        , failure(stop)
        , packs(PackAssembler::bufferSize(static_cast<std::size_t>(opts.packSize), maxSealed(opts)),
                static_cast<std::size_t>(opts.packBuffers))
        , complete(static_cast<std::size_t>(opts.packBuffers))
        , data(BlobType::Data, static_cast<std::size_t>(opts.packSize), packs, queueComplete())
        , trees(BlobType::Tree, static_cast<std::size_t>(opts.packSize), packs, queueComplete())
        , finisher(complete, repo.sealingKey(), packsTogether(opts))
    {
        for (int i = 0; i < options.uploads; ++i)
            uploaders.emplace_back([this] { storePacks(); });
    }

    ~Private()
    {
        failure.report(Error::cancelled());
        uploaders.clear();
    }

    static std::size_t maxSealed(const BlobWriterOptions &options)
    {
        return static_cast<std::size_t>(options.maxBlobSize) + BlobSealer::kOverhead;
    }

    /// As many as there are lanes; but one pack is being filled and others are on their way.
    static std::size_t packsTogether(const BlobWriterOptions &options)
    {
        const auto waiting = std::max(options.packBuffers - options.uploads - 1, 1);
        return std::min(static_cast<std::size_t>(waiting), lanesOf(fastestHashUnit()));
    }

    PackAssembler::Complete queueComplete()
    {
        // There are never more packs than buffers, so the queue has room; the push fails only when all is ending.
        return [this](std::shared_ptr<OpenPack> pack) {
            static_cast<void>(complete.push(std::move(pack), failure.token()));
        };
    }

    PackAssembler &assembler(BlobType type) { return type == BlobType::Tree ? trees : data; }

    /// Ends everything, and gives back the failure that counts.
    Error failWith(Error error)
    {
        failure.report(std::move(error));
        return failure.status().error();
    }

    void storePacks()
    {
        while (true) {
            auto pack = finisher.next(failure.token());
            if (pack && !*pack)
                return;
            const auto stored = pack ? storePack(**pack) : fail(std::move(pack).error());
            if (!stored) {
                failWith(stored.error());
                return;
            }
        }
    }

    Status storePack(const FinishedPack &pack)
    {
        const auto whole = pack.bytes;
        const auto size = static_cast<qint64>(whole.size());
        const auto passage = flow.enter(size, failure.token());
        if (!passage)
            return fail(Error::cancelled());
        SEALIFT_TRY(
            repository.store().put(packObjectName(pack.id), std::span(&whole, 1), PutMode::Replace, failure.token()));
        repository.index().addStoredPack(pack.id, pack.pack->entries());
        counters.bytesUploaded += size;
        ++counters.packsStored;
        if (options.packStored)
            options.packStored(size);
        return checkpoint();
    }

    /// Writes the index if the last one is old enough. One thread does, the others go on.
    Status checkpoint()
    {
        const std::unique_lock lock(checkpointMutex, std::try_to_lock);
        if (!lock.owns_lock() || std::chrono::steady_clock::now() - lastCheckpoint < kIndexInterval)
            return {};
        lastCheckpoint = std::chrono::steady_clock::now();
        return repository.flushIndex(failure.token());
    }

    Repository &repository;
    FlowControl &flow;
    const BlobWriterOptions options;
    SharedFailure failure;
    BlobWriterCounters counters;
    std::mutex checkpointMutex;
    std::chrono::steady_clock::time_point lastCheckpoint = std::chrono::steady_clock::now();
    BufferPool packs;
    BoundedQueue<std::shared_ptr<OpenPack>> complete;
    PackAssembler data;
    PackAssembler trees;
    PackFinisher finisher;
    std::vector<std::jthread> uploaders;
};

BlobWriter::BlobWriter(Repository &repository, const BlobWriterOptions &options, FlowControl &flow,
                       const std::stop_token &stop)
    : d(std::make_unique<Private>(repository, options, flow, stop))
{
}

BlobWriter::~BlobWriter() = default;

const BlobWriterCounters &BlobWriter::counters() const
{
    return d->counters;
}

Status BlobWriter::finish()
{
    d->data.flush();
    d->trees.flush();
    d->complete.close();
    d->uploaders.clear();
    if (d->failure.token().stop_requested())
        return fail(d->failWith(Error::cancelled()));
    if (auto flushed = d->repository.flushIndex(d->failure.token()); !flushed)
        return fail(d->failWith(std::move(flushed).error()));
    return {};
}

class BlobWriter::Worker::Private
{
public:
    explicit Private(BlobWriter::Private &w)
        : writer(w)
        , sealer(w.repository.sealingKey())
        , compressor(zstdLevel(w.options.compression))
    {
    }

    /// The blob compressed, or nothing where that does not pay.
    Result<ByteView> compress(ByteView plain)
    {
        const auto wanted = writer.options.compression;
        if (wanted == Compression::Off || !writer.repository.canCompress())
            return ByteView();
        if (wanted == Compression::Auto && looksFlat(plain))
            return ByteView();
        if (compressed.size() < ZstdCompressor::bound(plain.size()))
            compressed.resize(ZstdCompressor::bound(plain.size()));
        SEALIFT_ASSIGN(const auto size, compressor.compress(plain, compressed));
        // Less than 1/64 saved is not worth the decompression of every export.
        return size + plain.size() / 64 < plain.size() ? ByteView(compressed).first(size) : ByteView();
    }

    Status store(BlobType type, const Digest &id, ByteView plain)
    {
        SEALIFT_ASSIGN(const auto packed, compress(plain));
        const auto body = packed.empty() ? plain : packed;
        auto &assembler = writer.assembler(type);
        SEALIFT_ASSIGN(auto slot, assembler.reserve(id, body.size() + BlobSealer::kOverhead,
                                                    packed.empty() ? 0 : plain.size(), writer.failure.token()));
        const auto sealed = sealer.seal(body, slot.bytes);
        if (sealed) {
            ++writer.counters.blobsStored;
            writer.counters.bytesSealed += static_cast<qint64>(slot.bytes.size());
            assembler.commit(std::move(slot));
        }
        // A slot that is not committed keeps its pack from ever being stored; the failure ends the writer anyway.
        return sealed;
    }

    Result<Added> addNamed(BlobType type, const Digest &id, ByteView plain)
    {
        if (!writer.repository.index().reserve(type, id)) {
            writer.counters.bytesKnown += static_cast<qint64>(plain.size());
            return Added{id, false};
        }
        if (auto stored = store(type, id, plain); !stored) {
            writer.repository.index().release(type, id);
            return fail(writer.failWith(std::move(stored).error()));
        }
        return Added{id, true};
    }

    BlobWriter::Private &writer;
    BlobSealer sealer;
    ZstdCompressor compressor;
    std::vector<Digest> ids;
    std::vector<std::byte> compressed;
};

BlobWriter::Worker::Worker(BlobWriter &writer)
    : d(std::make_unique<Private>(*writer.d))
{
}
BlobWriter::Worker::~Worker() = default;
BlobWriter::Worker::Worker(Worker &&) noexcept = default;

Result<BlobWriter::Added> BlobWriter::Worker::add(BlobType type, ByteView plain)
{
    Added added;
    SEALIFT_TRY(addAll(type, std::span(&plain, 1), std::span(&added, 1)));
    return added;
}

Status BlobWriter::Worker::addAll(BlobType type, std::span<const ByteView> plain, std::span<Added> added)
{
    Q_ASSERT(plain.size() == added.size());
    if (d->writer.failure.token().stop_requested())
        return fail(d->writer.failWith(Error::cancelled()));
    d->ids.resize(plain.size());
    sha256Each(plain, d->ids);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        SEALIFT_ASSIGN(added[i], d->addNamed(type, d->ids[i], plain[i]));
    }
    return {};
}

} // namespace sealift
