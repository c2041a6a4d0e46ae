#include "ui/export/export_draft.h"

#include "task/task_settings.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <numeric>

namespace sealift {

namespace {

constexpr qint64 kUsualRate = 150'000'000; // bytes a second

} // namespace

TaskRecord exportTask(const ExportDraft &draft)
{
    ExportSettings settings;
    settings.library.location = draft.location;
    settings.library.store = draft.store;
    // By its id: another image may get the name before the task begins.
    settings.request.image = draft.image->snapshot.hex();
    settings.request.ova = draft.ova;
    if (!draft.ova)
        settings.request.disk = draft.disk.path;
    settings.request.format = draft.format;
    settings.request.options = draft.options;
    settings.request.path = draft.path;
    settings.request.overwrite = draft.replace ? Overwrite::Yes : Overwrite::No;
    settings.request.target = destinationFromName(draft.target);
    settings.textsJudged = true; // the wizard has shown what is in the path
    return TaskRecord::create(TaskKind::Export, settings.toJson(), draft.image->name, draft.path);
}

std::optional<int> ovfVersionFor(const QString &target)
{
    if (target == QLatin1String("virtualbox"))
        return 1;
    if (target == QLatin1String("esxi") || target == QLatin1String("workstation"))
        return 2;
    return {};
}

qint64 diskSizeToWrite(const ExportDraft &draft)
{
    if (!draft.ova || !draft.image)
        return draft.disk.size;
    const auto &disks = draft.image->disks;
    return std::accumulate(disks.begin(), disks.end(), qint64{0},
                           [](qint64 sum, const CatalogDisk &disk) { return sum + disk.size; });
}

qint64 dataToWrite(const ExportDraft &draft)
{
    if (!draft.image || !draft.image->manifest)
        return diskSizeToWrite(draft);
    qint64 bytes = 0;
    bool isKnown = false;
    for (const auto &disk : draft.image->manifest->disks) {
        if (!draft.ova && !draft.disk.path.endsWith(u'/' + disk.file))
            continue;
        bytes += disk.allocated;
        isKnown = true;
    }
    return isKnown ? bytes : diskSizeToWrite(draft);
}

std::chrono::milliseconds likelyDuration(const ExportDraft &draft)
{
    return std::chrono::milliseconds(dataToWrite(draft) * 1000 / kUsualRate);
}

QString suggestedFileName(const ExportDraft &draft)
{
    auto name = draft.image ? draft.image->name : QString();
    if (draft.image && draft.image->disks.size() > 1 && !draft.ova)
        name += u'-' + QFileInfo(draft.disk.path).completeBaseName();
    static const QRegularExpression unusual(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]+"));
    name.replace(unusual, QStringLiteral("_"));
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(QStringLiteral("disk"));
    return name + u'.' + (draft.ova ? QStringLiteral("ova") : writeFormatInfo(draft.format).suffixes.first());
}

} // namespace sealift
