#include "common/bandwidth_keeper.h"

#include <utility>

namespace sealift {

namespace {

constexpr int kLookMs = 10'000;

} // namespace

BandwidthKeeper::BandwidthKeeper(LimitAt limitAt, std::function<void(qint64)> hold, Clock clock, QObject *parent)
    : QObject(parent)
    , m_limitAt(std::move(limitAt))
    , m_hold(std::move(hold))
    , m_clock(std::move(clock))
{
    connect(&m_timer, &QTimer::timeout, this, &BandwidthKeeper::look);
    m_timer.start(kLookMs);
    look();
}

void BandwidthKeeper::look()
{
    const auto limit = m_limitAt(m_clock());
    if (std::exchange(m_limit, limit) != limit)
        m_hold(limit);
}

} // namespace sealift
