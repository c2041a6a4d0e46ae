#pragma once

#include "storage/object_store.h"
#include "storage/store_options.h"

#include <memory>

namespace sealift {

/// The store at a location as users write it: the path of a folder, absolute or relative to the working directory, or
/// a place in a bucket ("s3:...", see parseS3Location()). Makes nothing and asks for nothing: ObjectStore::create()
/// and the other calls do. What begins like a URL or a remote location ("s3:...", "https://...") is one: a folder with
/// such a name is written "./s3:...". Errors: InvalidArgument (empty, or the path is a file); Unsupported (another kind
/// of place, named); Unsafe (a user name or password in the location, which then is not repeated; plain http where it
/// is not allowed).
Result<std::unique_ptr<ObjectStore>> openStore(const QString &location, const StoreOptions &options = {});

/// The location so that it means the same in any working directory.
QString absoluteLocation(const QString &location);

} // namespace sealift
