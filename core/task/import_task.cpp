#include "task/import_task.h"

#include "library/repository.h"
#include "task/upload_staging.h"

#include <future>

namespace sealift {

ImportTask::ImportTask(QString image, ImportRequest request, ImportOpening opening, LibraryOpener openLibrary,
                       Done done)
    : m_image(std::move(image))
    , m_request(std::move(request))
    , m_opening(std::move(opening))
    , m_openLibrary(std::move(openLibrary))
    , m_done(std::move(done))
{
}

ImportTask::~ImportTask() = default;

Status ImportTask::prepare(const JobTools &tools)
{
    m_opening.disks.helperFolder = tools.helperFolder;
    // Deriving the key takes about as long as looking at the image and starting its helper.
    auto opening = std::async(std::launch::async, [this, &tools] { return m_openLibrary(tools.stop); });
    auto source = openImportSource(m_image, m_opening, tools.stop);
    if (source) {
        for (const auto process : source->helperProcesses())
            tools.helperStarted(process);
        m_source = std::move(*source);
    }
    auto repository = opening.get();
    if (!source)
        return fail(std::move(source).error());
    if (!repository)
        return fail(std::move(repository).error());
    m_repository = std::move(*repository);
    if (auto uploads = m_repository->store().unfinishedUploads())
        m_staging = std::make_unique<UploadStaging>(std::move(uploads));
    if (!m_source->facts.isEmpty())
        SEALIFT_TRY(tools.audit(QStringLiteral("appliance-opened"), m_source->facts));
    return auditLibrary(tools, *m_repository);
}

Status ImportTask::transfer(const JobTools &tools)
{
    m_request.finalizing = tools.finalizing;
    SEALIFT_ASSIGN(m_outcome, importImage(*m_repository, *m_source, m_request, tools.flow, tools.counters, tools.stop));
    if (m_done)
        m_done(*m_outcome);
    return tools.audit(QStringLiteral("image-stored"), {{QStringLiteral("snapshot"), m_outcome->snapshot.hex()},
                                                        {QStringLiteral("name"), m_outcome->name}});
}

Status ImportTask::release()
{
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
