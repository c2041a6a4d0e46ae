#pragma once

#include "common/state_paths.h"
#include "task/bandwidth_schedule.h"

#include <QJsonObject>

namespace sealift {

/// The bandwidth that the user's settings allow to all tasks of a process together. Value type.
struct BandwidthSettings {
    qint64 usual = 0;           ///< bytes a second; 0: no limit
    BandwidthSchedule schedule; ///< hours with a limit of their own in its place

    /// The limit at a moment of the clock on the wall, in bytes a second; 0: none.
    qint64 limitAt(const QDateTime &moment) const { return schedule.limitAt(moment, usual); }

    bool operator==(const BandwidthSettings &) const = default;
};

/// The fields of settings.json that it stands in.
QJsonObject bandwidthJson(const BandwidthSettings &settings);

/// @param json all of settings.json. @param where names it in errors. Errors: Corrupt, naming the field.
Result<BandwidthSettings> parseBandwidthSettings(const QJsonObject &json, const QString &where);

/// What settings.json says; no limit where there is none. Errors: those of readConfigFile() and
/// parseBandwidthSettings().
Result<BandwidthSettings> savedBandwidth(const StatePaths &paths);

} // namespace sealift
