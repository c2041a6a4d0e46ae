#include "task/import_job.h"

#include "crypto/multi_buffer_digest.h"
#include "library/image_manifest.h"
#include "library/orphans.h"
#include "library/repository.h"
#include "library/repository_lock.h"
#include "library/snapshot.h"
#include "library/tree_writer.h"
#include "task/disk_import.h"
#include "task/program_name.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace sealift {

namespace {

QString nameFromFile(const QString &path)
{
    const auto base = QFileInfo(path).completeBaseName();
    return base.isEmpty() ? QFileInfo(path).fileName() : base;
}

/// A name that can be a folder of the snapshot, or why it cannot.
Result<QString> checkedName(const QString &name)
{
    if (!isNodeName(name.toUtf8()))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be an image's name").arg(name),
                          QStringLiteral("Choose a name without '/', other than \".\" and \"..\", with --name.")));
    return name;
}

/// One import, step by step; holds what the steps share.
class ImportJob
{
public:
    ImportJob(Repository &repository, ImportSource &source, const ImportRequest &request, FlowControl &flow,
              TransferCounters &counters)
        : m_repository(repository)
        , m_source(source)
        , m_request(request)
        , m_flow(flow)
        , m_counters(counters)
    {
    }

    Result<ImportOutcome> run(const std::stop_token &stop)
    {
        m_timer.start();
        const auto &path = m_source.image.path;
        SEALIFT_ASSIGN(m_outcome.name, checkedName(m_request.name.isEmpty() ? nameFromFile(path) : m_request.name));
        if (!m_repository.canCompress())
            return fail(Error(
                ErrorCode::Unsupported,
                QStringLiteral("the library at %1 has restic's repository format 1, which Sealift only reads")
                    .arg(m_repository.store().location()),
                QStringLiteral("Upgrade it with `restic migrate upgrade_repo_v2`, or import into a new library.")));
        LockOptions options;
        options.settleLater = true;
        SEALIFT_ASSIGN(const auto lock, RepositoryLock::acquire(m_repository.files(), LockMode::Shared, options, stop));
        auto imported = importUnder(*lock, stop);
        // A lock that cannot be removed goes stale by itself; the failure that came first counts.
        const auto released = lock->release();
        if (imported && !released)
            return fail(released.error());
        return imported;
    }

private:
    Result<ImportOutcome> importUnder(const RepositoryLock &lock, const std::stop_token &stop)
    {
        // Whoever loses the lock must write no more.
        std::stop_source ending;
        const std::stop_callback cancelled(stop, [&ending] { ending.request_stop(); });
        const std::stop_callback lockLost(lock.lost(), [&ending] { ending.request_stop(); });

        SEALIFT_ASSIGN(const auto orphans, loadIndexAndAdoptOrphans(m_repository, lock, ending.get_token()));
        m_outcome.recoveredPacks = static_cast<qint64>(orphans.adopted);
        auto stored = storeBlobs(ending.get_token());
        SEALIFT_TRY(lock.settled());
        SEALIFT_TRY(lock.check());
        if (!stored) {
            // What has arrived is worth naming in an index; where that fails too, the next import finds it by its
            // headers.
            static_cast<void>(m_repository.flushIndex({}));
            return fail(std::move(stored).error());
        }

        if (m_request.finalizing)
            SEALIFT_TRY(m_request.finalizing());
        auto snapshot = Snapshot::now();
        snapshot.tree = *stored;
        snapshot.paths = QStringList(QLatin1Char('/') + m_outcome.name);
        snapshot.tags = m_request.tags;
        snapshot.programVersion = programNameAndVersion();
        SEALIFT_ASSIGN(m_outcome.snapshot, saveSnapshot(m_repository.files(), snapshot, ending.get_token()));
        m_outcome.bytesRead = m_counters.bytesRead.load();
        m_outcome.bytesKnown = m_counters.bytesKnown.load();
        m_outcome.elapsed = std::chrono::milliseconds(m_timer.elapsed());
        return m_outcome;
    }

    /// Brings all blobs of the image into the store and the index, and returns the root tree's id.
    Result<Digest> storeBlobs(const std::stop_token &stop)
    {
        auto &content = *m_source.content;
        m_counters.total += content.size();
        DiskImportOptions options;
        options.chunkSize = chunkSizeFor(content.size());
        BlobWriterOptions writerOptions;
        writerOptions.compression = m_request.compression;
        writerOptions.packSize = m_request.packSize;
        writerOptions.maxBlobSize = options.chunkSize;
        setUploads(writerOptions);
        writerOptions.packStored = [this](qint64 bytes) { m_counters.bytesWritten += bytes; };

        ImportedDisk disk;
        {
            BlobWriter writer(m_repository, writerOptions, m_flow, stop);
            SEALIFT_ASSIGN(disk, importDisk(content, writer, m_flow, options, m_counters, stop));
            SEALIFT_TRY(writer.finish());
        }
        return storeTrees(std::move(disk), stop);
    }

