#include "task/import_task.h"

#include "library/repository.h"
#include "storage/s3/s3_bucket.h"
#include "task/upload_staging.h"

#include <algorithm>
#include <future>

namespace sealift {

namespace {

/// Bytes that the images' data may take in a library, at most: as many as they take on their own disk.
qint64 likelySize(const ImportSource &source)
{
    qint64 bytes = 0;
    for (const auto &disk : source.disks) {
        const auto &image = disk.image;
        bytes += image.allocated > 0 ? std::min(image.allocated, image.virtualSize) : image.virtualSize;
    }
    return bytes;
}

} // namespace

ImportTask::ImportTask(QString image, ImportRequest request, PreflightWishes wishes, ImportOpening opening,
                       LibraryOpener openLibrary, Done done, SourceOpener openSource)
    : m_image(std::move(image))
    , m_request(std::move(request))
    , m_wishes(std::move(wishes))
    , m_opening(std::move(opening))
    , m_openLibrary(std::move(openLibrary))
    , m_done(std::move(done))
    , m_openSource(std::move(openSource))
{
}

ImportTask::~ImportTask() = default;

Status ImportTask::openSource(const JobTools &tools)
{
    m_preflight = std::make_unique<TaskPreflight>(
        PreflightOrder{Destination::Library, false, m_wishes.ignored, m_wishes.library}, tools);
    m_preflight->setTexts(judgedTexts(m_wishes.texts, m_wishes.given));
    // An appliance is read once before its disks are opened: not while somebody writes to it.
    if (!m_openSource)
        m_host.writer = writerOf({m_image});
    m_host.clockSet = clockIsSet();
    if (tools.scratchFree)
        m_host.scratchFree = *tools.scratchFree;
    SEALIFT_TRY(m_preflight->judge(m_host));
    m_opening.unpacking.expect = [this](qint64 bytes) {
        m_host.scratchNeeded += bytes;
        return m_preflight->judge(m_host);
    };
    SEALIFT_ASSIGN(m_source,
                   m_openSource ? m_openSource(m_opening, tools) : openImportSource(m_image, m_opening, tools.stop));
    for (const auto process : m_source->helperProcesses())
        tools.helperStarted(process);
    QStringList others;
    QList<LookedDisk> disks;
    for (const auto &disk : m_source->disks) {
        for (const auto &file : disk.image.files)
            others.append(file.path);
        // What comes out of a library has no container.
        const auto container = m_source->stored ? std::nullopt : std::optional(disk.image);
        disks.append({disk.name, container, disk.preview ? disk.preview.get() : disk.content.get()});
    }
    others.removeAll(m_source->path);
    if (!others.isEmpty() && m_host.writer.isEmpty())
        m_host.writer = writerOf(others);
    // Before any of its names is written down.
    m_preflight->setTexts(judgedTexts(m_wishes.texts, m_wishes.given + m_source->names));
    SEALIFT_TRY(m_preflight->judge(m_host));
    m_preflight->look(disks);
    return {};
}

Status ImportTask::openAll(const JobTools &tools)
{
    m_opening.disks.helperFolder = tools.helperFolder;
    m_opening.unpacking.room = tools.room;
    // Deriving the key takes about as long as looking at the image, starting its helper and looking at the disk.
    auto opening = std::async(std::launch::async, [this, &tools] { return m_openLibrary(tools.stop); });
    auto source = openSource(tools);
    auto repository = opening.get();
    SEALIFT_TRY(std::move(source));
    if (!repository)
        return fail(withoutLibrary(std::move(repository).error()));
    m_repository = std::move(*repository);
    return refuseSameLibrary();
}

Status ImportTask::refuseSameLibrary() const
{
    if (!m_source->library || m_source->library->config().id != m_repository->config().id)
        return {};
    return fail(Error(ErrorCode::InvalidArgument,
                      QStringLiteral("%1 is the library that the image is in").arg(m_wishes.library),
                      QStringLiteral("Name another one to copy it into.")));
}

/// Why the library cannot be opened; where that is the bucket's doing, the task's findings say so, too.
Error ImportTask::withoutLibrary(Error error)
{
    if (auto bucket = bucketStateFrom(m_wishes.library, error)) {
        m_preflight->setBucket(*std::move(bucket));
        if (auto told = m_preflight->tellOnly(); !told)
            return std::move(told).error();
    }
    return error;
}

void ImportTask::lookAtPlace(const std::stop_token &stop)
{
    auto &store = m_repository->store();
    const auto folder = store.localFolder();
    m_preflight->setTarget(folder.isEmpty() ? Fact<qint64>() : freeSpaceOf(folder), likelySize(*m_source));
    if (auto bucket = store.bucketState(stop))
        m_preflight->setBucket(*std::move(bucket));
}

Status ImportTask::prepare(const JobTools &tools)
{
    SEALIFT_TRY(openAll(tools));
    auto &store = m_repository->store();
    if (auto uploads = store.unfinishedUploads())
        m_staging = std::make_unique<UploadStaging>(std::move(uploads));
    if (!m_source->facts.isEmpty())
        SEALIFT_TRY(tools.audit(QStringLiteral("appliance-opened"), m_source->facts));
    if (!m_source->copied.isEmpty())
        SEALIFT_TRY(tools.audit(QStringLiteral("image-opened"), m_source->copied));
    SEALIFT_TRY(auditLibrary(tools, *m_repository));
    lookAtPlace(tools.stop);
    return m_preflight->beforeTransfer();
}

Status ImportTask::transfer(const JobTools &tools)
{
    m_request.finalizing = [this, &tools]() -> Status {
        SEALIFT_TRY(m_preflight->settle());
        return tools.finalizing();
    };
    SEALIFT_ASSIGN(m_outcome, importImage(*m_repository, *m_source, m_request, tools.flow, tools.counters, tools.stop));
    if (m_done)
        m_done(*m_outcome);
    return tools.audit(QStringLiteral("image-stored"), {{QStringLiteral("snapshot"), m_outcome->snapshot.hex()},
                                                        {QStringLiteral("name"), m_outcome->name}});
}

Status ImportTask::release()
{
    m_preflight.reset();
    Status closed;
    if (m_source) {
        closed = m_source->close();
        m_source.reset();
    }
    m_repository.reset();
    return closed;
}

JobFacts ImportTask::facts() const
{
    JobFacts facts;
    facts.encryption =
        QStringLiteral("AES-256-CTR with Poly1305-AES, before it leaves memory (restic repository, format 2)");
    facts.image.name = m_request.name;
    if (m_source) {
        facts.image.format = m_source->format();
        facts.image.virtualSize = m_source->size();
    }
    if (m_outcome) {
        facts.image.name = m_outcome->name;
        facts.image.sourceHash = m_outcome->contentHash.hex();
    }
    return facts;
}

} // namespace sealift
