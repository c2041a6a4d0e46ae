#include "task/staged_wish.h"

namespace sealift {

Ec2Tags tagsOfTask(const SnapshotSettings &settings, const QString &task)
{
    auto tags = settings.tags;
    tags.append({QLatin1String(kSnapshotTag), task});
    return tags;
}

NewImport importOf(const SnapshotSettings &settings, const StagedNote &note, const S3Folder &folder,
                   const QString &task)
{
    const auto &staging = *settings.staging;
    NewImport wanted;
    wanted.kind = settings.registration ? ImportKind::Image : ImportKind::Snapshot;
    for (const auto &object : note.objects)
        wanted.disks.append(
            {object.name.section(QLatin1Char('.'), -1).toUpper(), folder.bucket(), folder.keyOf(object.name)});
    wanted.description = settings.description;
    wanted.kmsKey = settings.kmsKey;
    wanted.role = staging.role;
    wanted.tags = tagsOfTask(settings, task);
    wanted.request = note.request;
    wanted.licenseType = staging.licenseType;
    wanted.usageOperation = staging.usageOperation;
    wanted.platform = staging.platform;
    if (settings.registration) {
        wanted.architecture = settings.registration->architecture;
        wanted.bootMode = settings.registration->bootMode;
    }
    return wanted;
}

SnapshotOutcome outcomeOf(const StagedNote &note, const ImportTaskFacts &facts)
{
    SnapshotOutcome outcome;
    outcome.snapshots = note.snapshots;
    outcome.snapshot = note.snapshots.first();
    outcome.image = facts.image;
    outcome.registered.name = facts.id;
    outcome.registered.architecture = facts.architecture;
    outcome.registered.bootMode = facts.bootMode;
    outcome.importTask = facts.id;
    outcome.stagedIn = note.folder;
    outcome.region = note.region;
    for (const auto &object : note.objects)
        outcome.bytesStaged += object.size;
    return outcome;
}

} // namespace sealift
