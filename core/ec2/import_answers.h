#pragma once

#include "ec2/ec2_answers.h"

namespace sealift {

/// What VM Import/Export answers in XML. Source: Amazon EC2 API Reference, "ImportImageTask", "SnapshotDetail",
/// "ImportSnapshotTask", "SnapshotTaskDetail". All readers: Corrupt where it is not that document.

/// What becomes of one disk of an import.
struct ImportedDiskFacts {
    QString snapshot; ///< its id, once there is one
    QString format;
    QString status;
    QString message;
    int progress = -1; ///< percent; -1: not told
};

/// An import task as the service tells of it.
struct ImportTaskFacts {
    QString id;
    /// Documented: active, validating, validated, converting, updating, completed, deleting, deleted; others are seen.
    QString status;
    QString message;   ///< what it is at ("converting"), or why it failed
    int progress = -1; ///< percent; -1: not told
    QString image;     ///< the id of what an ImportImage has made
    QString architecture;
    QString bootMode;
    QList<ImportedDiskFacts> disks;
    Ec2Tags tags;

    bool isCompleted() const { return status == QLatin1String("completed"); }
    /// It failed or was cancelled, and what it had is gone.
    bool isDeleted() const { return status == QLatin1String("deleted"); }
    bool isOver() const { return isCompleted() || isDeleted(); }
};

struct ImportTaskPage {
    QList<ImportTaskFacts> tasks;
    QString next; ///< token of the next page; empty on the last one
};

Result<ImportTaskPage> readImageTaskPage(const QByteArray &xml);
Result<ImportTaskPage> readSnapshotTaskPage(const QByteArray &xml);
/// The task that an ImportImage or ImportSnapshot answer has.
Result<ImportTaskFacts> readNewImageTask(const QByteArray &xml);
Result<ImportTaskFacts> readNewSnapshotTask(const QByteArray &xml);

} // namespace sealift
