#include "cli/service_export_options.h"

#include "cli/choice_option.h"
#include "storage/s3/s3_location.h"

namespace sealift {

namespace {

const auto kByService = QStringLiteral("by-service");
const auto kKeep = QStringLiteral("keep-exported");
const auto kStaging = QStringLiteral("staging");
const auto kFormat = QStringLiteral("staging-format");
const auto kRole = QStringLiteral("role-name");

Error wrong(const QString &option, const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--%1 %2").arg(option, why)};
}

Result<StagingFormat> formatOf(const QCommandLineParser &arguments)
{
    SEALIFT_ASSIGN(const auto name,
                   choiceOption(arguments, kFormat,
                                {stagingFormatName(StagingFormat::Vmdk), stagingFormatName(StagingFormat::Raw),
                                 stagingFormatName(StagingFormat::Vhd)}));
    return stagingFormatFromName(name).value_or(StagingFormat::Vmdk);
}

} // namespace

QList<QCommandLineOption> serviceExportOptions()
{
    return {{kByService, QStringLiteral("With --from ec2: have EC2 itself export the image (ami-..., or the name of "
                                        "your own), or a stopped instance that was imported once (i-...), into the "
                                        "place that --staging names; Sealift fetches it from there. Without it: block "
                                        "by block, and no bucket; EC2 itself refuses encrypted images.")},
            {kKeep, QStringLiteral("With --by-service: leave what EC2 has exported in the bucket.")}};
}

QList<QCommandLineOption> exportPlaceOptions()
{
    return {{kStaging,
             QStringLiteral("With --by-service: a place in a bucket of the same region (s3:REGION/BUCKET/FOLDER). What "
                            "EC2 puts there is removed again."),
             QStringLiteral("PLACE")},
            {kFormat, QStringLiteral("With --by-service: what EC2 exports: vmdk (default), raw or vhd."),
             QStringLiteral("FORMAT")},
            {kRole, QStringLiteral("With --by-service: the role of VM Import/Export. Without it: vmimport."),
             QStringLiteral("ROLE")}};
}

Result<std::optional<ServiceExportSettings>> serviceExportOf(const QCommandLineParser &arguments, bool isFromEc2)
{
    const bool isByService = arguments.isSet(kByService);
    if (isByService && !isFromEc2)
        return fail(wrong(kByService, QStringLiteral("is for --from ec2")));
    for (const auto &option : {kKeep, kStaging, kFormat, kRole}) {
        if (!isByService && arguments.isSet(option))
            return fail(wrong(option, QStringLiteral("is for --by-service")));
    }
    if (!isByService)
        return std::optional<ServiceExportSettings>();
    if (!isS3Location(arguments.value(kStaging)))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("--by-service takes a place in a bucket, and --staging names none"),
                          QStringLiteral("It looks like --staging s3:eu-central-1/bucket/folder.")));
    ServiceExportSettings settings;
    SEALIFT_ASSIGN(const auto location, parseS3Location(arguments.value(kStaging)));
    settings.place = location.text();
    SEALIFT_ASSIGN(settings.format, formatOf(arguments));
    settings.role = arguments.value(kRole);
    settings.keep = arguments.isSet(kKeep);
    return std::optional(settings);
}

} // namespace sealift
