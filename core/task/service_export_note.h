#pragma once

#include "base/result.h"
#include "ec2/export_client.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace sealift {

/// What an export that EC2 makes has there and in a bucket, as the journal keeps it (TaskRecord::staged): enough to go
/// on with it, and to remove it.
struct ServiceExportNote {
    QString region;
    QString folder;      ///< the task's own, in the bucket; written down before anything is put there
    QString request;     ///< NewExport::request
    QString source;      ///< the id of the image or instance
    QDateTime asked;     ///< when the service was asked to export it; invalid: it was not
    QString exportTask;  ///< its id; empty while the service has not told it
    bool isKept = false; ///< what a complete export has made stays
    QJsonObject service; ///< what it said last (ServiceState)

    bool isEmpty() const { return folder.isEmpty(); }
    ExportKind kind() const { return exportKindOf(source); }
    /// Empty of an empty one.
    QJsonObject toJson() const;
    /// Errors: Corrupt, naming the field.
    static Result<ServiceExportNote> parse(const QJsonObject &staged);
    /// Whether what a task has at its destination is such a thing.
    static bool isIn(const QJsonObject &staged);
};

} // namespace sealift
