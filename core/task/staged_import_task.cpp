#include "task/staged_import_task.h"

#include "task/disk_staging.h"
#include "task/earlier_attempt.h"
#include "task/import_readiness.h"
#include "task/program_name.h"
#include "task/service_import.h"
#include "task/source_fingerprint.h"
#include "task/staged_wish.h"
#include "task/staging_folder.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace sealift {

namespace {

/// Why ImportImage will not encrypt the machine; empty where it will, as far as is known.
QString byUefi(const QList<Fact<DiskFacts>> &disks, const QString &chosen)
{
    if (chosen.startsWith(QLatin1String("uefi")))
        return QStringLiteral("a machine that starts by UEFI was asked for");
    if (!chosen.isEmpty())
        return {};
    for (const auto &disk : disks) {
        if (disk && (disk->boot.mode == BootMode::Uefi || disk->boot.mode == BootMode::Both))
            return QStringLiteral("the disk starts by UEFI");
    }
    return {};
}

} // namespace

StagedImportTask::StagedImportTask(QString task, SnapshotSettings settings, SnapshotTask::Links links)
    : m_task(std::move(task))
    , m_settings(std::move(settings))
    , m_links(std::move(links))
    , m_kind(m_settings.registration ? ImportKind::Image : ImportKind::Snapshot)
    , m_staging(m_task, m_settings, m_links.open)
    , m_source(m_settings)
{
}

StagedImportTask::~StagedImportTask() = default;

JobStaging *StagedImportTask::staging()
{
    return m_direct ? m_direct->staging() : &m_staging;
}

Status StagedImportTask::prepare(const JobTools &tools)
{
    // First of all: whatever fails now, this is to be cleaned up.
    if (!tools.staged.isEmpty() && !StagedNote::isIn(tools.staged))
        return goDirectly(QStringLiteral("an earlier attempt had begun so"), tools);
    SEALIFT_ASSIGN(m_note, StagedNote::parse(tools.staged));
    m_staging.setNote(m_note);
    if (!m_note.region.isEmpty())
        m_settings.ec2.region = m_note.region;
    SEALIFT_TRY(identify(tools));
    SEALIFT_TRY(checkStagingPlace(m_settings.staging->place, m_access->region()));
    SEALIFT_TRY(m_source.open(tools, [this](const ImportSource &source) -> Status {
        if (m_kind == ImportKind::Image || source.disks.size() == 1)
            return {};
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 has %2 disks, and a snapshot is of one")
                              .arg(m_settings.image, QString::number(source.disks.size())),
                          QStringLiteral("Use --to ec2-image, or import each of the disks.")));
    }));
    return chooseWay(tools);
}

/// What inspection has found, or what the user says, decides.
Status StagedImportTask::chooseWay(const JobTools &tools)
{
    if (m_kind == ImportKind::Image && m_note.isEmpty()) {
        SEALIFT_TRY(m_source.preflight().settle());
        const auto because = byUefi(m_source.preflight().facts(), m_settings.registration->bootMode);
        if (!because.isEmpty()) {
            SEALIFT_TRY(m_source.close());
            return goDirectly(because, tools);
        }
    }
    SEALIFT_ASSIGN(auto connection, openStaging(*m_access, stagingFolderOf(m_settings.staging->place, m_task),
                                                m_settings.staging->encryption));
    m_folder = std::make_unique<S3Folder>(std::move(connection));
    SEALIFT_TRY(tools.audit(QStringLiteral("import-way"), {{QStringLiteral("way"), QStringLiteral("staging")},
                                                           {QStringLiteral("place"), m_folder->place()}}));
    return preflight(tools);
}

/// Everything that can be asked of EC2 and the bucket is asked before a byte is sent.
Status StagedImportTask::preflight(const JobTools &tools)
{
    SEALIFT_TRY(beginNote(tools));
    if (!m_note.importTask.isEmpty())
        return m_source.preflight().beforeTransfer();
    auto wish = importOf(m_settings, m_note, *m_folder, m_task);
    // Only asked about; what is not there yet does not matter.
    wish.disks = {
        {importFormatName(StagingFormat::Vmdk), m_folder->bucket(), m_folder->keyOf(QStringLiteral("disk1.vmdk"))}};
    const auto readiness = askReadiness(*m_access, m_folder->connection(), wish, tools.stop);
    const auto &bucket = readiness.bucket;
    const bool nothingStored =
        !bucket.unreachable.isEmpty() || !bucket.elsewhere.isEmpty() || !bucket.cannotWrite.isEmpty();
    m_source.preflight().setBucket(bucket);
    m_source.preflight().setImport(readiness.service);
    auto judged = m_source.preflight().beforeTransfer();
    // Then nobody need look there, who could not anyway.
    if (!judged && nothingStored && m_isFresh)
        SEALIFT_TRY(keep({}, tools));
    return judged;
}

