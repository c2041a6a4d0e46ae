#include "cli/commands/ec2_setup.h"

#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/stored_jobs.h"
#include "ec2/import_policy.h"
#include "storage/s3/s3_location.h"
#include "task/staging_folder.h"

#include <QJsonDocument>

namespace sealift {

namespace {

const auto kAccount = QStringLiteral("account");
const auto kRole = QStringLiteral("role-name");
const auto kKmsKey = QStringLiteral("kms-key");
const auto kBucketKey = QStringLiteral("bucket-key");

/// One document: what it is, the file to keep it in, and the command that puts it where it belongs.
struct Document {
    QString name; ///< for machines
    QString meaning;
    QString file;
    QString command;
    QJsonObject content;
};

Result<ImportSetup> setupOf(const CommandContext &context)
{
    const auto &arguments = context.arguments;
    const auto place = arguments.positionalArguments().first();
    ImportSetup setup;
    setup.region = arguments.value(QStringLiteral("region"));
    setup.account = arguments.value(kAccount);
    if (setup.region.isEmpty() || setup.account.isEmpty()) {
        // Who is asking knows the rest.
        SEALIFT_ASSIGN(const auto settings, ec2SettingsOf(arguments));
        SEALIFT_ASSIGN(const auto access, cliEc2Opener(context.console)(settings, context.stop));
        setup.region = access->region();
        if (setup.account.isEmpty()) {
            SEALIFT_ASSIGN(const auto caller, access->session().whoAmI(context.stop));
            setup.account = caller.account;
        }
    }
    SEALIFT_TRY(checkStagingPlace(place, setup.region));
    SEALIFT_ASSIGN(const auto location, parseS3Location(place));
    setup.bucket = location.bucket;
    setup.folder = location.prefix;
    setup.role = arguments.isSet(kRole) ? arguments.value(kRole) : QStringLiteral("vmimport");
    setup.kmsKey = arguments.value(kKmsKey);
    setup.bucketKey = arguments.value(kBucketKey);
    SEALIFT_TRY(checkImportSetup(setup));
    return setup;
}

QList<Document> documentsOf(const ImportSetup &setup)
{
    const auto bucket = QStringLiteral("--bucket %1").arg(setup.bucket);
    const auto s3 = [&bucket](const char *action, const char *option, const char *file) {
        return QStringLiteral("aws s3api %1 %2 --%3 file://%4")
            .arg(QLatin1String(action), bucket, QLatin1String(option), QLatin1String(file));
    };
    return {
        {QStringLiteral("trustPolicy"), QStringLiteral("Who may be the role: the service alone, for this account"),
         QStringLiteral("trust.json"),
         QStringLiteral("aws iam create-role --role-name %1 --assume-role-policy-document file://trust.json")
             .arg(setup.role),
         importTrustPolicy(setup)},
        {QStringLiteral("rolePolicy"), QStringLiteral("What the role may do"), QStringLiteral("role.json"),
         QStringLiteral(
             "aws iam put-role-policy --role-name %1 --policy-name import --policy-document file://role.json")
             .arg(setup.role),
         importRolePolicy(setup)},
        {QStringLiteral("userPolicy"), QStringLiteral("What whoever imports may do"), QStringLiteral("user.json"),
         QStringLiteral("aws iam put-user-policy --user-name USER --policy-name import --policy-document "
                        "file://user.json"),
         importUserPolicy(setup)},
        {QStringLiteral("publicAccessBlock"), QStringLiteral("The bucket: nothing of it is public"),
         QStringLiteral("block.json"), s3("put-public-access-block", "public-access-block-configuration", "block.json"),
         stagingPublicAccessBlock()},
        {QStringLiteral("encryption"), QStringLiteral("The bucket: encrypted at rest"),
         QStringLiteral("encryption.json"),
         s3("put-bucket-encryption", "server-side-encryption-configuration", "encryption.json"),
         stagingEncryptionRules(setup)},
        {QStringLiteral("lifecycle"), QStringLiteral("The bucket: unfinished uploads end after a day"),
         QStringLiteral("lifecycle.json"),
         s3("put-bucket-lifecycle-configuration", "lifecycle-configuration", "lifecycle.json"),
         stagingLifecycle(setup)},
        {QStringLiteral("bucketPolicy"), QStringLiteral("The bucket: TLS only"), QStringLiteral("bucket.json"),
         s3("put-bucket-policy", "policy", "bucket.json"), stagingBucketPolicy(setup)},
    };
}

} // namespace

CommandInfo Ec2SetupCommand::info() const
{
    return {
        .words = {QStringLiteral("ec2"), QStringLiteral("setup")},
        .summary = QStringLiteral("Print the role, policies and bucket settings that imports to EC2 take."),
        .description = QStringLiteral(
            "For imports through a bucket (\"import --staging\") VM Import/Export needs a role that it can be, and "
            "whoever imports needs permissions. Prints both with the least that does - for this account, this region "
            "and this place in the bucket only - and the settings for the bucket, as JSON, each with the command that "
            "puts it where it belongs. Nothing is changed; without --account it is asked which account the credentials "
            "belong to."),
        .arguments = {{QStringLiteral("PLACE"),
                       QStringLiteral("Where disks will be staged: s3:REGION/BUCKET/FOLDER.")}},
        .options =
            QList{
                QCommandLineOption(kAccount, QStringLiteral("The account's twelve digits."), QStringLiteral("NUMBER")),
                QCommandLineOption(kRole, QStringLiteral("The role's name; default vmimport."), QStringLiteral("ROLE")),
                QCommandLineOption(kKmsKey,
                                   QStringLiteral("The key that images are encrypted by: its ARN. Without it: "
                                                  "the account's key for EBS."),
                                   QStringLiteral("ARN")),
                QCommandLineOption(kBucketKey,
                                   QStringLiteral("The key that the bucket encrypts by (SSE-KMS): its ARN. "
                                                  "Without it: SSE-S3."),
                                   QStringLiteral("ARN"))} +
            ec2AccessOptions(),
        .examples = {{QStringLiteral("What is needed?"),
                      QStringLiteral("sealift ec2 setup --region eu-central-1 s3:eu-central-1/bucket/staging")}},
    };
}

Status Ec2SetupCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto setup, setupOf(context));
    QJsonObject all;
    QStringList lines;
    for (const auto &document : documentsOf(setup)) {
        all.insert(document.name, document.content);
        lines.append(QStringLiteral("%1 (%2):\n%3\n%4\n")
                         .arg(document.meaning, document.file,
                              QString::fromUtf8(QJsonDocument(document.content).toJson()).trimmed(), document.command));
    }
    if (context.console.json())
        context.console.result(all);
    else
        context.console.result(lines.join(QLatin1Char('\n')).trimmed());
    return {};
}

} // namespace sealift
