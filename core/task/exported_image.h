#pragma once

#include "ec2/export_answers.h"
#include "storage/s3/s3_folder.h"
#include "task/import_source.h"
#include "task/task_job.h"

namespace sealift {

/// Fetches what EC2 has exported into a folder of a bucket, and opens it: the objects are kept in the task's scratch
/// volume, encrypted, looked at like any image from elsewhere (probeDisk()), and opened in the sandbox. @param exported
/// the completed task. @param format that the service was asked for. @param name of the image. Errors: NotFound (there
/// is no object of that task); Unsafe (the store does not say that it has encrypted one); those of ObjectStream,
/// Unpacking::keep(), probeDisk() and openDisk().
Result<ImportSource> openExportedImage(S3Folder &folder, const ExportTaskFacts &exported, const QString &name,
                                       DiskFormat format, const ImportOpening &opening, const JobTools &tools);

} // namespace sealift
