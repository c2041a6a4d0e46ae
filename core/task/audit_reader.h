#pragma once

#include "base/result.h"
#include "task/audit_entry.h"

#include <QString>
#include <QStringView>

#include <functional>

namespace sealift {

/// Calls `each` for every entry of the audit log in this folder, oldest first, on the calling thread; stops at its
/// first error and returns that. A log that is not there yet has no entries. Whether one is missing or was changed is
/// verifyAudit()'s to say. @param task only this task's entries; empty: all, and lines that are none (torn by a power
/// cut) are passed over. Errors: Corrupt, where an entry of the task was changed; those of reading.
Status forEachAuditEntry(const QString &folder, QStringView task,
                         const std::function<Status(const AuditEntry &)> &each);

} // namespace sealift
