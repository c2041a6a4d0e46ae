#include "aws/patience.h"

#include <QRandomGenerator>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace sealift {

Status pauseFor(std::chrono::milliseconds time, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    static_cast<void>(never.wait_for(lock, stop, time, [] { return false; }));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    return {};
}

std::chrono::milliseconds pauseAfter(int attempt)
{
    constexpr int kFirst = 200;
    constexpr int kLongest = 5000;
    const auto limit = std::min(kLongest, kFirst << std::min(attempt, 8));
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(limit + 1));
}

} // namespace sealift
