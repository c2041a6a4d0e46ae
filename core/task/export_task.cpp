#include "task/export_task.h"

#include "library/repository.h"

namespace sealift {

ExportTask::ExportTask(ExportRequest request, LibraryOpener openLibrary, Done done)
    : m_request(std::move(request))
    , m_openLibrary(std::move(openLibrary))
    , m_done(std::move(done))
{
}

ExportTask::~ExportTask() = default;

Status ExportTask::prepare(const JobTools &tools)
{
    SEALIFT_ASSIGN(m_repository, m_openLibrary(tools.stop));
    return auditLibrary(tools, *m_repository);
}

Status ExportTask::transfer(const JobTools &tools)
{
    m_request.finalizing = tools.finalizing;
    SEALIFT_ASSIGN(m_outcome, exportImage(*m_repository, m_request, tools.flow, tools.counters, tools.stop));
    if (m_done)
        m_done(*m_outcome);
    return tools.audit(QStringLiteral("disk-exported"), {{QStringLiteral("snapshot"), m_outcome->snapshot.hex()},
                                                         {QStringLiteral("name"), m_outcome->name},
                                                         {QStringLiteral("path"), m_request.path}});
}

Status ExportTask::release()
{
    m_repository.reset();
    return {};
}

JobFacts ExportTask::facts() const
{
    JobFacts facts;
    facts.encryption = QStringLiteral("none: a plain disk image was asked for");
    facts.image.name = m_request.image;
    if (m_outcome) {
        facts.image.name = m_outcome->name;
        facts.image.format = writeFormatName(m_request.format);
        facts.image.virtualSize = m_outcome->size;
        facts.image.sourceHash = m_outcome->contentHash;
    }
    return facts;
}

} // namespace sealift
