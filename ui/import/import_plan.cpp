#include "ui/import/import_plan.h"

#include "task/task_settings.h"

#include <QFileInfo>

namespace sealift {

QList<TaskRecord> importTasks(const ImportPlan &plan)
{
    QList<TaskRecord> tasks;
    for (const auto &image : plan.images) {
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