/// Before anything is put there: whatever happens, there is something to look for.
Status StagedImportTask::beginNote(const JobTools &tools)
{
    m_isFresh = m_note.isEmpty();
    if (!m_isFresh)
        return {};
    StagedNote note;
    note.region = m_access->region();
    note.folder = m_folder->place();
    note.request = QStringLiteral("sealift-%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    note.source = sourceNow();
    note.program = writtenHow();
    return keep(note, tools);
}

QString StagedImportTask::sourceNow() const
{
    QString source;
    for (const auto &disk : m_source.source().disks)
        source += fingerprintOf(disk.image);
    return source;
}

Status StagedImportTask::goDirectly(const QString &because, const JobTools &tools)
{
    const auto words =
        QStringLiteral("%1, and ImportImage does not encrypt such machines: it goes block by block into an encrypted "
                       "snapshot that becomes the image, and nothing is put into a bucket")
            .arg(because);
    SEALIFT_TRY(tools.audit(QStringLiteral("import-way"),
                            {{QStringLiteral("way"), QStringLiteral("direct")}, {QStringLiteral("because"), words}}));
    auto links = m_links;
    links.done = [words, done = m_links.done](SnapshotOutcome outcome) {
        outcome.because = words;
        if (done)
            done(outcome);
    };
    m_direct = std::make_unique<SnapshotTask>(m_task, m_settings, std::move(links));
    return m_direct->prepare(tools);
}

Status StagedImportTask::identify(const JobTools &tools)
{
    SEALIFT_ASSIGN(m_access, m_links.open(m_settings.ec2, tools.stop));
    m_settings.ec2.region = m_access->region();
    SEALIFT_ASSIGN(m_caller, identifyCaller(*m_access, m_links.identified, tools));
    return {};
}

Status StagedImportTask::keep(const StagedNote &note, const JobTools &tools)
{
    SEALIFT_TRY(tools.keepStaged(note.toJson()));
    m_note = note;
    m_staging.setNote(note);
    return {};
}

/// What decides how a disk is written, byte for byte, beside the disk.
QString StagedImportTask::writtenHow() const
{
    const auto &format = m_settings.staging->format;
    return programNameAndVersion() + QLatin1Char(' ') + (format ? stagingFormatName(*format) : QStringLiteral("auto"));
}

/// Looks what an earlier attempt has left, and whether it is of use; what is not is removed.
Status StagedImportTask::resume(const JobTools &tools)
{
    if (m_isFresh)
        return {};
    bool isUsable = m_note.source == sourceNow() && m_note.program == writtenHow();
    if (isUsable && !m_note.importTask.isEmpty()) {
        SEALIFT_ASSIGN(const auto found, m_access->imports().task(m_kind, m_note.importTask, tools.stop));
        isUsable = found && !found->isDeleted();
    }
    if (isUsable)
        return tools.audit(QStringLiteral("import-resumed"), {{QStringLiteral("place"), m_note.folder},
                                                              {QStringLiteral("objects"), m_note.objects.size()},
                                                              {QStringLiteral("import-task"), m_note.importTask}});
    ImportStaging old(m_task, m_settings, m_links.open);
    old.setNote(m_note);
    SEALIFT_TRY(removeEarlierAttempt(old));
    m_note = {};
    return beginNote(tools);
}

Status StagedImportTask::stage(const JobTools &tools)
{
    auto &disks = m_source.source().disks;
    tools.counters.total += m_source.source().size();
    for (std::size_t i = 0; i < disks.size(); ++i)
        SEALIFT_TRY(stageOne(i, tools));
    return {};
}

Status StagedImportTask::stageOne(std::size_t index, const JobTools &tools)
{
    auto &content = *m_source.source().disks[index].content;
    const auto format = stagingFormatFor(m_settings.staging->format, content.size());
    const auto name = QStringLiteral("disk%1.%2").arg(index + 1).arg(stagingFormatName(format));
    const auto known = std::find_if(m_note.objects.begin(), m_note.objects.end(),
                                    [&name](const StagedObject &object) { return object.name == name; });
    if (known != m_note.objects.end()) {
        // After the service was asked the object may be gone already, and is not needed.
        SEALIFT_ASSIGN(const auto stored, m_folder->stored(name, tools.stop));
        if (!m_note.importTask.isEmpty() || (stored && stored->size == known->size && !stored->encryption.isEmpty())) {
            tools.counters.done += content.size();
            tools.counters.bytesKnown += known->size;
            return {};
        }
    }
    SEALIFT_ASSIGN(const auto size,
                   stageDisk(content, format, *m_folder, name, tools.flow, tools.counters, tools.stop));
    auto note = m_note;
    note.objects.removeIf([&name](const StagedObject &object) { return object.name == name; });
    note.objects.append({name, size});
    SEALIFT_TRY(keep(note, tools));
    return tools.audit(QStringLiteral("disk-staged"), {{QStringLiteral("object"), name},
                                                       {QStringLiteral("place"), m_folder->place()},
                                                       {QStringLiteral("size"), size}});
}

Status StagedImportTask::transfer(const JobTools &tools)
{
    if (m_direct)
        return m_direct->transfer(tools);
    QElapsedTimer timer;
    timer.start();
    SEALIFT_TRY(resume(tools));
    SEALIFT_TRY(stage(tools));
    SEALIFT_TRY(m_source.preflight().settle());
    SEALIFT_TRY(tools.finalizing());
    ServiceImport service(*m_access, m_kind, m_note, [&](const StagedNote &note) { return keep(note, tools); });
    SEALIFT_TRY(service.start(importOf(m_settings, m_note, *m_folder, m_task), tools));
    SEALIFT_ASSIGN(const auto facts, service.awaitEnd(tools.stop));
    SEALIFT_ASSIGN(m_kmsKey, service.verify(facts, QFileInfo(m_settings.image).fileName(), tools.stop));

    auto outcome = outcomeOf(m_note, facts);
    outcome.account = m_caller.account;
    outcome.kmsKey = m_kmsKey;
    outcome.format = m_source.source().format();
    outcome.size = m_source.source().size();
    outcome.bytesRead = tools.counters.bytesRead;
    outcome.bytesSent = tools.counters.bytesWritten;
    outcome.bytesKnown = tools.counters.bytesKnown;
    SEALIFT_TRY(tools.audit(QStringLiteral("import-completed"),
                            {{QStringLiteral("import-task"), facts.id},
                             {QStringLiteral("image"), facts.image},
                             {QStringLiteral("snapshots"), m_note.snapshots.join(QLatin1Char(' '))},
                             {QStringLiteral("kms-key"), m_kmsKey}}));
    outcome.warnings = service.tag(facts, tagsOfTask(m_settings, m_task), tools.stop);
    m_staging.setResult();
    outcome.elapsed = std::chrono::milliseconds(timer.elapsed());
    if (m_links.done)
        m_links.done(outcome);
    return {};
}

Status StagedImportTask::release()
{
    return m_direct ? m_direct->release() : m_source.close();
}

JobFacts StagedImportTask::facts() const
{
    if (m_direct)
        return m_direct->facts();
    JobFacts facts;
    facts.encryption =
        QStringLiteral(
            "not encrypted in this computer's memory, because EC2 itself must read the image; TLS 1.2 or "
            "newer on the wire; in the bucket encrypted by the store (%1); at EC2 encrypted by the KMS key %2")
            .arg(m_settings.staging->encryption == QLatin1String("aes256") ? QStringLiteral("SSE-S3")
                                                                           : QStringLiteral("SSE-KMS"),
                 m_kmsKey.isEmpty() ? QStringLiteral("of the account for EBS") : m_kmsKey);
    facts.image.name = QFileInfo(m_settings.image).fileName();
    if (m_source.isOpen()) {
        facts.image.format = m_source.source().format();
        facts.image.virtualSize = m_source.source().size();
    }
    return facts;
}

} // namespace sealift
