#include "task/ec2_export_task.h"

#include "policy/destinations.h"
#include "storage/s3/s3_location.h"
#include "task/disk_copy.h"
#include "task/snapshot_disk.h"
#include "task/source_plan.h"

#include <QFileInfo>

namespace sealift {

Ec2ExportTask::Ec2ExportTask(Ec2Settings settings, ExportRequest request, PreflightWishes wishes, Ec2Reading reading,
                             Done done)
    : m_settings(std::move(settings))
    , m_request(std::move(request))
    , m_wishes(std::move(wishes))
    , m_reading(std::move(reading))
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
    SEALIFT_ASSIGN(m_access, m_reading.open(m_settings, tools.stop));
    SEALIFT_ASSIGN(const auto caller, identifyCaller(*m_access, m_reading.identified, tools));
    SEALIFT_ASSIGN(const auto source, findEc2Origin(*m_access, m_request.image, tools.stop));
    SEALIFT_ASSIGN(const auto disk, chooseEc2Disk(source, m_request.disk));
    SEALIFT_ASSIGN(m_blocks, listEc2Blocks(*m_access, disk.snapshot, tools.stop));
    SEALIFT_TRY(auditEc2Disk(tools, source, disk, m_access->region(), m_blocks->count()));
    m_outcome.id = source.id;
    m_outcome.name = source.name;
    m_outcome.device = disk.device;
    m_outcome.snapshot = disk.snapshot.id;
    m_outcome.region = m_access->region();
    m_outcome.account = caller.account;
    m_outcome.kmsKey = disk.snapshot.kmsKey;
    m_outcome.size = m_blocks->size();
    m_disk = openSnapshotDisk(m_access, m_blocks, tools.flow);
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
        m_preflight->setTarget(freeSpaceOf(QFileInfo(m_request.path).absolutePath()),
                               m_blocks->count() * kSnapshotBlock);
    QList<LookedDisk> disks;
    if (order.destination != Destination::File) {
        m_preview = openSnapshotPreview(m_access, m_blocks, tools.flow);
        disks.append({.name = {}, .image = {}, .content = m_preview.get()});
    }
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
    SEALIFT_ASSIGN(const auto plan, diskPlanOf(*m_disk, kSnapshotBlock, tools.stop));
    SEALIFT_ASSIGN(const auto writer, newWriter(plan));
    SEALIFT_TRY(copyDisk(*m_disk, plan, *writer, tools.flow, tools.counters, tools.stop));
    SEALIFT_TRY(m_preflight->settle());
    SEALIFT_TRY(tools.finalizing());
    SEALIFT_TRY(writer->finish());
    m_outcome.bytesFetched = tools.counters.bytesRead.load();
    m_outcome.bytesWritten = writer->bytesWritten();
    m_outcome.elapsed = std::chrono::milliseconds(m_timer.elapsed());
    if (m_done)
        m_done(m_outcome);
    return tools.audit(QStringLiteral("disk-exported"), {{QStringLiteral("snapshot"), m_outcome.snapshot},
                                                         {QStringLiteral("name"), m_outcome.name},
                                                         {QStringLiteral("path"), m_request.path}});
}

Status Ec2ExportTask::release()
{
    m_preflight.reset();
    m_preview.reset();
    Status closed;
    if (m_disk)
        closed = m_disk->close();
    m_disk.reset();
    m_blocks.reset();
    m_access.reset();
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
