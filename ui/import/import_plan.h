#pragma once

#include "library/blob_writer.h"
#include "task/snapshot_settings.h"
#include "task/store_settings.h"
#include "task/task_record.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// What an import sheet asks for.
struct ImportPlan {
    struct Image {
        QString path;                     ///< absolute
        QString name;                     ///< in the library
        QStringList ignorePreflight = {}; ///< rules of preflight that are passed over
    };

    LibraryPlace library;
    /// To Amazon EC2 instead, each image by these settings.
    std::optional<SnapshotSettings> ec2 = {};
    QList<Image> images;
    QStringList tags; ///< of all of them
    Compression compression = Compression::Auto;
    qint64 packSize = 16LL << 20; ///< bytes
};

/// One task an image, in order.
QList<TaskRecord> importTasks(const ImportPlan &plan);

/// The name that an image has where nobody gives it another one: the file's without its last suffix.
QString usualImageName(const QString &path);

} // namespace sealift
