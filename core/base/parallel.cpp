#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace sealift {

Status forEachInParallel(std::size_t count, int threads,
                         const std::function<Status(std::size_t i, const std::stop_token &ending)> &work,
                         const std::stop_token &stop)
{
    std::stop_source ending;
    const std::stop_callback forward(stop, [&ending] { ending.request_stop(); });
    std::mutex mutex;
    std::optional<Error> failure;
    std::atomic<std::size_t> nextItem{0};
    const auto run = [&] {
        while (!ending.stop_requested()) {
            const auto i = nextItem.fetch_add(1);
            if (i >= count)
                return;
            auto done = work(i, ending.get_token());
            if (done)
                continue;
            const std::lock_guard lock(mutex);
            // Once one has failed, the others end as cancelled; theirs is not the reason.
            if (!failure)
                failure = std::move(done).error();
            ending.request_stop();
        }
    };
    {
        std::vector<std::jthread> helpers;
        const auto wanted = std::min(count, static_cast<std::size_t>(std::max(threads, 1)));
        for (std::size_t i = 1; i < wanted; ++i)
            helpers.emplace_back(run);
        run();
    }
    if (failure)
        return fail(std::move(*failure));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    return {};
}

} // namespace sealift
