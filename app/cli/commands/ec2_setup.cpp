#include "cli/commands/ec2_setup.h"

#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/stored_jobs.h"
#include "ec2/import_policy.h"
#include "storage/s3/s3_location.h"
#include "task/ec2_setup.h"
#include "task/staging_folder.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sealift {

namespace {

const auto kAccount = QStringLiteral("account");
const auto kRole = QStringLiteral("role-name");
const auto kKmsKey = QStringLiteral("kms-key");
const auto kBucketKey = QStringLiteral("bucket-key");
const auto kExports = QStringLiteral("exports");
const auto kCreate = QStringLiteral("create");
const auto kYes = QStringLiteral("yes");
const auto kUser = QStringLiteral("user");

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
    setup.exports = arguments.isSet(kExports);
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

/// One line for people. @param isPlan nothing was changed yet.
QString lineOf(const SetupStep &step, bool isPlan)
{
    switch (step.state) {
    case SetupState::There:
        return QStringLiteral("There already: %1.").arg(step.what);
    case SetupState::Missing:
        return QStringLiteral("%1: %2.").arg(isPlan ? QStringLiteral("To be made") : QStringLiteral("Missing"),
                                             step.what);
    case SetupState::Made:
        return QStringLiteral("Made: %1.").arg(step.what);
    case SetupState::Other:
        return QStringLiteral("Left as it is, and not as it should be: %1. %2").arg(step.what, step.detail);
    }
    Q_UNREACHABLE();
}

QJsonObject objectOf(const SetupStep &step)
{
    QJsonObject object{{QStringLiteral("name"), step.name},
                       {QStringLiteral("what"), step.what},
                       {QStringLiteral("state"), setupStateName(step.state)}};
    if (!step.detail.isEmpty())
        object.insert(QStringLiteral("detail"), step.detail);
    return object;
}

/// Makes what is missing; without --yes it only says what that would be.
Status create(const CommandContext &context, const ImportSetup &setup)
{
    const auto &arguments = context.arguments;
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto settings, ec2SettingsOf(arguments));
    SEALIFT_ASSIGN(const auto access, cliEc2Opener(console)(settings, context.stop));
    SEALIFT_ASSIGN(const auto caller, access->session().whoAmI(context.stop));
    if (caller.account != setup.account)
        return fail(
            Error(ErrorCode::InvalidArgument,
                  QStringLiteral("the credentials belong to account %1, not to %2").arg(caller.account, setup.account),
                  QStringLiteral("Choose another --profile, or leave out --account.")));
    console.note(QStringLiteral("In %1, as %2 (account %3).").arg(access->region(), caller.arn, caller.account));
    SEALIFT_ASSIGN(auto connection,
                   openStaging(*access, arguments.positionalArguments().first(), StagingSettings().encryption));
    Ec2Setup work(access->iam(), BucketSetup(std::move(connection)), setup, arguments.value(kUser));
    const bool isPlan = !arguments.isSet(kYes);
    const auto say = [&](const SetupStep &step) {
        if (!console.json() && !console.quiet())
            console.result(lineOf(step, isPlan));
    };
    SEALIFT_ASSIGN(const auto steps, isPlan ? work.look(context.stop) : work.make(say, context.stop));
    QJsonArray list;
    for (const auto &step : steps) {
        list.append(objectOf(step));
        if (isPlan)
            say(step);
    }
    if (console.json())
        console.result(list);
    if (isPlan)
        console.note(QStringLiteral("Nothing was changed: add --yes to make what is missing."));
    return {};
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
            "puts it where it belongs. Without --account it is asked which account the credentials belong to.\n\n"
            "With --create it is looked what of that is there already, and with --yes what is missing is made: the "
            "bucket, its settings, the role and its policy, and the policy of the user whom --user names. What is "
            "there is left alone. Without --create nothing is asked for or changed."),
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
                                   QStringLiteral("ARN")),
                QCommandLineOption(kExports, QStringLiteral("Also what exports by EC2 itself (--by-service) take.")),
                QCommandLineOption(kCreate, QStringLiteral("Look what is there, and say what would be made.")),
                QCommandLineOption(kYes, QStringLiteral("With --create: make what is missing.")),
                QCommandLineOption(kUser,
                                   QStringLiteral("With --create: the user of IAM who imports, and gets the policy for "
                                                  "that. Without it: nobody."),
                                   QStringLiteral("NAME"))} +
            ec2AccessOptions(),
        .examples = {{QStringLiteral("What is needed?"),
                      QStringLiteral("sealift ec2 setup --region eu-central-1 s3:eu-central-1/bucket/staging")},
                     {QStringLiteral("Make it"),
                      QStringLiteral("sealift ec2 setup --create --yes --user ann s3:eu-central-1/bucket/staging")}},
    };
}

Status Ec2SetupCommand::run(const CommandContext &context)
{
    for (const auto &option : {kYes, kUser}) {
        if (context.arguments.isSet(option) && !context.arguments.isSet(kCreate))
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 goes with --create").arg(option)));
    }
    SEALIFT_ASSIGN(const auto setup, setupOf(context));
    if (context.arguments.isSet(kCreate))
        return create(context, setup);
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
