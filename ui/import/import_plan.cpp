#include "ui/import/import_plan.h"

#include "task/task_settings.h"

#include <QFileInfo>

namespace sealift {

namespace {

TaskRecord ec2Task(SnapshotSettings settings, const ImportPlan::Image &image)
{
    settings.image = image.path;
    settings.ignorePreflight = image.ignorePreflight;
    if (settings.registration)
        settings.registration->name = image.name;
    else
        settings.tags.append({QStringLiteral("Name"), image.name});
    const auto what = settings.registration ? QStringLiteral("EC2 image in %1") : QStringLiteral("EBS snapshot in %1");
    return TaskRecord::create(TaskKind::Import, settings.toJson(), image.path, what.arg(settings.ec2.region));
}

} // namespace

QList<TaskRecord> importTasks(const ImportPlan &plan)
{
    QList<TaskRecord> tasks;
    for (const auto &image : plan.images) {
        if (plan.ec2) {
            tasks.append(ec2Task(*plan.ec2, image));
            continue;
        }
        ImportSettings settings;
        settings.library.location = plan.library.location;
        settings.library.store = plan.library.store;
        settings.image = image.path;
        settings.ignorePreflight = image.ignorePreflight;
        settings.textsJudged = true; // the sheet has shown what is in them
        settings.request.name = image.name;
        settings.request.tags = plan.tags;
        settings.request.compression = plan.compression;
        settings.request.packSize = plan.packSize;
        tasks.append(TaskRecord::create(TaskKind::Import, settings.toJson(), image.path, plan.library.location));
    }
    return tasks;
}

QString usualImageName(const QString &path)
{
    const QFileInfo info(path);
    const auto name = info.completeBaseName();
    return name.isEmpty() ? info.fileName() : name;
}

} // namespace sealift
