#include "task/service_export_task.h"

#include "task/earlier_attempt.h"
#include "task/exported_image.h"
#include "task/service_export.h"
#include "task/staging_folder.h"

#include <QUuid>

namespace sealift {

namespace {

DiskFormat diskFormatOf(StagingFormat format)
{
    switch (format) {
    case StagingFormat::Vmdk:
        return DiskFormat::Vmdk;
    case StagingFormat::Raw:
        return DiskFormat::Raw;
    case StagingFormat::Vhd:
        return DiskFormat::Vhd;
    }
    Q_UNREACHABLE();
}

/// The disk of that name, or the only one; the others are closed.
Result<ImportDisk> takeDisk(ImportSource &source, const QString &name)
{
    std::optional<ImportDisk> chosen;
    QStringList names;
    for (auto &disk : source.disks) {
        names.append(disk.name);
        if (!chosen && (source.disks.size() == 1 || disk.name == name))
            chosen = std::move(disk);
        else
            SEALIFT_TRY(disk.content->close());
    }
    if (chosen)
        return std::move(*chosen);
    const auto list = names.join(QStringLiteral(", "));
    return fail(
        name.isEmpty()
            ? Error(ErrorCode::InvalidArgument, QStringLiteral("%1 has several disks: %2").arg(source.path, list),
                    QStringLiteral("Choose one with --disk."))
            : Error(ErrorCode::NotFound, QStringLiteral("%1 has no disk \"%2\", but %3").arg(source.path, name, list),
                    QStringLiteral("Choose one of these with --disk.")));
}

} // namespace

ServiceExportTask::ServiceExportTask(QString task, Ec2Settings ec2, ServiceExportSettings settings, QString what,
                                     Links links)
    : m_task(std::move(task))
    , m_ec2(std::move(ec2))
    , m_settings(std::move(settings))
    , m_what(std::move(what))
    , m_links(std::move(links))
    , m_staging(m_ec2, m_links.reading.open)
{
    m_joint.add(m_staging);
}

ServiceExportTask::~ServiceExportTask() = default;

JobStaging *ServiceExportTask::staging()
{
    if (m_next && m_next->staging() != nullptr && !std::exchange(m_isJoint, true))
        m_joint.add(*m_next->staging());
    return &m_joint;
}

/// Everything that can be asked is asked before the service is at work.
Status ServiceExportTask::prepare(const JobTools &tools)
{
    // First of all: whatever fails now, this is to be cleaned up.
    SEALIFT_ASSIGN(m_note, ServiceExportNote::parse(tools.staged));
    m_staging.setNote(m_note);
    if (!m_note.region.isEmpty())
        m_ec2.region = m_note.region;
    SEALIFT_ASSIGN(m_access, m_links.reading.open(m_ec2, tools.stop));
    m_ec2.region = m_access->region();
    SEALIFT_ASSIGN(m_caller, identifyCaller(*m_access, m_links.reading.identified, tools));
    SEALIFT_TRY(checkStagingPlace(m_settings.place, m_access->region()));
    if (m_links.check)
        SEALIFT_TRY(m_links.check(tools.stop));
    SEALIFT_TRY(findSource(tools));
    SEALIFT_TRY(openFolder());
    return askService(tools);
}

Status ServiceExportTask::findSource(const JobTools &tools)
{
    if (exportKindOf(m_what) == ExportKind::Instance) {
        m_source.id = m_what;
        return {};
    }
    SEALIFT_ASSIGN(m_source, findEc2Origin(*m_access, m_what, tools.stop));
    if (m_source.id.startsWith(QLatin1String("ami-")))
        return {};
    return fail(Error(ErrorCode::Unsupported,
                      QStringLiteral("EC2 exports images and instances itself, and %1 is a snapshot").arg(m_source.id),
                      QStringLiteral("Leave out --by-service: Sealift then reads the snapshot directly.")));
}

Status ServiceExportTask::openFolder()
{
    const auto folder =
        m_settings.keep ? keptFolderOf(m_settings.place, m_task) : stagingFolderOf(m_settings.place, m_task);
    SEALIFT_ASSIGN(auto connection, openStaging(*m_access, folder, StagingSettings().encryption));
    m_folder = std::make_unique<S3Folder>(std::move(connection));
    return {};
}

Status ServiceExportTask::askService(const JobTools &tools)
{
    // Whoever cannot list what is there could not say in the end that nothing is left.
    SEALIFT_TRY(m_folder->content(tools.stop));
    if (m_note.exportTask.isEmpty())
        SEALIFT_TRY(m_access->exports().tryStart(wanted(), tools.stop));
    return tools.audit(QStringLiteral("export-way"), {{QStringLiteral("way"), QStringLiteral("service")},
                                                      {QStringLiteral("source"), m_source.id},
                                                      {QStringLiteral("place"), m_folder->place()}});
}

Status ServiceExportTask::keep(const ServiceExportNote &note, const JobTools &tools)
{
    SEALIFT_TRY(tools.keepStaged(note.toJson()));
    m_note = note;
    m_staging.setNote(note);
    return {};
}

Status ServiceExportTask::beginNote(const JobTools &tools)
{
    if (!m_note.isEmpty())
        return {};
    ServiceExportNote note;
    note.region = m_access->region();
    note.folder = m_folder->place();
    note.request = QStringLiteral("sealift-%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    note.source = m_source.id;
    note.isKept = m_settings.keep;
    return keep(note, tools);
}

/// Looks what an earlier attempt has left, and whether it is of use; what is not is removed.
Status ServiceExportTask::resume(const JobTools &tools)
{
    if (m_note.isEmpty())
        return {};
    bool isUsable = m_note.source == m_source.id && m_note.folder == m_folder->place();
    if (isUsable && !m_note.exportTask.isEmpty()) {
        SEALIFT_ASSIGN(const auto found, m_access->exports().task(m_note.kind(), m_note.exportTask, tools.stop));
        isUsable = found && !found->isGone() && !found->isEnding();
    }
    if (isUsable)
        return tools.audit(QStringLiteral("export-resumed"), {{QStringLiteral("place"), m_note.folder},
                                                              {QStringLiteral("export-task"), m_note.exportTask}});
    ServiceExportStaging old(m_ec2, m_links.reading.open);
    old.setNote(m_note);
    SEALIFT_TRY(removeEarlierAttempt(old));
    m_note = {};
    return {};
}

NewExport ServiceExportTask::wanted() const
{
    NewExport wanted;
    wanted.source = m_source.id;
    wanted.format = importFormatName(m_settings.format);
    wanted.bucket = m_folder->bucket();
    wanted.prefix = m_folder->keyOf(QString());
    wanted.role = m_settings.role;
    wanted.request = m_note.request;
    wanted.tags = {{QLatin1String(kSnapshotTag), m_task}};
    return wanted;
}

Status ServiceExportTask::transfer(const JobTools &tools)
{
    m_timer.start();
    SEALIFT_TRY(resume(tools));
    SEALIFT_TRY(beginNote(tools));
    ServiceExport service(*m_access, m_note, [&](const ServiceExportNote &note) { return keep(note, tools); });
    SEALIFT_TRY(service.start(wanted(), tools));
    SEALIFT_ASSIGN(m_exported, service.awaitEnd(tools.stop));
    SEALIFT_TRY(tools.audit(QStringLiteral("export-completed"), {{QStringLiteral("export-task"), m_exported.id},
                                                                 {QStringLiteral("source"), m_source.id},
                                                                 {QStringLiteral("place"), m_note.folder}}));
    m_serviceTime = std::chrono::milliseconds(m_timer.elapsed());
    m_next = m_links.next(*this);
    SEALIFT_TRY(m_next->prepare(tools));
    SEALIFT_TRY(m_next->transfer(tools));
    m_staging.setResult();
    return {};
}

Result<ImportSource> ServiceExportTask::openSource(const ImportOpening &opening, const JobTools &tools)
{
    SEALIFT_ASSIGN(auto source, openExportedImage(*m_folder, m_exported, importNameOf(m_source),
                                                  diskFormatOf(m_settings.format), opening, tools));
    if (!m_source.name.isEmpty())
        source.names.append({QStringLiteral("the name of %1").arg(m_source.id), m_source.name});
    return source;
}

Result<Ec2ExportDisk> ServiceExportTask::openDisk(const QString &name, const JobTools &tools)
{
    ImportOpening opening;
    opening.disks.helperFolder = tools.helperFolder;
    opening.unpacking.room = tools.room;
    SEALIFT_ASSIGN(auto source, openSource(opening, tools));
    SEALIFT_ASSIGN(auto disk, takeDisk(source, name));
    Ec2ExportDisk opened;
    opened.facts.id = m_source.id;
    opened.facts.name = m_source.name;
    opened.facts.device = disk.name;
    opened.facts.region = m_note.region;
    opened.facts.account = m_caller.account;
    opened.facts.size = disk.content->size();
    opened.facts.bytesFetched = disk.image.fileSize;
    opened.facts.elapsed = m_serviceTime;
    opened.facts.exportTask = m_exported.id;
    opened.facts.exportedTo = QStringLiteral("%1/%2").arg(m_note.folder, disk.source);
    opened.facts.isKept = m_note.isKept;
    opened.dataBytes = disk.content->size();
    opened.content = std::move(disk.content);
    return opened;
}

Status ServiceExportTask::release()
{
    return m_next ? m_next->release() : Status();
}

JobFacts ServiceExportTask::facts() const
{
    if (m_next)
        return m_next->facts();
    JobFacts facts;
    facts.encryption = QStringLiteral("nothing was written; in the bucket what EC2 exports is encrypted by the store");
    facts.image.name = m_source.name.isEmpty() ? m_what : m_source.name;
    return facts;
}

} // namespace sealift
