#include "ui/export/export_draft.h"

#include "storage/s3/s3_location.h"
#include "task/export_output.h"
#include "task/task_settings.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <numeric>

namespace sealift {

namespace {

constexpr qint64 kUsualRate = 150'000'000; // bytes a second

} // namespace

namespace {

ExportRequest requestOf(const ExportDraft &draft)
{
    ExportRequest request;
    request.ova = draft.ova;
    request.format = draft.format;
    request.options = draft.options;
    request.path = draft.sealKind ? sealedPath(draft.path, *draft.sealKind) : draft.path;
    // What may be replaced is what the user was asked about.
    request.overwrite = draft.replace && request.path == draft.path ? Overwrite::Yes : Overwrite::No;
    request.target = destinationFromName(draft.target);
    request.seal = draft.seal;
    if (draft.isInBucket())
        request.store = draft.outputStore;
    return request;
}

/// A copy is an import whose source is another library.
TaskRecord copyTask(const ExportDraft &draft)
{
    ImportSettings settings;
    settings.library.location = draft.toLibrary->location;
    settings.library.store = draft.toLibrary->store;
    settings.fromLibrary = LibrarySettings{draft.location, {}, draft.store};
    settings.image = draft.image->snapshot.hex();
    settings.request.tags = draft.toLibrary->tags;
    settings.textsJudged = true; // the wizard has shown what is in the tags
    return TaskRecord::create(TaskKind::Import, settings.toJson(),
                              QStringLiteral("%1: %2").arg(draft.location, draft.image->name),
                              draft.toLibrary->location);
}

std::optional<Error> misfitOf(const ExportRequest &request)
{
    const auto fits = checkExportForm(request);
    return fits ? std::nullopt : std::optional(fits.error());
}

} // namespace

bool ExportDraft::isInBucket() const
{
    return isS3Location(path);
}

QString ExportDraft::name() const
{
    if (ec2)
        return ec2->name;
    return image ? image->name : QString();
}

QString sealedPath(const QString &path, SealKind kind)
{
    if (kind == SealKind::LuksPassphrase)
        return path;
    const bool isCms = kind == SealKind::Certificates;
    const auto suffix = isCms ? QStringLiteral(".cms") : QStringLiteral(".age");
    const bool hasOne = path.endsWith(suffix, Qt::CaseInsensitive) ||
                        (isCms && path.endsWith(QLatin1String(".p7m"), Qt::CaseInsensitive));
    return hasOne ? path : path + suffix;
}

std::optional<Error> sealMisfit(const ExportDraft &draft, SealKind kind)
{
    auto request = requestOf(draft);
    request.seal = {};
    if (kind == SealKind::LuksPassphrase)
        request.seal.luksFile = typedPassphraseName({});
    return misfitOf(request);
}

std::optional<Error> bucketMisfit(const ExportDraft &draft)
{
    auto request = requestOf(draft);
    request.seal = {};
    return misfitOf(request);
}

TaskRecord exportTask(const ExportDraft &draft)
{
    if (draft.toLibrary)
        return copyTask(draft);
    ExportSettings settings;
    settings.request = requestOf(draft);
    settings.textsJudged = true; // the wizard has shown what is in the path
    if (draft.ec2) {
        settings.fromEc2 = draft.ec2->access;
        settings.request.image = draft.ec2->id;
        settings.request.disk = draft.ec2->device;
    } else {
        settings.library.location = draft.location;
        settings.library.store = draft.store;
        // By its id: another image may get the name before the task begins.
        settings.request.image = draft.image->snapshot.hex();
        if (!draft.ova)
            settings.request.disk = draft.disk.path;
    }
    return TaskRecord::create(TaskKind::Export, settings.toJson(), draft.name(), settings.request.path);
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
    auto name = draft.name();
    if (draft.image && draft.image->disks.size() > 1 && !draft.ova)
        name += u'-' + QFileInfo(draft.disk.path).completeBaseName();
    static const QRegularExpression unusual(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]+"));
    name.replace(unusual, QStringLiteral("_"));
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(QStringLiteral("disk"));
    return name + u'.' + (draft.ova ? QStringLiteral("ova") : writeFormatInfo(draft.format).suffixes.first());
}

} // namespace sealift
