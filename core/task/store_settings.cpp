#include "task/store_settings.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kCaFile = QStringLiteral("ca-file");
const auto kAllowInsecureLoopback = QStringLiteral("allow-insecure-loopback");
const auto kRegion = QStringLiteral("region");
const auto kProfile = QStringLiteral("profile");
const auto kEncryption = QStringLiteral("encryption");

} // namespace

QJsonObject StoreSettings::toJson() const
{
    return {{kCaFile, caFile},
            {kAllowInsecureLoopback, allowInsecureLoopback},
            {kRegion, region},
            {kProfile, profile},
            {kEncryption, encryption}};
}

Result<StoreSettings> StoreSettings::parse(const QJsonObject &settings, const QString &where)
{
    StoreSettings parsed;
    if (settings.isEmpty())
        return parsed; // of a task from before there were any
    const JsonFields fields(settings, where);
    SEALIFT_ASSIGN(parsed.caFile, fields.optionalString(kCaFile));
    SEALIFT_ASSIGN(parsed.allowInsecureLoopback, fields.boolean(kAllowInsecureLoopback));
    SEALIFT_ASSIGN(parsed.region, fields.optionalString(kRegion));
    SEALIFT_ASSIGN(parsed.profile, fields.optionalString(kProfile));
    SEALIFT_ASSIGN(parsed.encryption, fields.optionalString(kEncryption));
    return parsed;
}

} // namespace sealift
