#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace sealift {

/// A trace of somebody, or of a broken disk.
struct AuditProblem {
    QString file;    ///< its name in the folder
    qint64 line = 0; ///< counts from 1; 0: the file as a whole
    QString what;
};

struct AuditReport {
    qint64 entries = 0;
    qint64 files = 0;
    /// Torn by a power cut and recovered since. No problem.
    qint64 recovered = 0;
    /// Bytes at the very end that a power cut tore, and that the next append will recover. No problem.
    qint64 tornBytes = 0;
    /// Entries that the head does not know yet, as when a process dies between the two. No problem.
    qint64 beyondHead = 0;
    /// Entries at the begin that were removed because they were old, which the log says itself. No problem.
    qint64 removed = 0;
    /// How often the clock was changed, or an entry is older than the one before. No problem of the log's.
    qint64 clockChanges = 0;
    QList<AuditProblem> problems; ///< the first hundred

    bool ok() const { return problems.isEmpty(); }
};

/// Reads the whole audit log and looks for what does not fit: a changed bit, a line or a file that was removed, doubled
/// or put elsewhere, an end that was cut off. What it cannot find is a log that was written anew from some entry on,
/// head included: the hashes in signed receipts are there for that.
/// Errors: NotFound; those of reading; Cancelled.
Result<AuditReport> verifyAudit(const QString &folder, const std::stop_token &stop);

} // namespace sealift
