#include "cli/commands/aws_policy.h"

#include "cli/console.h"
#include "storage/s3/s3_policy.h"

#include <QJsonDocument>

namespace sealift {

namespace {

const auto kReadOnly = QStringLiteral("read-only");
const auto kKmsKey = QStringLiteral("kms-key");

} // namespace

CommandInfo AwsPolicyCommand::info() const
{
    return {
        .words = {QStringLiteral("aws"), QStringLiteral("policy")},
        .summary = QStringLiteral("Print the least permissions that a library in a bucket needs."),
        .description = QStringLiteral(
            "Prints a policy of IAM, as JSON to copy, for an identity that works with the library at that place and "
            "with "
            "nothing else: it names the bucket and the library's objects. Nothing is asked or changed anywhere; the "
            "bucket must be there already.\n\n"
            "With --read-only the identity can list, check and export, and write locks, which every client needs; it "
            "can neither import nor remove."),
        .arguments = {{QStringLiteral("PLACE"), QStringLiteral("The library's place: s3:https://HOST/BUCKET/FOLDER or "
                                                               "s3:REGION/BUCKET/FOLDER.")}},
        .options = {{kReadOnly, QStringLiteral("For an identity that imports and removes nothing.")},
                    {kKmsKey,
                     QStringLiteral("Allow the use of this key, for libraries with --s3-sse kms:KEY: its ARN."),
                     QStringLiteral("ARN")}},
        .examples = {{QStringLiteral("For whoever imports"),
                      QStringLiteral("sealift aws policy s3:eu-central-1/images/library > policy.json")}},
    };
}

Status AwsPolicyCommand::run(const CommandContext &context)
{
    const auto place = context.arguments.positionalArguments().first();
    if (!isS3Location(place))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("PLACE is not in a bucket"),
                          QStringLiteral("A place in a bucket looks like s3:https://host/bucket/folder or "
                                         "s3:eu-central-1/bucket.")));
    SEALIFT_ASSIGN(const auto location, parseS3Location(place));
    const auto access = context.arguments.isSet(kReadOnly) ? S3Access::Read : S3Access::Write;
    SEALIFT_ASSIGN(const auto policy, s3PolicyFor(location, access, context.arguments.value(kKmsKey)));
    if (context.console.json())
        context.console.result(policy);
    else
        context.console.result(QString::fromUtf8(QJsonDocument(policy).toJson()).trimmed());
    return {};
}

} // namespace sealift
