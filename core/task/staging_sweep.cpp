#include "task/staging_sweep.h"

#include "task/service_export_staging.h"
#include "task/staging_folder.h"

#include <QRegularExpression>

#include <map>

namespace sealift {

Result<QList<StrayStaging>> findStaging(const Ec2Access &access, const QString &place, const std::stop_token &stop)
{
    const auto beginning = QString::fromLatin1(kStagingFolder);
    SEALIFT_ASSIGN(auto connection, openStaging(access, place, StagingSettings().encryption));
    S3Folder folder(std::move(connection));
    SEALIFT_ASSIGN(const auto content, folder.content(stop, beginning));
    std::map<QString, QStringList> byTask;
    const auto add = [&](const QString &entry, const QString &words) {
        const auto task = entry.mid(beginning.size()).section(QLatin1Char('/'), 0, 0);
        byTask[task].append(entry.section(QLatin1Char('/'), 1) + words);
    };
    for (const auto &object : content.objects)
        add(object, {});
    for (const auto &upload : content.uploads)
        add(upload, QStringLiteral(" (unfinished upload)"));
    QList<StrayStaging> found;
    for (const auto &[task, entries] : byTask)
        found.append({task, stagingFolderOf(folder.place(), task), entries, {}});
    return found;
}

namespace {

/// Cleans up, looks again, and remembers what is left.
void sweep(StrayStaging &stray, JobStaging &staging)
{
    const auto steps = staging.cleanUp();
    const auto checks = staging.look();
    stray.left += leftIn(steps);
    stray.left += checks ? leftIn(*checks) : QStringList(checks.error().what());
}

/// Whatever the service still exports into the folder.
void sweepExports(StrayStaging &stray, const Ec2Settings &ec2, const Ec2Opener &open)
{
    for (const auto *source : {"ami-", "i-"}) {
        ServiceExportNote note;
        note.region = ec2.region;
        note.folder = stray.folder;
        note.source = QLatin1String(source);
        note.asked = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
        ServiceExportStaging staging(ec2, open);
        staging.setNote(note);
        sweep(stray, staging);
    }
}

} // namespace

void sweepStaging(StrayStaging &stray, const Ec2Settings &ec2, const QString &place, const Ec2Opener &open)
{
    StagedNote note;
    note.region = ec2.region;
    note.folder = stray.folder;
    // Long ago: what the service does not know of now, it will not.
    note.asked = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    for (const bool toImage : {true, false}) {
        SnapshotSettings settings;
        settings.ec2 = ec2;
        settings.staging = StagingSettings();
        settings.staging->place = place;
        if (toImage)
            settings.registration = RegistrationSettings();
        ImportStaging staging(stray.task, settings, open);
        staging.setNote(note);
        staging.setResult();
        sweep(stray, staging);
    }
    // What nobody has exported may be nothing that this identity could ask about.
    if (!stray.content.filter(QRegularExpression(QStringLiteral("^export-"))).isEmpty())
        sweepExports(stray, ec2, open);
    stray.left.removeDuplicates();
}

} // namespace sealift
