#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace sealift {

/// Turns samples of a growing byte count into a rate that does not flicker and an estimate that can be believed.
/// Pure arithmetic on the times it is given; not thread-safe.
class RateMeter
{
public:
    using Time = std::chrono::milliseconds;

    /// Over how long the shown rate is averaged.
    static constexpr Time kSmoothing{3000};
    /// How far back estimates look; a rate over this long and one over kSmoothing must agree before there is an
    /// estimate.
    static constexpr Time kMemory{15000};

    /// Adds a sample. `at` counts from any fixed moment and never goes back.
    void add(Time at, qint64 bytes);

    /// Bytes a second over the last kSmoothing; 0 before the second sample.
    double rate() const { return rateOver(kSmoothing); }

    /// How long `remaining` bytes will take. Nothing while there is too little to go by: less than kSmoothing of
    /// samples, no bytes in it, or a rate that has just doubled or halved.
    std::optional<Time> timeFor(qint64 remaining) const;

private:
    double rateOver(Time window) const;

    struct Sample {
        Time at;
        qint64 bytes;
    };
    std::deque<Sample> m_samples;
};

} // namespace sealift
