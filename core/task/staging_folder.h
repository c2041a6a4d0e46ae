#pragma once

#include "ec2/ec2_access.h"
#include "storage/s3/s3_folder.h"
#include "task/staging_settings.h"

namespace sealift {

/// What the folders of tasks begin with; their ids follow.
inline constexpr char kStagingFolder[] = "sealift-task-";

/// A task's own folder below a place in a bucket.
QString stagingFolderOf(const QString &place, const QString &task);

/// What the folders of exports begin with that are to stay there; the tasks' ids follow. No sweep takes them.
inline constexpr char kKeptFolder[] = "sealift-export-";

/// A task's own folder for what is to stay.
QString keptFolderOf(const QString &place, const QString &task);

/// OK where the place is one in a bucket, and not in another region than the one that EC2 is asked in. Errors:
/// InvalidArgument; those of parseS3Location().
Status checkStagingPlace(const QString &place, const QString &region);

/// How objects are to be encrypted there. Errors: InvalidArgument: VM Import/Export could not read what a customer's
/// key encrypts, and nothing is staged unencrypted.
Result<ServerEncryption> stagingEncryption(const QString &text);

/// Reaches a place in a bucket as the identity that EC2 is reached as. Errors: those above, and of openS3Connection().
Result<std::shared_ptr<S3Connection>> openStaging(const Ec2Access &access, const QString &place,
                                                  const QString &encryption);

} // namespace sealift
