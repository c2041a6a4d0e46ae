#include "task/service_export_settings.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kByService = QStringLiteral("by-service");
const auto kPlace = QStringLiteral("place");
const auto kFormat = QStringLiteral("format");
const auto kRole = QStringLiteral("role");
const auto kKeep = QStringLiteral("keep");

} // namespace

void ServiceExportSettings::insertInto(QJsonObject &settings) const
{
    settings.insert(kByService,
                    QJsonObject{{kPlace, place}, {kFormat, stagingFormatName(format)}, {kRole, role}, {kKeep, keep}});
}

Result<std::optional<ServiceExportSettings>> ServiceExportSettings::in(const QJsonObject &settings,
                                                                       const QString &where)
{
    if (!settings.contains(kByService))
        return std::optional<ServiceExportSettings>();
    const JsonFields fields(settings.value(kByService).toObject(), where);
    ServiceExportSettings parsed;
    SEALIFT_ASSIGN(parsed.place, fields.string(kPlace));
    SEALIFT_ASSIGN(const auto name, fields.string(kFormat));
    const auto format = stagingFormatFromName(name);
    if (!format)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" is no format").arg(where, name)));
    parsed.format = *format;
    SEALIFT_ASSIGN(parsed.role, fields.string(kRole));
    SEALIFT_ASSIGN(parsed.keep, fields.boolean(kKeep));
    return std::optional(parsed);
}

} // namespace sealift
