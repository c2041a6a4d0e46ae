#pragma once

#include <chrono>

#include <time.h>

namespace sealift {

/// The time since the computer was started, its sleep included (CLOCK_BOOTTIME): nobody puts it back.
inline std::chrono::milliseconds sinceBoot()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                                 std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace sealift
