#pragma once

#include "base/result.h"

#include <cstddef>
#include <functional>
#include <stop_token>

namespace sealift {

/// Calls `work(i, ending)` for every i below `count`, on up to `threads` threads, the calling one among them. `ending`
/// is asked to stop when `stop` is, and at the first failure; that failure is returned. No new item begins after
/// either.
Status forEachInParallel(std::size_t count, int threads,
                         const std::function<Status(std::size_t i, const std::stop_token &ending)> &work,
                         const std::stop_token &stop);

} // namespace sealift
