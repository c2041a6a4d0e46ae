#pragma once

#include "image/inspect/guest_root.h"
#include "image/inspect/os_facts.h"

namespace sealift {

/// Looks, by names alone and in the usual places, for files that a golden image should not carry to others: no file is
/// opened. A sample: what lies elsewhere, or on a volume of its own (/home), is not seen. Reads a few dozen folders,
/// and names at most some hundred files.
/// Errors: those of GuestRoot::list().
Result<QList<SensitiveFile>> findSensitiveFiles(const GuestRoot &root, OsFamily family);

} // namespace sealift
