#include "task/export_staging.h"

#include "task/cleanup_entries.h"

namespace sealift {

namespace {

/// How far the service's clock may be behind ours where only the time tells which upload was begun.
constexpr qint64 kClockTolerance = 300; // seconds

} // namespace

ExportStaging::ExportStaging(std::shared_ptr<BucketUpload> upload, bool mayGoOn)
    : m_upload(std::move(upload))
    , m_mayGoOn(mayGoOn)
{
}

void ExportStaging::keepForNextAttempt()
{
    m_isKept = m_mayGoOn && !m_upload->isComplete() && !m_upload->note().id.isEmpty();
}

/// The uploads of this task that the bucket lists. One whose id was never told is known by its key and time.
Result<QStringList> ExportStaging::ours()
{
    const auto note = m_upload->note();
    SEALIFT_ASSIGN(const auto unfinished, m_upload->object().unfinished({}));
    QStringList ids;
    for (const auto &upload : unfinished) {
        const bool isLikely =
            note.id.isEmpty() && upload.initiated.isValid() && upload.initiated >= note.begun.addSecs(-kClockTolerance);
        if (upload.id == note.id || isLikely)
            ids.append(upload.id);
    }
    return ids;
}

QList<StepResult> ExportStaging::cleanUp()
{
    const auto *const name = "upload-ended";
    const auto note = m_upload->note();
    if (note.isEmpty() || m_upload->isComplete() || m_isKept)
        return {cleanupEntry(name, true, QStringLiteral("there was none to end at %1").arg(place()))};
    QStringList ids{note.id};
    if (note.id.isEmpty()) {
        auto found = ours();
        if (!found) // The check says what follows from that.
            return {cleanupEntry(name, true, QStringLiteral("cannot ask: %1").arg(found.error().what()))};
        ids = std::move(*found);
    }
    for (const auto &id : ids) {
        if (const auto ended = m_upload->object().abort(id, {}); !ended)
            return {cleanupEntry(name, false, QStringLiteral("%1: %2").arg(place(), ended.error().what()))};
    }
    return {cleanupEntry(name, true,
                         ids.isEmpty() ? QStringLiteral("none of ours is listed for %1").arg(place())
                                       : QStringLiteral("ended the upload to %1").arg(place()))};
}

Result<QList<CheckResult>> ExportStaging::look()
{
    const auto *const name = "no-unfinished-upload";
    const auto note = m_upload->note();
    if (note.isEmpty())
        return QList{cleanupEntry(name, true, QStringLiteral("none was begun to %1").arg(place()))};
    if (m_isKept)
        return QList{cleanupEntry(
            name, true,
            QStringLiteral("what has arrived of %1 stays for the next attempt to go on with").arg(place()))};
    SEALIFT_ASSIGN(const auto left, ours());
    if (!left.isEmpty())
        return QList{cleanupEntry(name, false, QStringLiteral("left: an unfinished upload to %1").arg(place()))};
    return QList{cleanupEntry(name, true,
                              m_upload->isComplete()
                                  ? QStringLiteral("%1 is complete, and no upload of ours to it is listed").arg(place())
                                  : QStringLiteral("no upload of ours to %1 is listed").arg(place()))};
}

QJsonObject ExportStaging::staged() const
{
    return m_isKept ? m_upload->note().toJson() : QJsonObject();
}

} // namespace sealift
