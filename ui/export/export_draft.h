#pragma once

#include "image/writers/write_options.h"
#include "image/writers/write_targets.h"
#include "library/image_catalog.h"
#include "task/export_job.h"
#include "task/store_settings.h"
#include "task/task_record.h"

#include <QString>

#include <chrono>
#include <optional>

namespace sealift {

/// What an export wizard's pages fill in, one after the other.
struct ExportDraft {
    QString libraryId;
    QString location;    ///< of the library
    StoreSettings store; ///< how it is reached
    std::optional<CatalogImage> image;
    CatalogDisk disk;
    QString target; ///< name of the WriteTarget; kOtherTarget: the user chose the format
    WriteFormat format = WriteFormat::Qcow2;
    WriteOptions options;
    std::optional<OvaOptions> ova; ///< the whole machine as an appliance instead of one disk in `format`
    QString path;                  ///< absolute
    bool replace = false;
    bool isPlainConfirmed = false; ///< the user knows what an unencrypted file means
};

/// The name of no WriteTarget: the format by itself.
inline constexpr auto kOtherTarget = "other";

/// The draft as a task for the queue. What it needs must be there: image, disk, path, confirmation.
TaskRecord exportTask(const ExportDraft &draft);

/// The version of OVF that appliances for a target have; nothing: it takes none.
std::optional<int> ovfVersionFor(const QString &target);

/// Bytes of what is exported: the disk, or all disks.
qint64 diskSizeToWrite(const ExportDraft &draft);

/// Those of them that are neither hole nor zero, as far as the image says.
qint64 dataToWrite(const ExportDraft &draft);

/// How long that may take: data at a rate that ordinary disks keep up with.
std::chrono::milliseconds likelyDuration(const ExportDraft &draft);

/// A name for the file: the image's, its disk's where there are several, and the format's usual suffix. Nothing in it
/// that a file system could not take.
QString suggestedFileName(const ExportDraft &draft);

} // namespace sealift
