#include "task/verify_task.h"

#include "library/blob_reader.h"
#include "library/repository.h"

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

constexpr qint64 kLargestDescription = 16LL << 20; // bytes

/// What is of use to somebody whose image is damaged.
Error advised(Error error)
{
    if (error.code() != ErrorCode::Corrupt)
        return error;
    return std::move(error).advising(
        QStringLiteral("Import the image again from where it came: that replaces what is damaged. \"sealift library "
                       "check --read-data\" says what else is."));
}

} // namespace

VerifyTask::VerifyTask(QString image, LibraryOpener openLibrary, Done done)
    : m_wanted(std::move(image))
    , m_openLibrary(std::move(openLibrary))
    , m_done(std::move(done))
{
}

VerifyTask::~VerifyTask() = default;

Status VerifyTask::prepare(const JobTools &tools)
{
    m_timer.start();
    SEALIFT_ASSIGN(m_repository, m_openLibrary(tools.stop));
    SEALIFT_TRY(auditLibrary(tools, *m_repository));
    auto lock = RepositoryLock::acquire(m_repository->files(), LockMode::Shared, {}, tools.stop);
    // A library that can only be read cannot be locked; nor can anybody remove anything from it by the same way.
    if (!lock && lock.error().code() != ErrorCode::PermissionDenied)
        return fail(std::move(lock).error());
    if (lock)
        m_lock = std::move(*lock);
    if (auto found = find(tools.stop); !found)
        return fail(advised(std::move(found).error()));
    return {};
}

Status VerifyTask::find(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(*m_repository, stop));
    for (const auto &error : catalog.damagedIndexes)
        m_outcome.warnings.append(error.what());
    SEALIFT_ASSIGN(m_image, chooseImage(catalog, m_wanted));
    SEALIFT_ASSIGN(const auto snapshot, loadSnapshot(m_repository->files(), m_image.snapshot, stop));
    m_tree = snapshot.tree;
    m_disks.reserve(m_image.disks.size()); // plans look into their contents
    for (const auto &disk : m_image.disks) {
        auto &known = m_disks.emplace_back();
        known.file = disk.path.section(QLatin1Char('/'), -1);
        SEALIFT_ASSIGN(known.content, loadFile(*m_repository, m_tree, disk.path, stop));
        SEALIFT_ASSIGN(known.plan, FetchPlan::make(*m_repository, known.content.content, known.content.size,
                                                   QStringLiteral("%1 of image %2").arg(disk.path, m_image.name)));
    }
    if (m_disks.empty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("\"%1\" holds no disk").arg(m_wanted)));
    m_outcome.snapshot = m_image.snapshot;
    m_outcome.name = m_image.name;
    m_outcome.disks = static_cast<int>(m_disks.size());
    for (const auto &disk : m_disks) {
        m_outcome.size += disk.plan->size();
        m_outcome.dataSize += disk.plan->dataBytes();
    }
    return {};
}

Status VerifyTask::transfer(const JobTools &tools)
{
    tools.counters.total += m_outcome.dataSize;
    tools.counters.bytesHole += m_outcome.size - m_outcome.dataSize;
    for (const auto &disk : m_disks) {
        if (auto good = verify(disk, tools); !good)
            return fail(advised(std::move(good).error()));
    }
    if (auto good = verifyDescription(tools.stop); !good)
        return fail(advised(std::move(good).error()));
    SEALIFT_TRY(tools.finalizing());
    m_outcome.isAsRecorded = m_image.manifest.has_value();
    m_outcome.bytesFetched = tools.counters.bytesRead.load();
    m_outcome.elapsed = std::chrono::milliseconds(m_timer.elapsed());
    if (m_done)
        m_done(m_outcome);
    return tools.audit(QStringLiteral("image-verified"), {{QStringLiteral("snapshot"), m_outcome.snapshot.hex()},
                                                          {QStringLiteral("name"), m_outcome.name}});
}

Status VerifyTask::verify(const Disk &disk, const JobTools &tools)
{
    BlobReaderOptions options;
    options.workers = 2 * static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
    BlobReaderCounters fetched;
    const auto before = tools.counters.bytesRead.load();
    // The reader has verified each piece before it hands it on.
    const auto sink = [&](const FetchPlan::Piece &piece, ByteView) -> Status {
        tools.counters.bytesRead = before + fetched.bytesFetched.load();
        tools.counters.done += piece.size;
        return {};
    };
    SEALIFT_TRY(fetchAnyOrder(*m_repository, *disk.plan, options, tools.flow, fetched, sink, tools.stop));
    tools.counters.bytesRead = before + fetched.bytesFetched.load();
    if (!m_image.manifest)
        return {};
    const auto &recorded = m_image.manifest->disks;
    const auto record = std::find_if(recorded.begin(), recorded.end(),
                                     [&disk](const ImageManifest::Disk &one) { return one.file == disk.file; });
    if (record != recorded.end() && record->contentHash != contentHashOf(disk.content.content, disk.content.size))
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1 is not what was stored: its pieces are sound, but others than those that "
                                         "were written down when it was imported")
                              .arg(disk.plan->where())));
    return {};
}

/// The OVF of an appliance, as it came.
Status VerifyTask::verifyDescription(const std::stop_token &stop)
{
    if (!m_image.manifest || m_image.manifest->description.isEmpty())
        return {};
    const auto folder = m_image.disks.front().path.section(QLatin1Char('/'), 0, -2);
    SEALIFT_ASSIGN(const auto file,
                   loadFile(*m_repository, m_tree, folder + QLatin1Char('/') + m_image.manifest->description, stop));
    SEALIFT_TRY(loadSmallFile(*m_repository, file, kLargestDescription, stop));
    return {};
}

Status VerifyTask::release()
{
    m_disks.clear();
    Status released;
    if (m_lock)
        released = m_lock->release();
    m_lock.reset();
    m_repository.reset();
    return released;
}

JobFacts VerifyTask::facts() const
{
    JobFacts facts;
    facts.encryption = QStringLiteral("nothing was written: what is stored was decrypted in memory, and compared");
    facts.image.name = m_outcome.name.isEmpty() ? m_wanted : m_outcome.name;
    facts.image.virtualSize = m_outcome.size;
    if (m_image.manifest && !m_image.manifest->disks.empty())
        facts.image.sourceHash = m_image.manifest->disks.front().contentHash.hex();
    return facts;
}

} // namespace sealift
