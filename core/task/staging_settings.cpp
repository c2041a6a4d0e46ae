#include "task/staging_settings.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kPlace = QStringLiteral("place");
const auto kEncryption = QStringLiteral("encryption");
const auto kFormat = QStringLiteral("format");
const auto kRole = QStringLiteral("role");
const auto kLicenseType = QStringLiteral("license-type");
const auto kUsageOperation = QStringLiteral("usage-operation");
const auto kPlatform = QStringLiteral("platform");

} // namespace

QString stagingFormatName(StagingFormat format)
{
    switch (format) {
    case StagingFormat::Vmdk:
        return QStringLiteral("vmdk");
    case StagingFormat::Raw:
        return QStringLiteral("raw");
    case StagingFormat::Vhd:
        return QStringLiteral("vhd");
    }
    Q_UNREACHABLE();
}

std::optional<StagingFormat> stagingFormatFromName(const QString &name)
{
    for (const auto format : {StagingFormat::Vmdk, StagingFormat::Raw, StagingFormat::Vhd}) {
        if (name == stagingFormatName(format))
            return format;
    }
    return {};
}

QString importFormatName(StagingFormat format)
{
    return stagingFormatName(format).toUpper();
}

QJsonObject StagingSettings::toJson() const
{
    return {
        {kPlace, place},      {kEncryption, encryption},   {kFormat, format ? stagingFormatName(*format) : QString()},
        {kRole, role},        {kLicenseType, licenseType}, {kUsageOperation, usageOperation},
        {kPlatform, platform}};
}

Result<StagingSettings> StagingSettings::parse(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    StagingSettings parsed;
    SEALIFT_ASSIGN(parsed.place, fields.string(kPlace));
    SEALIFT_ASSIGN(parsed.encryption, fields.string(kEncryption));
    SEALIFT_ASSIGN(const auto format, fields.string(kFormat));
    parsed.format = stagingFormatFromName(format);
    if (!parsed.format && !format.isEmpty())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" is no format").arg(where, format)));
    SEALIFT_ASSIGN(parsed.role, fields.string(kRole));
    SEALIFT_ASSIGN(parsed.licenseType, fields.string(kLicenseType));
    SEALIFT_ASSIGN(parsed.usageOperation, fields.string(kUsageOperation));
    SEALIFT_ASSIGN(parsed.platform, fields.string(kPlatform));
    return parsed;
}

} // namespace sealift
