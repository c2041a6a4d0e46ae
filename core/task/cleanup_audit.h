#pragma once

#include "scratch/cleanup_report.h"
#include "task/audit_entry.h"

namespace sealift {

/// The audit event for the steps or checks of a cleanup: one for all of them, since each append waits for the disk.
AuditEvent cleanupEvent(const QString &event, const QString &task, const QList<CleanupEntry> &entries);

} // namespace sealift
