#pragma once

#include "storage/object_store.h"

#include <memory>

namespace sealift {

/// The store at a location as users write it: the path of a folder, absolute or relative to the working directory.
/// Makes nothing: ObjectStore::create() does. What begins like a URL or a remote location ("s3:...", "https://...") is
/// one: a folder with such a name is written "./s3:...". Errors: InvalidArgument (empty, or the path is a file);
/// Unsupported (another kind of place, named); Unsafe (a user name or password in the location, which then is not
/// repeated).
Result<std::unique_ptr<ObjectStore>> openStore(const QString &location);

} // namespace sealift
