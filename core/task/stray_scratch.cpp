#include "task/stray_scratch.h"

#include "scratch/confirmation.h"
#include "scratch/destruction.h"
#include "scratch/scratch_root.h"
#include "task/audit_log.h"
#include "task/cleanup_audit.h"

namespace sealift {

namespace {

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
    stray.left += leftIn(checks) + leftIn(steps);
    QList<AuditEvent> events{cleanupEvent(QStringLiteral("stray-checks"), task, checks)};
    if (!steps.isEmpty())
        events.prepend(cleanupEvent(QStringLiteral("stray-steps"), task, steps));
    SEALIFT_TRY(audit.append(events));
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
