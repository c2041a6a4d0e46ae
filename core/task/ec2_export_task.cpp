#include "task/ec2_export_task.h"

#include "policy/destinations.h"
#include "storage/s3/s3_location.h"
#include "task/disk_copy.h"
#include "task/source_plan.h"

#include <QFileInfo>

namespace sealift {

Ec2ExportTask::Ec2ExportTask(ExportRequest request, PreflightWishes wishes, Ec2DiskOpener open, Done done)
    : m_request(std::move(request))
    , m_wishes(std::move(wishes))
    , m_open(std::move(open))
    , m_done(std::move(done))
{
}

Ec2ExportTask::~Ec2ExportTask() = default;

Status Ec2ExportTask::checkRequest(const ExportRequest &request)
{
    // Never the plain disk where a sealed one was asked for.
    if (!request.seal.isEmpty())
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("what comes straight out of EC2 cannot be sealed"),
                          QStringLiteral("Import it into a library (sealift import --from ec2), and export it sealed "
                                         "from there.")));
    if (isS3Location(request.path))
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("what comes straight out of EC2 cannot be written into a bucket"),
                          QStringLiteral("Import it into a library (sealift import --from ec2), and export it from "
                                         "there.")));
    return {};
}

Status Ec2ExportTask::prepare(const JobTools &tools)
{
    m_timer.start();
    SEALIFT_TRY(checkRequest(m_request));
    SEALIFT_ASSIGN(m_disk, m_open(tools));
    m_outcome = m_disk.facts;
    for (const auto process : m_disk.content->helperProcesses())
        tools.helperStarted(process);
    return preflight(tools);
}

/// As of an export out of a library: a raw file for nobody in particular is not looked into.
Status Ec2ExportTask::preflight(const JobTools &tools)
{
    const PreflightOrder order{m_request.target.value_or(usualDestination(m_request.format)), !m_request.target,
                               m_wishes.ignored};
    m_preflight = std::make_unique<TaskPreflight>(order, tools);
    m_preflight->setTexts(judgedTexts(m_wishes.texts, m_wishes.given));
    HostFacts host;
    host.clockSet = clockIsSet();
    SEALIFT_TRY(m_preflight->judge(host));
    if (m_request.descriptor < 0)
        m_preflight->setTarget(freeSpaceOf(QFileInfo(m_request.path).absolutePath()), m_disk.dataBytes);
    QList<LookedDisk> disks;
    auto &looked = m_disk.preview ? m_disk.preview : m_disk.content;
    if (order.destination != Destination::File)
        disks.append({.name = {}, .image = {}, .content = looked.get()});
    m_preflight->look(disks);
    return m_preflight->beforeTransfer();
}

Result<std::unique_ptr<DiskWriter>> Ec2ExportTask::newWriter(const DiskPlan &plan) const
{
    if (m_request.descriptor >= 0)
        return createStreamWriter(m_request.format, plan, m_request.descriptor, m_request.path, m_request.options);
    return createFileWriter(m_request.format, plan, m_request.path, m_request.overwrite, m_request.options);
}

Status Ec2ExportTask::transfer(const JobTools &tools)
{
    SEALIFT_ASSIGN(const auto plan, diskPlanOf(*m_disk.content, kSnapshotBlock, tools.stop));
    SEALIFT_ASSIGN(const auto writer, newWriter(plan));
    SEALIFT_TRY(copyDisk(*m_disk.content, plan, *writer, tools.flow, tools.counters, tools.stop));
    SEALIFT_TRY(m_preflight->settle());
    SEALIFT_TRY(tools.finalizing());
    SEALIFT_TRY(writer->finish());
    if (m_outcome.exportTask.isEmpty())
        m_outcome.bytesFetched = tools.counters.bytesRead.load();
    m_outcome.bytesWritten = writer->bytesWritten();
    m_outcome.elapsed = m_disk.facts.elapsed + std::chrono::milliseconds(m_timer.elapsed());
    if (m_done)
        m_done(m_outcome);
    return tools.audit(QStringLiteral("disk-exported"), {{QStringLiteral("source"), m_outcome.id},
                                                         {QStringLiteral("snapshot"), m_outcome.snapshot},
                                                         {QStringLiteral("name"), m_outcome.name},
                                                         {QStringLiteral("path"), m_request.path}});
}

Status Ec2ExportTask::release()
{
    m_preflight.reset();
    Status closed;
    if (m_disk.content)
        closed = m_disk.content->close();
    m_disk = {};
    return closed;
}

JobFacts Ec2ExportTask::facts() const
{
    JobFacts facts;
    facts.encryption = QStringLiteral("none: a plain disk image was asked for; TLS 1.2 or newer on the way from EC2");
    facts.image.name = m_outcome.name.isEmpty() ? m_request.image : m_outcome.name;
    facts.image.format = writeFormatName(m_request.format);
    facts.image.virtualSize = m_outcome.size;
    return facts;
}

} // namespace sealift
