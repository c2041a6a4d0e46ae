#include "cli/ec2_options.h"

#include <QFile>
#include <QFileInfo>

namespace sealift {

namespace {

const auto kRegion = QStringLiteral("region");
const auto kProfile = QStringLiteral("profile");
const auto kCaFile = QStringLiteral("ca-file");
const auto kEndpoint = QStringLiteral("endpoint");
const auto kFrom = QStringLiteral("from");

} // namespace

QCommandLineOption ec2EndpointOption()
{
    return {kEndpoint,
            QStringLiteral("For EC2: ask EC2, EBS and STS at this https URL. Without it: $AWS_ENDPOINT_URL_EC2, _EBS "
                           "and _STS, the profile's, or Amazon's own."),
            QStringLiteral("URL")};
}

QList<QCommandLineOption> ec2AccessOptions()
{
    return {{kRegion, QStringLiteral("The region. Without it: $AWS_REGION, or what the profile or the instance says."),
             QStringLiteral("REGION")},
            {kProfile,
             QStringLiteral("Use this profile of AWS's configuration. Without it: the credentials that the AWS command "
                            "line would find."),
             QStringLiteral("NAME")},
            {kCaFile,
             QStringLiteral("Trust the certificates in this file (PEM) in place of the system's. Without it: "
                            "$SEALIFT_CA_FILE, $AWS_CA_BUNDLE, or the profile's."),
             QStringLiteral("FILE")},
            ec2EndpointOption()};
}

Result<Ec2Settings> ec2SettingsOf(const QCommandLineParser &arguments)
{
    Ec2Settings settings;
    settings.region = arguments.value(kRegion);
    settings.profile = arguments.value(kProfile);
    settings.caFile = arguments.value(kCaFile);
    if (settings.caFile.isEmpty())
        settings.caFile = QFile::decodeName(qgetenv("SEALIFT_CA_FILE"));
    if (!settings.caFile.isEmpty())
        settings.caFile = QFileInfo(settings.caFile).absoluteFilePath();
    if (!arguments.isSet(kEndpoint))
        return settings;
    const QUrl url(arguments.value(kEndpoint), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.scheme() != QLatin1String("https") || !url.userInfo().isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("--endpoint is no https URL without user and password"),
                          QStringLiteral("A URL looks like https://ec2.example.com.")));
    settings.endpoint = url;
    return settings;
}

QCommandLineOption fromOption()
{
    return {kFrom,
            QStringLiteral("Where it comes from, if not from where it usually does: ec2, a snapshot of Amazon EBS "
                           "(snap-...) or an image of EC2 (ami-..., or the name of your own)."),
            QStringLiteral("ORIGIN")};
}

Result<bool> isFromEc2(const QCommandLineParser &arguments, const QStringList &others)
{
    if (!arguments.isSet(kFrom))
        return false;
    if (arguments.value(kFrom) != QLatin1String("ec2"))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("--from cannot be \"%1\"").arg(arguments.value(kFrom)),
                          QStringLiteral("It can be ec2.")));
    for (const auto &option : others) {
        if (arguments.isSet(option))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("--%1 has no meaning with --from ec2").arg(option),
                              QStringLiteral("Leave it out.")));
    }
    return true;
}

} // namespace sealift
