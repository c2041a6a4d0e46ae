#pragma once

#include "library/repository_lock.h"

namespace sealift {

class Console;
class Repository;

/// Takes a lock for a command that is done soon; waits a while for others where they are in the way, and says so.
/// Errors: those of RepositoryLock::acquire().
Result<std::unique_ptr<RepositoryLock>> lockLibrary(Repository &repository, LockMode mode, Console &console,
                                                    const std::stop_token &stop);

} // namespace sealift
