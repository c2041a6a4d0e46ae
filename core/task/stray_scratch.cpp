#include "task/stray_scratch.h"

#include "scratch/confirmation.h"
#include "scratch/destruction.h"
#include "scratch/scratch_root.h"
#include "task/audit_log.h"

namespace sealift {

namespace {

Status writeDown(AuditLog &audit, const QString &event, const QString &task, const QList<CleanupEntry> &entries)
{
    QList<AuditEvent> events;
    for (const auto &entry : entries)
        events.append({event,
                       task,
                       {{QStringLiteral("name"), entry.name},
                        {QStringLiteral("ok"), entry.ok},
                        {QStringLiteral("detail"), entry.detail}}});
    return events.isEmpty() ? Status() : audit.append(events);
}

Result<StrayScratch> sweepOne(const ScratchRoot &root, AuditLog &audit, const QString &task)
{
    StrayScratch stray{task, root.path() + QLatin1Char('/') + task, false, {}};
    QList<StepResult> steps;
    if (auto folder = root.takeOver(task); folder && *folder)
        steps = destroyScratch({**folder, nullptr, {}});
    else if (!folder)
        stray.left.append(folder.error().what());
    const auto checks = confirmScratch({root.path(), task, {}, {}});
    stray.isConfirmed = allOk(steps) && allOk(checks);
    for (const auto &entries : {checks, steps}) {
        for (const auto &entry : entries) {
            if (!entry.ok)
                stray.left.append(QStringLiteral("%1: %2").arg(entry.name, entry.detail));
        }
    }
    SEALIFT_TRY(writeDown(audit, QStringLiteral("stray-step"), task, steps));
    SEALIFT_TRY(writeDown(audit, QStringLiteral("stray-check"), task, checks));
    return stray;
}

} // namespace

Result<QList<StrayScratch>> sweepStrayScratch(const ScratchRoot &root, AuditLog &audit, const QSet<QString> &spared)
{
    SEALIFT_ASSIGN(const auto entries, root.list());
    QList<StrayScratch> strays;
    for (const auto &entry : entries) {
        if (entry.isLive || spared.contains(entry.taskId))
            continue;
        SEALIFT_ASSIGN(const auto stray, sweepOne(root, audit, entry.taskId));
        strays.append(stray);
    }
    return strays;
}

} // namespace sealift
