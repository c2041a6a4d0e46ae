#include "task/service_import.h"

#include "ec2/import_fault.h"
#include "task/service_wait.h"
#include "task/snapshot_staging.h"

namespace sealift {

Status ServiceImport::start(const NewImport &wanted, const JobTools &tools)
{
    if (!m_note.importTask.isEmpty())
        return {};
    auto note = m_note;
    note.asked = QDateTime::currentDateTimeUtc();
    SEALIFT_TRY(m_keep(note));
    const auto started = m_access.imports().start(wanted, tools.stop);
    if (!started) {
        // What the service has refused it has not made; of everything else nobody knows.
        if (isRefusedByService(started.error())) {
            note.asked = {};
            SEALIFT_TRY(m_keep(note));
        }
        return fail(started.error());
    }
    note.importTask = started->id;
    note.service = ServiceState::of(*started).toJson();
    SEALIFT_TRY(m_keep(note));
    return tools.audit(QStringLiteral("import-started"), {{QStringLiteral("import-task"), started->id},
                                                          {QStringLiteral("region"), note.region},
                                                          {QStringLiteral("place"), note.folder}});
}

Result<ImportTaskFacts> ServiceImport::awaitEnd(const std::stop_token &stop)
{
    ImportTaskFacts last;
    const auto look = [&]() -> Result<std::optional<ServiceLook>> {
        SEALIFT_ASSIGN(const auto found, m_access.imports().task(m_kind, m_note.importTask, stop));
        if (!found)
            return std::optional<ServiceLook>();
        last = *found;
        return std::optional(ServiceLook{ServiceState::of(last), last.isOver()});
    };
    const auto keep = [&](const ServiceState &state) { return see(last, state); };
    SEALIFT_TRY(awaitService(m_note.importTask, look, keep, stop));
    return last;
}

Status ServiceImport::see(const ImportTaskFacts &facts, const ServiceState &state)
{
    auto note = m_note;
    note.service = state.toJson();
    for (const auto &disk : facts.disks) {
        if (!disk.snapshot.isEmpty() && !note.snapshots.contains(disk.snapshot))
            note.snapshots.append(disk.snapshot);
    }
    const bool isNew = note.service != m_note.service || note.snapshots != m_note.snapshots;
    return isNew ? m_keep(note) : Status();
}

Result<QString> ServiceImport::verify(const ImportTaskFacts &facts, const QString &image, const std::stop_token &stop)
{
    if (facts.isDeleted()) {
        const auto remedy = importRemedy(facts.message);
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("EC2 did not import %1. The service says: %2")
                              .arg(image, facts.message.isEmpty() ? QStringLiteral("nothing") : facts.message),
                          remedy.isEmpty() ? QStringLiteral("The user guide of VM Import/Export explains its errors; "
                                                            "--to ec2-snapshot without --staging takes any disk.")
                                           : remedy)
                        .with(QStringLiteral("import-task"), facts.id));
    }
    if (m_note.snapshots.isEmpty())
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("EC2 says that %1 is completed, and names no snapshot").arg(facts.id)));
    QString key;
    for (const auto &id : m_note.snapshots) {
        SEALIFT_ASSIGN(const auto snapshot, settledSnapshot(m_access.ec2(), id, m_note.asked, kSnapshotSettling, stop));
        if (!snapshot)
            return fail(Error(ErrorCode::NotFound, QStringLiteral("EC2 knows of no snapshot %1 any more").arg(id)));
        if (!snapshot->encrypted)
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("EC2 says that snapshot %1 is not encrypted").arg(id),
                              QStringLiteral("It is deleted. Check that the endpoint is one of Amazon EC2.")));
        key = snapshot->kmsKey;
    }
    return key;
}

QStringList ServiceImport::tag(const ImportTaskFacts &facts, const Ec2Tags &tags, const std::stop_token &stop)
{
    auto resources = m_note.snapshots;
    if (!facts.image.isEmpty())
        resources.prepend(facts.image);
    QStringList warnings;
    for (const auto &resource : resources) {
        if (const auto tagged = m_access.ec2().tag(resource, tags, stop); !tagged)
            warnings.append(QStringLiteral("%1 has no tags: %2").arg(resource, tagged.error().what()));
    }
    return warnings;
}

} // namespace sealift
