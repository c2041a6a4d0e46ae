#include "cli/locked_library.h"

#include "cli/console.h"
#include "library/repository.h"

namespace sealift {

Result<std::unique_ptr<RepositoryLock>> lockLibrary(Repository &repository, LockMode mode, Console &console,
                                                    const std::stop_token &stop)
{
    LockOptions options;
    options.wait = std::chrono::seconds(30);
    options.waiting = [&console, told = false](const Error &error) mutable {
        if (!std::exchange(told, true))
            console.note(QStringLiteral("Waiting: %1").arg(error.what()));
    };
    return RepositoryLock::acquire(repository.files(), mode, options, stop);
}

} // namespace sealift
