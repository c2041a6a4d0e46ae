#include "task/import_job.h"

#include "crypto/multi_buffer_digest.h"
#include "library/orphans.h"
#include "library/repository.h"
#include "library/repository_lock.h"
#include "library/tree_writer.h"
#include "task/blob_copy.h"
#include "task/disk_import.h"
#include "task/image_record.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace sealift {

namespace {

/// "web" of "web.raw" and of "web.raw.gz".
QString nameFromFile(const QString &path)
{
    auto base = QFileInfo(path).completeBaseName();
    static const QStringList packings{QStringLiteral("gz"), QStringLiteral("xz"), QStringLiteral("bz2"),
                                      QStringLiteral("zst")};
    if (packings.contains(QFileInfo(path).suffix().toLower()) && QFileInfo(base).completeBaseName() != QString())
        base = QFileInfo(base).completeBaseName();
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
        SEALIFT_ASSIGN(m_outcome.name, checkedName(chosenName()));
        m_outcome.container = m_source.container;
        m_outcome.warnings = m_source.warnings;
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
    QString chosenName() const
    {
        if (!m_request.name.isEmpty())
            return m_request.name;
        return m_source.name.isEmpty() ? nameFromFile(m_source.path) : m_source.name;
    }

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
        auto snapshot = newSnapshot(m_source, m_request.tags);
        snapshot.tree = *stored;
        snapshot.paths = QStringList(QLatin1Char('/') + m_outcome.name);
        SEALIFT_ASSIGN(m_outcome.snapshot, saveSnapshot(m_repository.files(), snapshot, ending.get_token()));
        m_outcome.bytesRead = m_counters.bytesRead.load();
        m_outcome.bytesKnown = m_counters.bytesKnown.load();
        m_outcome.elapsed = std::chrono::milliseconds(m_timer.elapsed());
        return m_outcome;
    }

    /// Brings all blobs of the image into the store and the index, and returns the root tree's id.
    Result<Digest> storeBlobs(const std::stop_token &stop)
    {
        m_counters.total += m_source.size();
        BlobWriterOptions writerOptions;
        writerOptions.compression = m_request.compression;
        writerOptions.packSize = m_request.packSize;
        writerOptions.maxBlobSize = 0;
        for (std::size_t i = 0; i < m_source.disks.size(); ++i)
            writerOptions.maxBlobSize = std::max(writerOptions.maxBlobSize, largestPieceOfDisk(i));
        setUploads(writerOptions);
        writerOptions.packStored = [this](qint64 bytes) { m_counters.bytesWritten += bytes; };

        std::vector<ImportedDisk> disks;
        {
            BlobWriter writer(m_repository, writerOptions, m_flow, stop);
            for (std::size_t i = 0; i < m_source.disks.size(); ++i) {
                SEALIFT_ASSIGN(auto imported, storeDisk(i, writer, stop));
                disks.push_back(std::move(imported));
            }
            SEALIFT_TRY(writer.finish());
        }
        return storeTrees(std::move(disks), stop);
    }

    qint64 largestPieceOfDisk(std::size_t disk) const
    {
        return m_source.stored ? largestBlobOf(m_source.stored->disks()[disk])
                               : largestPieceOf(m_source.disks[disk].content->size());
    }

    Result<ImportedDisk> storeDisk(std::size_t disk, BlobWriter &writer, const std::stop_token &stop)
    {
        if (const auto &stored = m_source.stored)
            return copyDisk(*stored, stored->disks()[disk], m_repository, writer, m_flow, m_counters, stop);
        return importDisk(*m_source.disks[disk].content, writer, m_flow, {}, m_counters, stop);
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
    Result<Digest> storeTrees(std::vector<ImportedDisk> disks, const std::stop_token &stop)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        auto manifest = newManifest(m_source, m_outcome.name, now);
        std::vector<TreeNode> nodes;
        for (std::size_t i = 0; i < disks.size(); ++i) {
            auto entry = recordOfDisk(m_source, i, disks[i], m_outcome.name);
            nodes.push_back(newFileNode(entry.file.toUtf8(), static_cast<quint64>(disks[i].size),
                                        std::move(disks[i].content), now));
            manifest.disks.push_back(std::move(entry));
        }
        if (m_source.description)
            manifest.description = m_source.description->name;
        fillOutcome(manifest);

        const auto manifestJson = manifest.toJson();
        BlobWriterOptions options;
        options.compression = m_request.compression == Compression::Off ? Compression::Auto : m_request.compression;
        options.packSize = 1 << 20;
        options.maxBlobSize = largestBlob(nodes, manifestJson);
        options.packBuffers = 3;
        options.uploads = 1;
        options.packStored = [this](qint64 bytes) { m_counters.bytesWritten += bytes; };
        BlobWriter writer(m_repository, options, m_flow, stop);
        BlobWriter::Worker adder(writer);
        SEALIFT_ASSIGN(auto node, storeSmallFile(adder, ImageManifest::kFileName, manifestJson, now));
        nodes.push_back(std::move(node));
        if (m_source.description) {
            SEALIFT_ASSIGN(
                node, storeSmallFile(adder, m_source.description->name.toUtf8(), m_source.description->content, now));
            nodes.push_back(std::move(node));
        }
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

    /// A file of one blob; of none where it is empty.
    static Result<TreeNode> storeSmallFile(BlobWriter::Worker &adder, const QByteArray &name, const QByteArray &content,
                                           const QDateTime &now)
    {
        std::vector<BlobId> blobs;
        if (!content.isEmpty()) {
            SEALIFT_ASSIGN(const auto blob, adder.add(BlobType::Data, viewOf(content)));
            blobs.push_back(blob.id);
        }
        return newFileNode(name, static_cast<quint64>(content.size()), std::move(blobs), now);
    }

    /// No blob of the trees is larger than this.
    qint64 largestBlob(const std::vector<TreeNode> &disks, const QByteArray &manifest) const
    {
        constexpr qint64 kBytesPerId = 68;
        constexpr qint64 kFields = 16 * 1024;
        qint64 tree = kFields;
        for (const auto &disk : disks)
            tree += static_cast<qint64>(disk.content.size()) * kBytesPerId + kFields;
        const auto description = m_source.description ? m_source.description->content.size() : 0;
        return std::max({static_cast<qint64>(manifest.size()), static_cast<qint64>(description), tree});
    }

    void fillOutcome(const ImageManifest &manifest)
    {
        Sha256 all;
        for (const auto &disk : manifest.disks) {
            m_outcome.disks.push_back({disk.file, disk.format, disk.virtualSize, disk.allocated, disk.contentHash});
            m_outcome.size += disk.virtualSize;
            m_outcome.allocated += disk.allocated;
            all.add(disk.contentHash.bytes());
        }
        m_outcome.contentHash = manifest.disks.size() == 1 ? manifest.disks.front().contentHash : all.finish();
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

Result<ImportOutcome> importImage(Repository &repository, ImportSource &source, const ImportRequest &request,
                                  FlowControl &flow, TransferCounters &counters, const std::stop_token &stop)
{
    return ImportJob(repository, source, request, flow, counters).run(stop);
}

} // namespace sealift
