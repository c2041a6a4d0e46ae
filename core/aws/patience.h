#pragma once

#include "base/result.h"

#include <chrono>
#include <stop_token>

namespace sealift {

/// Waits; ends at once where the stop token asks for it. Errors: Cancelled.
Status pauseFor(std::chrono::milliseconds time, std::stop_token stop);

/// Makes a call up to so many times, as long as its failure is marked as passing, with a growing random pause between
/// (exponential with full jitter, from 200 ms on). `call` returns a Result.
template <typename Call>
auto withPatience(int attempts, const std::stop_token &stop, Call &&call) -> decltype(call());

/// How long to wait before the attempt after the given one (0 is the first): a random part of a limit that doubles.
std::chrono::milliseconds pauseAfter(int attempt);

template <typename Call>
auto withPatience(int attempts, const std::stop_token &stop, Call &&call) -> decltype(call())
{
    for (int attempt = 0;; ++attempt) {
        auto result = call();
        if (result || result.error().retry() == Retry::Never || attempt + 1 >= attempts)
            return result;
        SEALIFT_TRY(pauseFor(pauseAfter(attempt), stop));
    }
}

} // namespace sealift
