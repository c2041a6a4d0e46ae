#include "cli/stored_jobs.h"

#include "cli/open_library.h"
#include "common/task_jobs.h"

namespace sealift {

JobExecutor::Factory storedJobFactory(const CommandContext &context)
{
    return jobFactory({.openLibrary = [&context](const LibrarySettings &library, const std::stop_token &) {
        return openTaskLibrary(context, library);
    }});
}

} // namespace sealift
