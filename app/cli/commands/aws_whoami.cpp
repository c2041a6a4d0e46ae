#include "cli/commands/aws_whoami.h"

#include "aws/aws_session.h"
#include "base/json.h"
#include "cli/console.h"
#include "cli/mfa_prompt.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <QFile>
#include <QFileInfo>

namespace sealift {

namespace {

const auto kProfile = QStringLiteral("profile");
const auto kRegion = QStringLiteral("region");
const auto kEndpoint = QStringLiteral("sts-endpoint");
const auto kCaFile = QStringLiteral("ca-file");
const auto kAllowInsecureLoopback = QStringLiteral("allow-insecure-loopback");

Result<AwsSessionOptions> sessionOptions(const CommandContext &context)
{
    const auto &arguments = context.arguments;
    AwsSessionOptions options;
    options.choices.profile = arguments.value(kProfile);
    options.choices.region = arguments.value(kRegion);
    options.choices.mfa = mfaPrompt(context.console);
    options.caFile = arguments.value(kCaFile);
    if (options.caFile.isEmpty())
        options.caFile = QFile::decodeName(qgetenv("SEALIFT_CA_FILE"));
    options.allowLoopbackHttp = arguments.isSet(kAllowInsecureLoopback);
    if (arguments.isSet(kEndpoint)) {
        options.choices.stsEndpoint = QUrl(arguments.value(kEndpoint), QUrl::StrictMode);
        const auto &url = options.choices.stsEndpoint;
        if (!url.isValid() || url.host().isEmpty())
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--sts-endpoint is no URL"),
                              QStringLiteral("A URL looks like https://sts.example.com.")));
    }
    return options;
}

} // namespace

CommandInfo AwsWhoAmICommand::info() const
{
    return {
        .words = {QStringLiteral("aws"), QStringLiteral("whoami")},
        .summary = QStringLiteral("Show which AWS identity is in use, and where its credentials are from."),
        .description = QStringLiteral(
            "Finds credentials where the AWS command line finds them: in the environment, a profile's role, a web "
            "identity, IAM Identity Center, AWS's credentials and config files, credential_process, a container's or "
            "an "
            "EC2 instance's service. Then asks the Security Token Service whom they belong to.\n\n"
            "No secret is shown or kept. Where a role needs a code of an MFA device, it is asked for on the terminal."),
        .arguments = {},
        .options = {{kProfile,
                     QStringLiteral(
                         "Use this profile. Without it: $AWS_DEFAULT_PROFILE, $AWS_PROFILE, or \"default\"."),
                     QStringLiteral("NAME")},
                    {kRegion,
                     QStringLiteral("The region of the service. Without it: $AWS_REGION, $AWS_DEFAULT_REGION, the "
                                    "profile's."),
                     QStringLiteral("REGION")},
                    {kEndpoint,
                     QStringLiteral("Ask the Security Token Service at this URL (that of a Ceph gateway, say). Without "
                                    "it: $AWS_ENDPOINT_URL_STS, the profile's, or AWS's own."),
                     QStringLiteral("URL")},
                    {kCaFile,
                     QStringLiteral("Trust the certificates in this file (PEM) in place of the system's. Without it: "
                                    "$SEALIFT_CA_FILE, $AWS_CA_BUNDLE, or the profile's."),
                     QStringLiteral("FILE")},
                    {kAllowInsecureLoopback, QStringLiteral("Allow plain http to a service on this computer.")}},
        .examples = {{QStringLiteral("Which identity is in use?"), QStringLiteral("sealift aws whoami")},
                     {QStringLiteral("With a profile"), QStringLiteral("sealift aws whoami --profile prod")}},
    };
}

Status AwsWhoAmICommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto options, sessionOptions(context));
    SEALIFT_ASSIGN(const auto session, AwsSession::open(options));
    for (const auto &warning : session->warnings())
        context.console.warning(warning);
    SEALIFT_ASSIGN(const auto identity, session->whoAmI(context.stop));
    const auto found = session->current();
    SEALIFT_ASSIGN(const auto region, session->configuredRegion());
    const auto &expires = found->credentials.expires;
    if (context.console.json()) {
        QJsonObject object{
            {QStringLiteral("account"), identity.account},       {QStringLiteral("arn"), identity.arn},
            {QStringLiteral("userId"), identity.userId},         {QStringLiteral("source"), found->origin.kind},
            {QStringLiteral("sourceText"), found->origin.words}, {QStringLiteral("region"), region}};
        if (expires)
            object.insert(QStringLiteral("expires"), toRfc3339(*expires));
        context.console.result(object);
        return {};
    }
    FactList facts;
    facts.add(QStringLiteral("Identity"), identity.arn);
    facts.add(QStringLiteral("Account"), identity.account);
    facts.add(QStringLiteral("User id"), identity.userId);
    facts.add(QStringLiteral("Source"), found->origin.words);
    facts.add(QStringLiteral("Region"), region);
    facts.add(QStringLiteral("Expires"), expires ? localTimeText(*expires) : QStringLiteral("never, until revoked"));
    context.console.result(facts.text());
    return {};
}

} // namespace sealift
