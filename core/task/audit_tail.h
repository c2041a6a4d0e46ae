#pragma once

#include "task/audit_entry.h"
#include "task/audit_files.h"

#include <optional>

namespace sealift {

/// The end of the audit log, as whoever appends finds it.
struct AuditTail {
    /// What the next entry follows.
    qint64 seq = 0;
    Digest hash;
    QString time; ///< of the last entry, as it says; empty where it is not known

    int file = 1;         ///< the last file
    qint64 fileSize = 0;  ///< its size
    bool endsLine = true; ///< its last byte is a line feed, or there is none
    bool isNew = false;   ///< there is nothing at all yet

    /// Bytes at the end that are no entry and that nobody was told had been written: what a power cut leaves.
    struct Torn {
        qint64 bytes = 0;
        Digest hash;
    };
    std::optional<Torn> torn;

    /// What no power cut explains: entries that `head` knows are gone or changed. Empty: nothing of the sort.
    QString damage;
};

/// To be called under the lock. Looks at the last entry and the head only, as long as these two agree.
/// Errors: those of reading.
Result<AuditTail> readAuditTail(const QString &folder);

/// A whole file of the log. Errors: those of open(2) and read(2); LimitExceeded.
Result<QByteArray> readAuditFile(const QString &folder, int number);

} // namespace sealift
