#include "task/snapshot_settings.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kTo = QStringLiteral("to");
const auto kSnapshot = QStringLiteral("ec2-snapshot");
const auto kToImage = QStringLiteral("ec2-image");
const auto kRegistration = QStringLiteral("registration");
const auto kStaging = QStringLiteral("staging");
const auto kName = QStringLiteral("name");
const auto kBootMode = QStringLiteral("boot-mode");
const auto kArchitecture = QStringLiteral("architecture");
const auto kIgnorePreflight = QStringLiteral("ignore-preflight");
const auto kEc2 = QStringLiteral("ec2");
const auto kRegion = QStringLiteral("region");
const auto kProfile = QStringLiteral("profile");
const auto kCaFile = QStringLiteral("ca-file");
const auto kEndpoint = QStringLiteral("endpoint");
const auto kImage = QStringLiteral("image");
const auto kKmsKey = QStringLiteral("kms-key");
const auto kDescription = QStringLiteral("description");
const auto kTags = QStringLiteral("tags");
const auto kOmitUnwritten = QStringLiteral("omit-unwritten");
const auto kAllowUnsandboxed = QStringLiteral("allow-unsandboxed");

} // namespace

QJsonObject Ec2Settings::toJson() const
{
    return {{kRegion, region}, {kProfile, profile}, {kCaFile, caFile}, {kEndpoint, endpoint.toString()}};
}

Result<Ec2Settings> Ec2Settings::parse(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    Ec2Settings parsed;
    SEALIFT_ASSIGN(parsed.region, fields.string(kRegion));
    SEALIFT_ASSIGN(parsed.profile, fields.string(kProfile));
    SEALIFT_ASSIGN(parsed.caFile, fields.string(kCaFile));
    SEALIFT_ASSIGN(const auto endpoint, fields.string(kEndpoint));
    parsed.endpoint = QUrl(endpoint, QUrl::StrictMode);
    return parsed;
}

QJsonObject SnapshotSettings::toJson() const
{
    QJsonArray list;
    for (const auto &[key, value] : tags)
        list.append(QJsonArray{key, value});
    QJsonObject json{{kTo, registration ? kToImage : kSnapshot},
                     {kEc2, ec2.toJson()},
                     {kImage, image},
                     {kKmsKey, kmsKey},
                     {kDescription, description},
                     {kTags, list},
                     {kOmitUnwritten, omitUnwritten},
                     {kAllowUnsandboxed, allowUnsandboxed}};
    if (!ignorePreflight.isEmpty())
        json.insert(kIgnorePreflight, QJsonArray::fromStringList(ignorePreflight));
    if (registration)
        json.insert(kRegistration, QJsonObject{{kName, registration->name},
                                               {kBootMode, registration->bootMode},
                                               {kArchitecture, registration->architecture}});
    if (staging)
        json.insert(kStaging, staging->toJson());
    return json;
}

Result<SnapshotSettings> SnapshotSettings::parse(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    SnapshotSettings parsed;
    SEALIFT_ASSIGN(parsed.ec2, Ec2Settings::parse(settings.value(kEc2).toObject(), where));
    SEALIFT_ASSIGN(parsed.image, fields.string(kImage));
    SEALIFT_ASSIGN(parsed.kmsKey, fields.string(kKmsKey));
    SEALIFT_ASSIGN(parsed.description, fields.string(kDescription));
    SEALIFT_ASSIGN(const auto list, fields.array(kTags));
    for (const auto &entry : list) {
        const auto pair = entry.toArray();
        parsed.tags.append({pair.at(0).toString(), pair.at(1).toString()});
    }
    SEALIFT_ASSIGN(parsed.omitUnwritten, fields.boolean(kOmitUnwritten));
    SEALIFT_ASSIGN(parsed.allowUnsandboxed, fields.boolean(kAllowUnsandboxed));
    SEALIFT_ASSIGN(parsed.ignorePreflight, fields.optionalStrings(kIgnorePreflight));
    if (settings.value(kTo).toString() == kToImage) {
        const JsonFields own(settings.value(kRegistration).toObject(), where);
        RegistrationSettings registration;
        SEALIFT_ASSIGN(registration.name, own.string(kName));
        SEALIFT_ASSIGN(registration.bootMode, own.string(kBootMode));
        SEALIFT_ASSIGN(registration.architecture, own.string(kArchitecture));
        parsed.registration = std::move(registration);
    }
    if (fields.has(kStaging)) {
        SEALIFT_ASSIGN(parsed.staging, StagingSettings::parse(settings.value(kStaging).toObject(), where));
    }
    return parsed;
}

bool SnapshotSettings::areIn(const QJsonObject &settings)
{
    const auto to = settings.value(kTo).toString();
    return to == kSnapshot || to == kToImage;
}

} // namespace sealift
