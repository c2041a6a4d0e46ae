#pragma once

#include "storage/bucket_state.h"
#include "storage/s3/s3_connection.h"

namespace sealift {

/// Asks a bucket's service what the bucket is set to, all questions at once, and stores and removes a small object
/// under the location's prefix - but where what is removed would stay. Ceph's gateway also tells quotas, in the header
/// of HeadBucket (rgw_rest_s3.cc, dump_bucket_metadata). Takes five seconds at most. From any thread.
BucketState lookAtBucket(S3Connection &connection, const std::stop_token &stop);

/// What an error of the store at a location says of the bucket: that it does not answer, or is elsewhere. Nothing where
/// it says neither, or the location is none in a bucket.
std::optional<BucketState> bucketStateFrom(const QString &location, const Error &error);

} // namespace sealift
