#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace sealift {

/// What somebody is to be able to do with images.
enum class Ec2Goal {
    Snapshot, ///< encrypted snapshots, and the removal of those that were not finished
    Image,    ///< that, and images (AMIs) of them
    Read,     ///< to have the disks of snapshots and images
};

/// The least that an identity needs for that, as a policy of IAM (Amazon EBS User Guide, "Control access to EBS direct
/// APIs using IAM" and "Amazon EBS encryption: permissions for users"; Service Authorization Reference, "Amazon EC2"
/// and "Amazon Elastic Block Store"). To read, the key is needed to decrypt. Snapshots have no account in their names,
/// and Describe actions know no resources.
/// @param region "eu-central-1"; empty: all. @param kmsKey the ARN of the key that snapshots are encrypted by; empty:
/// the account's key for EBS, which needs no permission.
/// Errors: InvalidArgument, for a key that is no ARN of one, or a region that is none.
Result<QJsonObject> ec2PolicyFor(Ec2Goal goal, const QString &region, const QString &kmsKey);

} // namespace sealift
