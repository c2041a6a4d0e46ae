#pragma once

#include "storage/object_store.h"
#include "storage/store_options.h"

#include <memory>

namespace sealift {

/// The store at a place in a bucket, over the network. Asks for nothing yet. Errors: as parseS3Location(); Unsafe for
/// plain http where it is not allowed; InvalidArgument for options that cannot be used.
Result<std::unique_ptr<ObjectStore>> openS3Store(const QString &location, const StoreOptions &options);

class S3Connection;
class S3ObjectUpload;

/// The same place, for what is no library: requests to its bucket. Errors: as above.
Result<std::shared_ptr<S3Connection>> openS3Connection(const QString &location, const StoreOptions &options);

/// The same for one object, whose key the location ends with. Errors besides: InvalidArgument where it names none.
Result<std::shared_ptr<S3ObjectUpload>> openS3Upload(const QString &location, const StoreOptions &options);

} // namespace sealift
