#include "task/export_task.h"

#include "library/repository.h"
#include "policy/destinations.h"
#include "storage/s3/s3_location.h"
#include "task/stored_disk.h"

#include <QFileInfo>

namespace sealift {

ExportTask::ExportTask(ExportRequest request, PreflightWishes wishes, Links links)
    : m_request(std::move(request))
    , m_wishes(std::move(wishes))
    , m_links(std::move(links))
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
    SEALIFT_ASSIGN(m_request.recipients, loadRecipients(m_request.seal, m_links.readPassphrase));
    if (isS3Location(m_request.path))
        SEALIFT_TRY(openBucket(tools));
    SEALIFT_ASSIGN(m_repository, m_links.openLibrary(tools.stop));
    SEALIFT_TRY(auditLibrary(tools, *m_repository));
    SEALIFT_ASSIGN(m_source, ExportSource::open(*m_repository, m_request, tools.stop));
    return preflight(tools);
}

Status ExportTask::openBucket(const JobTools &tools)
{
    if (!m_links.openUpload)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("this program stores nothing in buckets")));
    const auto note = UploadNote::parse(tools.staged);
    SEALIFT_TRY(note);
    using Existing = S3ObjectUpload::Existing;
    const auto existing = m_request.overwrite == Overwrite::Yes ? Existing::Replace : Existing::Keep;
    SEALIFT_ASSIGN(const auto object, m_links.openUpload(m_request.path, m_request.store));
    m_request.bucket = std::make_shared<BucketUpload>(object, existing, tools.keepStaged);
    // Fresh keys each time: what an earlier attempt has sealed is of no use.
    m_staging = std::make_unique<ExportStaging>(m_request.bucket, m_request.seal.isEmpty());
    SEALIFT_TRY(m_request.bucket->goOn(*note, tools.stop));
    return existing == Existing::Keep ? object->refuseExisting(tools.stop) : Status();
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
    if (m_request.descriptor < 0 && !m_request.bucket)
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
    if (m_links.done)
        m_links.done(*m_outcome);
    QJsonObject fields{{QStringLiteral("snapshot"), m_outcome->snapshot.hex()},
                       {QStringLiteral("name"), m_outcome->name},
                       {QStringLiteral("path"), m_request.path}};
    if (m_request.recipients)
        fields.insert(QStringLiteral("sealed"), m_request.recipients->words());
    if (m_request.bucket)
        fields.insert(QStringLiteral("identity"), m_request.bucket->object().identity());
    return tools.audit(QStringLiteral("disk-exported"), fields);
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

QString ExportTask::encryption() const
{
    if (m_request.seal.isEmpty()) {
        const auto &service = m_request.store.encryption;
        return QStringLiteral("none: a plain disk image was asked for") +
               (service.isEmpty() ? QString()
                                  : QStringLiteral("; the service was asked to encrypt it (%1)")
                                        .arg(service.section(QLatin1Char(':'), 0, 0)));
    }
    if (!m_request.recipients)
        return QStringLiteral("nothing was written: whom it is for could not be read");
    return QStringLiteral("sealed before it leaves memory: %1").arg(m_request.recipients->words());
}

JobFacts ExportTask::facts() const
{
    JobFacts facts;
    facts.encryption = encryption();
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