    /// As many packs at once as serve the store best, within bounds: slow and far storage wants many under way.
    void setUploads(BlobWriterOptions &options) const
    {
        constexpr qint64 kMostInMemory = 192LL << 20;
        constexpr int kBeingFilled = 2;
        const auto packMemory = options.packSize + options.maxBlobSize;
        const auto room = static_cast<int>(kMostInMemory / packMemory) - kBeingFilled;
        options.uploads = std::clamp(m_repository.store().suggestedConcurrency(), 1, std::max(room, 2));
        options.packBuffers = options.uploads + kBeingFilled;
        if (lanesOf(fastestHashUnit()) > 1) {
            // Where packs are hashed side by side, some wait for that; few enough to leave room for large chunks.
            constexpr qint64 kMostInMemoryThen = 160LL << 20;
            options.packBuffers = std::max(options.packBuffers, static_cast<int>(kMostInMemoryThen / packMemory));
        }
    }

    /// The small blobs that describe the image. They come last, and in a writer of their own: a large disk's tree needs
    /// the memory that the bulk of the data had.
    Result<Digest> storeTrees(ImportedDisk disk, const std::stop_token &stop)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        const auto file = m_outcome.name + QStringLiteral(".raw");
        ImageManifest manifest;
        manifest.name = m_outcome.name;
        manifest.created = now;
        manifest.program = programNameAndVersion();
        ImageManifest::Disk entry;
        entry.file = file;
        entry.source = QFileInfo(m_source.image.path).fileName();
        entry.format = diskFormatName(m_source.image.format);
        entry.subformat = m_source.image.subformat;
        entry.virtualSize = disk.size;
        entry.allocated = disk.allocated;
        entry.chunkSize = disk.chunkSize;
        entry.contentHash = contentHashOf(disk.content, disk.size);
        manifest.disks.push_back(entry);
        fillOutcome(entry);

        const auto manifestJson = manifest.toJson();
        const auto size = static_cast<quint64>(disk.size);
        auto diskNode = newFileNode(file.toUtf8(), size, std::move(disk.content), now);
        const auto largest = largestBlob(diskNode, manifestJson);
        BlobWriterOptions options;
        options.compression = m_request.compression == Compression::Off ? Compression::Auto : m_request.compression;
        options.packSize = 1 << 20;
        options.maxBlobSize = largest;
        options.packBuffers = 3;
        options.uploads = 1;
        options.packStored = [this](qint64 bytes) { m_counters.bytesWritten += bytes; };
        BlobWriter writer(m_repository, options, m_flow, stop);
        BlobWriter::Worker adder(writer);
        std::vector<TreeNode> nodes;
        SEALIFT_ASSIGN(const auto manifestBlob, adder.add(BlobType::Data, viewOf(manifestJson)));
        nodes.push_back(
            newFileNode(ImageManifest::kFileName, static_cast<quint64>(manifestJson.size()), {manifestBlob.id}, now));
        nodes.push_back(std::move(diskNode));
        SEALIFT_ASSIGN(auto imageJson, writeTree(std::move(nodes)));
        SEALIFT_ASSIGN(const auto imageTree, adder.add(BlobType::Tree, viewOf(imageJson)));
        imageJson.clear();
        std::vector<TreeNode> root;
        root.push_back(newDirNode(m_outcome.name.toUtf8(), imageTree.id, now));
        SEALIFT_ASSIGN(const auto rootJson, writeTree(std::move(root)));
        SEALIFT_ASSIGN(const auto rootTree, adder.add(BlobType::Tree, viewOf(rootJson)));
        SEALIFT_TRY(writer.finish());
        m_outcome.bytesStored = m_counters.bytesWritten.load();
        return rootTree.id;
    }

    /// No blob of the trees is larger than this.
    static qint64 largestBlob(const TreeNode &disk, const QByteArray &manifest)
    {
        constexpr qint64 kBytesPerId = 68;
        constexpr qint64 kFields = 16 * 1024;
        return std::max<qint64>(manifest.size(), static_cast<qint64>(disk.content.size()) * kBytesPerId + kFields);
    }

    void fillOutcome(const ImageManifest::Disk &disk)
    {
        m_outcome.diskFile = disk.file;
        m_outcome.format = disk.format;
        m_outcome.size = disk.virtualSize;
        m_outcome.allocated = disk.allocated;
        m_outcome.contentHash = disk.contentHash;
    }

    Repository &m_repository;
    ImportSource &m_source;
    const ImportRequest &m_request;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    ImportOutcome m_outcome;
    QElapsedTimer m_timer;
};

} // namespace

Result<ImportSource> openImportSource(const QString &path, const OpenOptions &options, const std::stop_token &stop)
{
    ImportSource source;
    SEALIFT_ASSIGN(source.image, probeDisk(path, {}, stop));
    SEALIFT_ASSIGN(source.content, openDisk(source.image, options, stop));
    return source;
}

Result<ImportOutcome> importImage(Repository &repository, ImportSource &source, const ImportRequest &request,
                                  FlowControl &flow, TransferCounters &counters, const std::stop_token &stop)
{
    return ImportJob(repository, source, request, flow, counters).run(stop);
}

} // namespace sealift
