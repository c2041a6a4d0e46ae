#include "cli/commands/aws_policy.h"

#include "cli/console.h"
#include "ec2/ec2_policy.h"
#include "storage/s3/s3_policy.h"

#include <QHash>
#include <QJsonDocument>

namespace sealift {

namespace {

const auto kReadOnly = QStringLiteral("read-only");
const auto kKmsKey = QStringLiteral("kms-key");
const auto kRegion = QStringLiteral("region");

Result<QJsonObject> policyFor(const QCommandLineParser &arguments)
{
    const auto place = arguments.positionalArguments().first();
    const auto key = arguments.value(kKmsKey);
    static const QHash<QString, Ec2Goal> goals{{QStringLiteral("ec2-snapshot"), Ec2Goal::Snapshot},
                                               {QStringLiteral("ec2-image"), Ec2Goal::Image},
                                               {QStringLiteral("ec2-export"), Ec2Goal::Read}};
    if (goals.contains(place)) {
        if (arguments.isSet(kReadOnly))
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--read-only is for libraries in buckets")));
        return ec2PolicyFor(goals.value(place), arguments.value(kRegion), key);
    }
    if (!isS3Location(place))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("PLACE is not in a bucket, nor ec2-snapshot, ec2-image or ec2-export"),
                          QStringLiteral("A place in a bucket looks like s3:https://host/bucket/folder or "
                                         "s3:eu-central-1/bucket.")));
    if (arguments.isSet(kRegion))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--region is for EC2")));
    SEALIFT_ASSIGN(const auto location, parseS3Location(place));
    return s3PolicyFor(location, arguments.isSet(kReadOnly) ? S3Access::Read : S3Access::Write, key);
}

} // namespace

CommandInfo AwsPolicyCommand::info() const
{
    return {
        .words = {QStringLiteral("aws"), QStringLiteral("policy")},
        .summary = QStringLiteral("Print the least permissions that a library in a bucket, or EC2, needs."),
        .description = QStringLiteral(
            "Prints a policy of IAM, as JSON to copy, for an identity that works with the library at that place and "
            "with "
            "nothing else: it names the bucket and the library's objects. Nothing is asked or changed anywhere; the "
            "bucket must be there already.\n\n"
            "With --read-only the identity can list, check and export, and write locks, which every client needs; it "
            "can neither import nor remove.\n\n"
            "For ec2-snapshot and ec2-image it names what \"import --to\" does there, for ec2-export what \"--from "
            "ec2\" does, and the use of the KMS key where one is given."),
        .arguments = {{QStringLiteral("PLACE"),
                       QStringLiteral("The library's place: s3:https://HOST/BUCKET/FOLDER or "
                                      "s3:REGION/BUCKET/FOLDER; or ec2-snapshot, ec2-image or ec2-export.")}},
        .options = {{kReadOnly, QStringLiteral("For an identity that imports and removes nothing.")},
                    {kKmsKey,
                     QStringLiteral("Allow the use of this key, for libraries with --s3-sse kms:KEY, and for EC2: its "
                                    "ARN."),
                     QStringLiteral("ARN")},
                    {kRegion, QStringLiteral("EC2: in this region only."), QStringLiteral("REGION")}},
        .examples = {{QStringLiteral("For whoever imports"),
                      QStringLiteral("sealift aws policy s3:eu-central-1/images/library > policy.json")},
                     {QStringLiteral("For whoever makes images at EC2"),
                      QStringLiteral("sealift aws policy ec2-image --region eu-central-1 > policy.json")}},
    };
}

Status AwsPolicyCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto policy, policyFor(context.arguments));
    if (context.console.json())
        context.console.result(policy);
    else
        context.console.result(QString::fromUtf8(QJsonDocument(policy).toJson()).trimmed());
    return {};
}

} // namespace sealift
