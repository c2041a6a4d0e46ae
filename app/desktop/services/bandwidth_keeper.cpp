#include "desktop/services/bandwidth_keeper.h"

#include <utility>

namespace sealift {

namespace {

constexpr int kLookMs = 10'000;

} // namespace

BandwidthKeeper::BandwidthKeeper(const SettingsService &settings, std::function<void(qint64)> hold, Clock clock,
                                 QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_hold(std::move(hold))
    , m_clock(std::move(clock))
{
    connect(&settings, &SettingsService::changed, this, &BandwidthKeeper::look);
    connect(&m_timer, &QTimer::timeout, this, &BandwidthKeeper::look);
    m_timer.start(kLookMs);
    look();
}

void BandwidthKeeper::look()
{
    const auto settings = m_settings.settings();
    const auto limit = settings.schedule.limitAt(m_clock(), settings.bytesPerSecond);
    if (std::exchange(m_limit, limit) != limit)
        m_hold(limit);
}

} // namespace sealift
