#include "cli/staging_options.h"

#include "cli/choice_option.h"
#include "storage/s3/s3_location.h"
#include "task/staging_folder.h"

namespace sealift {

namespace {

const auto kStaging = QStringLiteral("staging");
const auto kFormat = QStringLiteral("staging-format");
const auto kRole = QStringLiteral("role-name");
const auto kLicenseType = QStringLiteral("license-type");
const auto kUsageOperation = QStringLiteral("usage-operation");
const auto kPlatform = QStringLiteral("platform");
const auto kEncryption = QStringLiteral("s3-sse");
const auto kOmitUnwritten = QStringLiteral("omit-unwritten");

} // namespace

QList<QCommandLineOption> stagingOptions()
{
    return {
        {kStaging,
         QStringLiteral("For EC2: import by VM Import/Export, through this place in a bucket of the same region "
                        "(s3:REGION/BUCKET/FOLDER). The disks are converted on the way, lie there encrypted (--s3-sse: "
                        "aes256, kms or kms:KEY; without it aes256), and are removed again. Without it: block by "
                        "block, and no bucket. With --from ec2 --by-service: where EC2 exports to."),
         QStringLiteral("PLACE")},
        {kFormat,
         QStringLiteral("What disks are staged as: vmdk (default; compressed, empty stretches take no room), raw or "
                        "vhd."),
         QStringLiteral("FORMAT")},
        {kRole, QStringLiteral("With --staging: the role of VM Import/Export. Without it: vmimport."),
         QStringLiteral("ROLE")},
        {kLicenseType, QStringLiteral("With --staging: whose license the system has, AWS or BYOL."),
         QStringLiteral("TYPE")},
        {kUsageOperation, QStringLiteral("With --staging: the usage operation for the image, like RunInstances:0002."),
         QStringLiteral("OPERATION")},
        {kPlatform, QStringLiteral("With --staging: Linux or Windows. Without it: as the service finds."),
         QStringLiteral("NAME")},
    };
}

QStringList stagingOptionNames()
{
    return {kStaging, kFormat, kRole, kLicenseType, kUsageOperation, kPlatform};
}

Status checkStagingOptions(const QCommandLineParser &arguments, bool toImage)
{
    const bool isStaged = arguments.isSet(kStaging);
    QStringList others;
    if (!isStaged)
        others = stagingOptionNames() + QStringList{kEncryption};
    else if (!toImage)
        others = {kLicenseType, kUsageOperation, kPlatform};
    if (isStaged)
        others += kOmitUnwritten;
    for (const auto &option : others) {
        if (arguments.isSet(option))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("--%1 is for %2")
                                  .arg(option, !isStaged                  ? QStringLiteral("imports with --staging")
                                               : option == kOmitUnwritten ? QStringLiteral("imports without --staging")
                                                                          : QStringLiteral("--to ec2-image"))));
    }
    return {};
}

Result<std::optional<StagingSettings>> stagingOf(const QCommandLineParser &arguments)
{
    if (!arguments.isSet(kStaging))
        return std::optional<StagingSettings>();
    StagingSettings settings;
    settings.place = arguments.value(kStaging);
    if (!isS3Location(settings.place))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--staging is no place in a bucket"),
                          QStringLiteral("It looks like s3:eu-central-1/bucket/folder.")));
    SEALIFT_ASSIGN(const auto location, parseS3Location(settings.place));
    settings.place = location.text();
    if (arguments.isSet(kEncryption))
        settings.encryption = arguments.value(kEncryption);
    if (const auto known = stagingEncryption(settings.encryption); !known)
        return fail(known.error());
    SEALIFT_ASSIGN(const auto format,
                   choiceOption(arguments, kFormat,
                                {stagingFormatName(StagingFormat::Vmdk), stagingFormatName(StagingFormat::Raw),
                                 stagingFormatName(StagingFormat::Vhd)}));
    settings.format = stagingFormatFromName(format);
    settings.role = arguments.value(kRole);
    SEALIFT_ASSIGN(settings.licenseType,
                   choiceOption(arguments, kLicenseType, {QStringLiteral("AWS"), QStringLiteral("BYOL")}));
    settings.usageOperation = arguments.value(kUsageOperation);
    SEALIFT_ASSIGN(settings.platform,
                   choiceOption(arguments, kPlatform, {QStringLiteral("Linux"), QStringLiteral("Windows")}));
    return std::optional(settings);
}

} // namespace sealift
