#include "task/export_task.h"

#include "library/repository.h"
#include "policy/destinations.h"
#include "task/stored_disk.h"

#include <QFileInfo>

namespace sealift {

ExportTask::ExportTask(ExportRequest request, PreflightWishes wishes, LibraryOpener openLibrary, Done done)
    : m_request(std::move(request))
    , m_wishes(std::move(wishes))
    , m_openLibrary(std::move(openLibrary))
    , m_done(std::move(done))
{
}

ExportTask::~ExportTask() = default;

PreflightOrder ExportTask::order() const
{
    if (m_request.target)
        return {*m_request.target, false, m_wishes.ignored};
    return {usualDestination(m_request.ova ? WriteFormat::Vmdk : m_request.format), true, m_wishes.ignored};
}

Status ExportTask::prepare(const JobTools &tools)
{
    SEALIFT_ASSIGN(m_repository, m_openLibrary(tools.stop));
    SEALIFT_TRY(auditLibrary(tools, *m_repository));
    SEALIFT_ASSIGN(m_source, ExportSource::open(*m_repository, m_request, tools.stop));
    return preflight(tools);
}

/// A raw file for nobody in particular is not looked into: that would take about as long as writing it does, and there
/// is no hypervisor to judge it by.
Status ExportTask::preflight(const JobTools &tools)
{
    const auto &plan = m_source->plan();
    m_preflight = std::make_unique<TaskPreflight>(order(), tools);
    m_preflight->setTexts(judgedTexts(m_wishes.texts, m_wishes.given));
    HostFacts host;
    host.clockSet = clockIsSet();
    SEALIFT_TRY(m_preflight->judge(host));
    if (m_request.descriptor < 0)
        m_preflight->setTarget(freeSpaceOf(QFileInfo(m_request.path).absolutePath()), plan.dataBytes());
    QList<LookedDisk> disks;
    if (order().destination != Destination::File) {
        m_disk = openStoredDisk(*m_repository, plan, tools.flow);
        disks.append({.name = {}, .image = {}, .content = m_disk.get()});
    }
    m_preflight->look(disks);
    return m_preflight->beforeTransfer();
}

Status ExportTask::transfer(const JobTools &tools)
{
    m_request.finalizing = [this, &tools]() -> Status {
        SEALIFT_TRY(m_preflight->settle());
        return tools.finalizing();
    };
    SEALIFT_ASSIGN(m_outcome, exportImage(*m_source, m_request, tools.flow, tools.counters, tools.stop));
    if (m_done)
        m_done(*m_outcome);
    return tools.audit(QStringLiteral("disk-exported"), {{QStringLiteral("snapshot"), m_outcome->snapshot.hex()},
                                                         {QStringLiteral("name"), m_outcome->name},
                                                         {QStringLiteral("path"), m_request.path}});
}

Status ExportTask::release()
{
    m_preflight.reset();
    m_disk.reset();
    Status closed;
    if (m_source) {
        if (auto released = m_source->release(ExportOutcome()); !released)
            closed = fail(std::move(released).error());
    }
    m_source.reset();
    m_repository.reset();
    return closed;
}

JobFacts ExportTask::facts() const
{
    JobFacts facts;
    facts.encryption = QStringLiteral("none: a plain disk image was asked for");
    facts.image.name = m_request.image;
    if (m_outcome) {
        facts.image.name = m_outcome->name;
        facts.image.format = m_request.ova ? QStringLiteral("ova") : writeFormatName(m_request.format);
        facts.image.virtualSize = m_outcome->size;
        facts.image.sourceHash = m_outcome->contentHash;
    }
    return facts;
}

} // namespace sealift
