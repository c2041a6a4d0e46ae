#pragma once

#include "ec2/ec2_access.h"
#include "policy/import_state.h"
#include "storage/bucket_state.h"
#include "storage/s3/s3_connection.h"

namespace sealift {

/// What EC2 and the bucket say before anything is sent.
struct ImportReadiness {
    ImportState service;
    BucketState bucket;
};

/// Asks whether an import would go well, all questions at once, for five seconds at most: whether its calls are allowed
/// (DryRun), the role of VM Import/Export, the KMS key, how many imports are at work, and the bucket (lookAtBucket(),
/// which stores and removes a small object at the connection's location). From any thread.
ImportReadiness askReadiness(Ec2Access &access, S3Connection &bucket, const NewImport &wanted,
                             const std::stop_token &stop);

} // namespace sealift
