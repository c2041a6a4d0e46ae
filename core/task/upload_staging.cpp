#include "task/upload_staging.h"

#include "task/cleanup_entries.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr qint64 kAbandoned = 24 * 3600; // seconds

bool isOfALibrary(const QString &name)
{
    static constexpr std::array kFolders{"data/", "index/", "snapshots/", "keys/", "locks/"};
    return std::any_of(kFolders.begin(), kFolders.end(),
                       [&name](const char *folder) { return name.startsWith(QLatin1String(folder)); });
}

bool isToGo(const UnfinishedUpload &upload)
{
    const bool abandoned = upload.begun.isValid() && upload.begun.secsTo(QDateTime::currentDateTimeUtc()) > kAbandoned;
    return upload.ours || (abandoned && isOfALibrary(upload.name));
}

} // namespace

QList<StepResult> UploadStaging::cleanUp()
{
    const auto name = "uploads-ended";
    const auto uploads = m_uploads->list({});
    if (!uploads) // The check says what follows from that.
        return {cleanupEntry(name, true, QStringLiteral("cannot ask: %1").arg(uploads.error().what()))};
    int ended = 0;
    QStringList failures;
    for (const auto &upload : *uploads) {
        if (!isToGo(upload))
            continue;
        if (const auto done = m_uploads->abort(upload, {}); done)
            ++ended;
        else
            failures.append(QStringLiteral("%1: %2").arg(upload.name, done.error().what()));
    }
    if (!failures.isEmpty())
        return {cleanupEntry(name, false, failures.join(QStringLiteral("; ")))};
    return {cleanupEntry(name, true,
                         ended == 0 ? QStringLiteral("there was none of ours in %1").arg(place())
                                    : QStringLiteral("ended %1 in %2").arg(QString::number(ended), place()))};
}

Result<QList<CheckResult>> UploadStaging::look()
{
    const auto name = "no-uploads";
    const auto uploads = m_uploads->list({});
    if (!uploads && m_uploads->mayHaveLeft())
        return fail(uploads.error());
    if (!uploads)
        return QList{cleanupEntry(
            name, true,
            QStringLiteral("none was begun in %1 (and it cannot be asked: %2)").arg(place(), uploads.error().what()))};
    QStringList left;
    for (const auto &upload : *uploads) {
        if (isToGo(upload))
            left.append(upload.name);
    }
    if (!left.isEmpty())
        return QList{cleanupEntry(name, false, QStringLiteral("left: %1").arg(left.join(QStringLiteral("; "))))};
    auto detail = QStringLiteral("%1 lists no unfinished upload of ours").arg(place());
    if (!uploads->empty())
        detail += QStringLiteral(", and %1 of others").arg(uploads->size());
    return QList{cleanupEntry(name, true, detail)};
}

} // namespace sealift
