#include "cli/store_access.h"

#include "cli/console.h"
#include "cli/mfa_prompt.h"
#include "storage/s3/s3_location.h"

#include <QFile>
#include <QFileInfo>

namespace sealift {

namespace {

const auto kCaFile = QStringLiteral("ca-file");
const auto kRegion = QStringLiteral("region");
const auto kProfile = QStringLiteral("profile");
const auto kEncryption = QStringLiteral("s3-sse");
const auto kAllowInsecureLoopback = QStringLiteral("allow-insecure-loopback");

/// The first that is set.
QString variable(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const auto value = qgetenv(name); !value.isEmpty())
            return QFile::decodeName(value);
    }
    return {};
}

/// What was written of an option: with the prefix, else without it; null where neither was.
QString optionOf(const QCommandLineParser &arguments, const QString &prefix, const QString &name)
{
    if (!prefix.isEmpty() && arguments.isSet(prefix + name))
        return arguments.value(prefix + name);
    return arguments.isSet(name) ? arguments.value(name) : QString();
}

} // namespace

QList<QCommandLineOption> storeOptionList()
{
    return {
        {kCaFile,
         QStringLiteral("For a library in a bucket: trust the certificates in this file (PEM) in place of the "
                        "system's. Without it: $SEALIFT_CA_FILE, or $AWS_CA_BUNDLE."),
         QStringLiteral("FILE")},
        {kRegion,
         QStringLiteral(
             "The region of the bucket, or of EC2. Without it: $AWS_REGION, the location, or what the service or "
             "the profile says."),
         QStringLiteral("REGION")},
        {kProfile,
         QStringLiteral(
             "Use this profile of AWS's configuration. Without it: the credentials that the AWS command line "
             "would find."),
         QStringLiteral("NAME")},
        {kEncryption,
         QStringLiteral("Have the service encrypt as well: aes256 (with its keys), kms or kms:KEY (with a managed "
                        "key), customer:FILE (with the 32 bytes in a file, that reading needs too)."),
         QStringLiteral("HOW")},
        {kAllowInsecureLoopback, QStringLiteral("Allow plain http to a service on this computer.")},
    };
}

QList<QCommandLineOption> secondStoreOptionList(const QString &prefix)
{
    const auto meaning = [](const QString &name) {
        return QStringLiteral("As --%1, for the other library. Without it --%1 holds for both.").arg(name);
    };
    return {
        {prefix + kCaFile, meaning(kCaFile), QStringLiteral("FILE")},
        {prefix + kRegion, meaning(kRegion), QStringLiteral("REGION")},
        {prefix + kProfile, meaning(kProfile), QStringLiteral("NAME")},
        {prefix + kEncryption, meaning(kEncryption), QStringLiteral("HOW")},
    };
}

Result<StoreSettings> storeSettings(const CommandContext &context, const QString &location, const QString &prefix)
{
    StoreSettings settings;
    if (!isS3Location(location))
        return settings;
    const auto &arguments = context.arguments;
    settings.caFile = optionOf(arguments, prefix, kCaFile);
    if (settings.caFile.isNull())
        settings.caFile = variable({"SEALIFT_CA_FILE", "AWS_CA_BUNDLE"});
    if (!settings.caFile.isEmpty())
        settings.caFile = QFileInfo(settings.caFile).absoluteFilePath();
    settings.allowInsecureLoopback = arguments.isSet(kAllowInsecureLoopback);
    settings.region = optionOf(arguments, prefix, kRegion);
    // A region in the location is what the user wrote for this library; one in the environment is for all that has
    // none.
    if (const auto place = parseS3Location(location); settings.region.isEmpty() && place && !place->amazon)
        settings.region = variable({"AWS_REGION", "AWS_DEFAULT_REGION"});
    settings.profile = optionOf(arguments, prefix, kProfile);
    settings.encryption = absoluteServerEncryption(optionOf(arguments, prefix, kEncryption));
    if (const auto known = serverEncryption(settings.encryption); !known)
        return fail(known.error());
    return settings;
}

RemoteSettings remoteSettings(const CommandContext &context)
{
    RemoteSettings settings;
    settings.caFile = optionOf(context.arguments, {}, kCaFile);
    if (settings.caFile.isNull())
        settings.caFile = variable({"SEALIFT_CA_FILE"});
    if (!settings.caFile.isEmpty())
        settings.caFile = QFileInfo(settings.caFile).absoluteFilePath();
    settings.allowInsecureLoopback = context.arguments.isSet(kAllowInsecureLoopback);
    return settings;
}

Result<std::unique_ptr<ObjectStore>> openStoreAt(const QString &location, const StoreSettings &settings,
                                                 StoreIdentity &identity, Console &console)
{
    const StoreTalk talk{mfaPrompt(console), [&console](const QString &text) { console.warning(text); }};
    return openStoreWith(location, settings, identity, talk);
}

} // namespace sealift
