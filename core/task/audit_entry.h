#pragma once

#include "base/result.h"
#include "crypto/digest.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace sealift {

/// Something that happened and is to be kept: what a caller hands to the audit log, which adds who and when.
struct AuditEvent {
    QString event; ///< a stable name ("transition", "scratch-destroyed"): lower-case letters, digits and hyphens
    QString task;  ///< the id of the task it belongs to; may be empty
    /// Names of the same form; texts, whole numbers, booleans, lists and objects of them.
    QJsonObject fields;
};

/// One line of the audit log.
struct AuditEntry {
    qint64 seq = 0; ///< counts from 1, over all files
    QString time;   ///< RFC 3339, UTC
    QString host;
    qint64 pid = 0;
    QString user;
    AuditEvent what;
    Digest prev; ///< hash of the entry before; all zero for the first
    Digest hash; ///< SHA-256 of the canonical form without this field

    /// Sets `hash`, and returns the line: the canonical form with it, without a line feed.
    ///
    /// Canonical is JSON without white space and with the keys of each object sorted, as QJsonDocument::Compact writes
    /// it. With the texts, whole numbers and field names that the log takes this is the form of RFC 8785.
    QByteArray seal();

    /// Reads a line and checks that it is, to the byte, what seal() makes of these values. Errors: Corrupt, saying what
    /// is wrong.
    static Result<AuditEntry> parse(const QByteArray &line);
};

/// The event as the log keeps it: control characters made visible ("\x1b"), long texts cut off with a note, what in
/// URLs is secret masked, other secrets refused. Errors: InvalidArgument (a name of another form, fractions, too deep
/// or too large); Unsafe (secret-like).
Result<AuditEvent> checkedEvent(const AuditEvent &event);

} // namespace sealift
