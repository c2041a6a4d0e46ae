#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace sealift {

/// Tells which bandwidth limit holds, by the settings and their schedule, whenever that changes. Looks at the clock
/// every few seconds, so that one that was set, and a computer that slept, need no care.
class BandwidthKeeper : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;
    using LimitAt = std::function<qint64(const QDateTime &)>;

    /// @param limitAt the limit at a moment, as BandwidthSettings tells it. @param hold is told the limit, in bytes a
    /// second (0: none), at once and from then on. @param clock shows local time.
    BandwidthKeeper(
        LimitAt limitAt, std::function<void(qint64)> hold, Clock clock = [] { return QDateTime::currentDateTime(); },
        QObject *parent = nullptr);

    /// To be called when the settings have changed.
    void look();

private:
    const LimitAt m_limitAt;
    const std::function<void(qint64)> m_hold;
    const Clock m_clock;
    QTimer m_timer;
    qint64 m_limit = -1; ///< as it was told last
};

} // namespace sealift
