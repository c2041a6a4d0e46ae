#pragma once

#include "base/result.h"
#include "crypto/digest.h"
#include "task/audit_entry.h"
#include "task/audit_forwarder.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>

namespace sealift {

/// The clocks that the log goes by.
struct AuditClock {
    std::function<QDateTime()> now;                       ///< what entries are stamped with
    std::function<std::chrono::milliseconds()> sinceBoot; ///< what `now` is compared with: nobody puts it back

    /// Those of the system.
    static AuditClock system();
};

struct AuditOptions {
    /// A file that has grown to this size is followed by the next one.
    qint64 maxFileBytes = 16LL << 20;
    AuditForwarding forward = {};
    AuditClock clock = AuditClock::system();
};

/// The record of what Sealift did: entries that each carry the hash of the one before, so that none can be changed,
/// removed or swapped without a trace (core/task/README.md has the format; verifyAudit() looks for traces). Nothing is
/// ever taken out of it or rewritten.
///
/// Any number of threads and processes append at the same time. What append() has acknowledged survives a power cut;
/// what a power cut tore is kept as it is, and a `recovered` entry holds its hash. Damage that no power cut explains is
/// recorded by a `damaged` entry, and the log goes on. So are changes of the clock by more than two seconds
/// (`clock-changed`): times before and after do not go together.
///
/// Where entries are forwarded, that comes after they are durable, and never keeps append() from succeeding: what could
/// not be sent is recorded once (`not-forwarded`), and so is that it can again (`forwarded-again`).
class AuditLog
{
public:
    /// Opens the log in this folder, making it (mode 0700, files 0600) if it is not there.
    /// Errors: those of makePrivateFolder().
    static Result<std::unique_ptr<AuditLog>> open(const QString &folder, const AuditOptions &options = {});

    /// Appends, and returns once that is durable. All of a list, in order and with nothing between them, or none.
    /// Errors: InvalidArgument and Unsafe of checkedEvent(), before anything is written; Locked; NoSpace and those of
    /// writing.
    Status append(const AuditEvent &event) { return append(QList<AuditEvent>{event}); }
    Status append(const QList<AuditEvent> &events);

    const QString &folder() const { return m_folder; }

private:
    struct Moment {
        QDateTime wall;
        std::chrono::milliseconds sinceBoot;
    };
    AuditLog(QString folder, AuditOptions options);

    /// Under the lock.
    Status write(const QList<AuditEvent> &events, QList<AuditEntry> &written);
    std::optional<AuditEvent> clockChange(const QString &lastTime, const Moment &now);
    std::optional<AuditEvent> forward(const QList<AuditEntry> &entries);

    const QString m_folder;
    const AuditOptions m_options;
    QString m_host;
    QString m_user;
    AuditForwarder m_forwarder;
    std::optional<Moment> m_last;            ///< when this object wrote last
    qint64 m_notForwarded = 0;               ///< entries since the receiver failed
    std::chrono::milliseconds m_tryAgain{0}; ///< by sinceBoot, after a failure
    std::mutex m_mutex; // a lock on a file is shared by the threads that share its descriptor: one at a time
};

/// The entries of one task, for its receipt.
struct TaskAudit {
    Digest hash; ///< SHA-256 over the hashes of the entries, as hexadecimal digits, in order
    qint64 entries = 0;
    qint64 lastSeq = 0;
};

/// Hashes the entries of a task up to the one numbered `upTo`. Does not verify the log. Errors: those of reading;
/// Corrupt, where an entry of the task was changed.
Result<TaskAudit> hashOfTask(const QString &folder, QStringView task, qint64 upTo = std::numeric_limits<qint64>::max());

} // namespace sealift
