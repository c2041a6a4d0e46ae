#pragma once

#include "base/result.h"
#include "scratch/receipt_signature.h"
#include "task/audit_entry.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <stop_token>

namespace sealift {

/// What somebody wants to see of the audit log and the receipts. What is empty or invalid limits nothing.
struct HistoryFilter {
    QDateTime since; ///< the first moment
    QDateTime until; ///< the last one
    /// An image by its name in a library, or by its file's name, with or without the last suffix.
    QString image;
    QString user; ///< who did it, by the name that the system knows

    bool isEmpty() const { return !since.isValid() && !until.isValid() && image.isEmpty() && user.isEmpty(); }
    bool covers(const QDateTime &time) const
    {
        return (!since.isValid() || time >= since) && (!until.isValid() || time <= until);
    }
};

/// Which edge of a day is meant where only the day is given.
enum class DayEdge { Begin, End };

/// A moment as people give it: RFC 3339 ("2025-05-06T07:08:09Z"), a day ("2025-05-06", by this computer's time zone),
/// or days before now ("30d"). @param option names the text in the error. Errors: InvalidArgument.
Result<QDateTime> momentFromText(const QString &text, DayEdge edge, const QString &option);

/// A receipt as it lies in its folder.
struct StoredReceipt {
    QString fileName;
    QByteArray bytes;
    std::optional<VerifiedReceipt> verified; ///< nothing where it is not valid
    QString problem;                         ///< why not

    /// The task that its file's name says.
    QString task() const { return fileName.section(u'.', 0, 0); }
};

/// All receipts in a folder, by their files' names (which is by time); none where there is no folder.
/// @param own this installation's key; may be null. Errors: those of reading; Cancelled.
Result<QList<StoredReceipt>> readReceipts(const QString &folder, const VerifyingKey *own, const std::stop_token &stop);

/// What the audit log and the receipts say of each task, to be searched.
class History
{
public:
    /// Reads the audit log once. Errors: those of forEachAuditEntry() and of readReceipts().
    static Result<History> read(const QString &auditFolder, const QString &receiptsFolder, const VerifyingKey *own,
                                const std::stop_token &stop);

    /// Whether the filter means the task: one of its entries is in the time and of the user, and the image is its.
    bool matches(const QString &task, const HistoryFilter &filter) const;
    /// The same of one entry, which must itself be in the time and of the user.
    bool matches(const AuditEntry &entry, const HistoryFilter &filter) const;

    const QList<StoredReceipt> &receipts() const { return m_receipts; }

private:
    struct Moment {
        QDateTime time;
        QString user;
    };
    struct Task {
        QList<Moment> moments;
        QSet<QString> images;
    };

    QHash<QString, Task> m_tasks;
    QList<StoredReceipt> m_receipts;
};

} // namespace sealift
