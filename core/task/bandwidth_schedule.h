#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>
#include <QTime>

namespace sealift {

/// A stretch of the week with a bandwidth limit of its own.
struct BandwidthRule {
    static constexpr quint8 kEveryDay = 0x7f;
    static constexpr quint8 kWorkdays = 0x1f;
    static constexpr quint8 kWeekend = 0x60;

    quint8 days = kEveryDay; ///< on which it begins: bit 0 is Monday, bit 6 Sunday
    QTime from{0, 0};        ///< of the clock on the wall; included
    /// Not included. At or before `from` it is of the next day; so two equal times make 24 hours.
    QTime until{0, 0};
    qint64 bytesPerSecond = 0; ///< 0: no limit

    /// Whether a moment, as the clock on the wall shows it, lies in it.
    bool covers(const QDateTime &moment) const;

    bool operator==(const BandwidthRule &) const = default;
};

/// Which limit holds when. Value type; pure: knows no clock.
struct BandwidthSchedule {
    QList<BandwidthRule> rules; ///< of those that cover a moment the first counts

    /// The limit at a moment, in bytes a second; 0: none. @param otherwise where no rule covers it.
    qint64 limitAt(const QDateTime &moment, qint64 otherwise) const;

    /// [{"days": 31, "from": "08:00", "until": "18:00", "bytesPerSecond": 5242880}]
    QJsonArray toJson() const;
    /// @param where names it in errors. Errors: Corrupt, naming the field.
    static Result<BandwidthSchedule> parse(const QJsonArray &json, const QString &where);

    bool operator==(const BandwidthSchedule &) const = default;
};

} // namespace sealift
