#include "base/rate_meter.h"

#include <algorithm>

namespace sealift {

void RateMeter::add(Time at, qint64 bytes)
{
    m_samples.push_back({at, bytes});
    // One sample at or before the window's begin stays: rates are taken from it on.
    while (m_samples.size() > 2 && m_samples[1].at <= at - kMemory)
        m_samples.pop_front();
}

double RateMeter::rateOver(Time window) const
{
    if (m_samples.size() < 2)
        return 0;
    const auto &last = m_samples.back();
    auto first = std::upper_bound(m_samples.begin(), m_samples.end(), last.at - window,
                                  [](Time at, const Sample &sample) { return at < sample.at; });
    if (first != m_samples.begin())
        --first;
    const auto duration = last.at - first->at;
    if (duration <= Time::zero())
        return 0;
    return static_cast<double>(last.bytes - first->bytes) * 1000.0 / static_cast<double>(duration.count());
}

std::optional<RateMeter::Time> RateMeter::timeFor(qint64 remaining) const
{
    if (m_samples.empty() || m_samples.back().at - m_samples.front().at < kSmoothing)
        return std::nullopt;
    const double recent = rateOver(kSmoothing);
    const double longer = rateOver(kMemory);
    constexpr double kAgreement = 2.0;
    if (recent <= 0 || longer <= 0 || recent > longer * kAgreement || longer > recent * kAgreement)
        return std::nullopt;
    constexpr double kLongest = 1000.0 * 3600 * 1000;
    const double needed = static_cast<double>(remaining) * 1000.0 / longer;
    if (needed > kLongest)
        return std::nullopt;
    return Time(static_cast<qint64>(needed));
}

} // namespace sealift
