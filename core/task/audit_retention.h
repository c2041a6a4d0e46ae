#pragma once

#include "base/result.h"
#include "crypto/digest.h"
#include "task/audit_entry.h"

#include <QDateTime>

#include <optional>
#include <stop_token>

namespace sealift {

class AuditLog;

/// Files at the log's begin that were removed because all of their entries were old. The log says so itself, by an
/// entry `shortened` ({"through-file", "last-seq", "last-hash"}) that is written before they go: the chain goes on from
/// the hash in it, so that nothing else can be taken away in the name of age.
struct AuditRemoval {
    int throughFile = 0; ///< the last file that was removed
    qint64 lastSeq = 0;  ///< its last entry
    Digest lastHash;     ///< that entry's hash

    AuditEvent toEvent() const;
    /// Nothing where the event is another.
    static std::optional<AuditRemoval> of(const AuditEvent &event);
    bool operator==(const AuditRemoval &) const = default;
};

/// Removes the files at the log's begin whose last entry is older than `before`; never the last file. Nothing is
/// removed from a log that is not whole (verifyAudit()). Receipts of that time are then verified by their signatures
/// alone. @return nothing where nothing is old enough, which is found out quickly. Errors: Corrupt (the log was
/// changed); those of reading, of append() and of unlink(2); Cancelled.
Result<std::optional<AuditRemoval>> removeOldAudit(AuditLog &log, const QDateTime &before, const std::stop_token &stop);

} // namespace sealift
