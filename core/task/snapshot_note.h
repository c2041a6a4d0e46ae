#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace sealift {

/// What an import has at EC2 on the way, as the journal keeps it (TaskRecord::staged): enough to go on with it, and to
/// remove it.
struct SnapshotNote {
    QString region;
    QString request;       ///< NewSnapshot::request; written down before the snapshot is asked for
    QDateTime begun;       ///< when that was, UTC
    QString snapshot;      ///< its id; empty while the service has not told it
    QString source;        ///< of the image that is being sent: which files, in which state
    qint64 arrived = 0;    ///< all blocks of the volume before this one are there, or were not to be sent
    bool isSealed = false; ///< all were there, and the service was asked to complete it

    bool isEmpty() const { return request.isEmpty(); }
    /// Empty of an empty one.
    QJsonObject toJson() const;
    /// Errors: Corrupt, naming the field.
    static Result<SnapshotNote> parse(const QJsonObject &staged);
};

/// Those of a task, one a disk, in the disks' order; of one that was not begun it is empty. Errors: Corrupt, naming the
/// field.
Result<QList<SnapshotNote>> readSnapshotNotes(const QJsonObject &staged);

/// What the journal keeps of them. @param notes each as JSON.
QJsonObject joinedSnapshotNotes(const QList<QJsonObject> &notes);

/// The tag that every snapshot of ours has from its first moment, with the task's id: what was left behind is found by
/// it.
inline constexpr char kSnapshotTag[] = "sealift-task";

} // namespace sealift
