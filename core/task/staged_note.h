#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace sealift {

/// A disk that lies in the bucket, whole.
struct StagedObject {
    QString name; ///< in the task's folder
    qint64 size = 0;
};

/// What an import through a bucket has there and at EC2 on the way, as the journal keeps it (TaskRecord::staged):
/// enough to go on with it, and to remove it.
struct StagedNote {
    QString region;
    QString folder;  ///< the task's own, in the bucket; written down before anything is put there
    QString request; ///< NewImport::request
    QString source;  ///< of the image that is being sent: which files, in which state
    QString program; ///< the version of Sealift, and how it writes: what another one would write may differ
    QList<StagedObject> objects;
    QDateTime asked;       ///< when the service was asked to import them; invalid: it was not
    QString importTask;    ///< its id; empty while the service has not told it
    QStringList snapshots; ///< that the service was seen to make
    QJsonObject service;   ///< what it said last (ServiceState)

    bool isEmpty() const { return folder.isEmpty(); }
    /// Empty of an empty one.
    QJsonObject toJson() const;
    /// Errors: Corrupt, naming the field.
    static Result<StagedNote> parse(const QJsonObject &staged);
    /// Whether what a task has staged is such a thing, and not a SnapshotNote.
    static bool isIn(const QJsonObject &staged);
};

} // namespace sealift
