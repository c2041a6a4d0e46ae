#pragma once

#include "common/state_paths.h"
#include "task/audit_log.h"

#include <memory>

namespace sealift {

/// What the user makes of the audit log.
struct AuditSettings {
    AuditForwarding forward;
    int keepDays = 0; ///< files whose entries are all older are removed; 0: none ever
};

/// Reads audit.json (core/task/README.md has its form). @param where names the file in errors.
/// Errors: InvalidArgument, naming the file and the field.
Result<AuditSettings> readAuditSettings(const QByteArray &json, const QString &where);

/// Opens the audit log as the user's settings, the file audit.json in the configuration folder, want it, and removes
/// what has become old. That this could not be done is recorded in the log, and no error. Errors: those of
/// readAuditSettings(), of reading the file, and of AuditLog::open().
Result<std::unique_ptr<AuditLog>> openAudit(const StatePaths &paths);

} // namespace sealift
