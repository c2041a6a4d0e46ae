#include "common/bandwidth_settings.h"

#include "common/config_file.h"

namespace sealift {

namespace {

const auto kUsual = QStringLiteral("bytesPerSecond");
const auto kSchedule = QStringLiteral("bandwidthSchedule");

Error wrongField(const QString &where, const QString &field, const QString &wanted)
{
    return Error(ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" is not %3").arg(where, field, wanted),
                 QStringLiteral("Set the bandwidth anew in the settings of the desktop application."));
}

} // namespace

QJsonObject bandwidthJson(const BandwidthSettings &settings)
{
    return {{kUsual, settings.usual}, {kSchedule, settings.schedule.toJson()}};
}

Result<BandwidthSettings> parseBandwidthSettings(const QJsonObject &json, const QString &where)
{
    BandwidthSettings settings;
    const auto usual = json.value(kUsual);
    if (!usual.isUndefined()) {
        settings.usual = usual.toInteger(-1);
        if (settings.usual < 0)
            return fail(wrongField(where, kUsual, QStringLiteral("a number of bytes")));
    }
    const auto schedule = json.value(kSchedule);
    if (schedule.isUndefined())
        return settings;
    if (!schedule.isArray())
        return fail(wrongField(where, kSchedule, QStringLiteral("a list")));
    SEALIFT_ASSIGN(settings.schedule, BandwidthSchedule::parse(schedule.toArray(), where));
    return settings;
}

Result<BandwidthSettings> savedBandwidth(const StatePaths &paths)
{
    if (paths.config.isEmpty())
        return BandwidthSettings();
    const auto path = paths.settings();
    SEALIFT_ASSIGN(const auto json, readConfigFile(path));
    return parseBandwidthSettings(json, path);
}

} // namespace sealift
