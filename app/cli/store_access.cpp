#include "cli/store_access.h"

#include "cli/console.h"
#include "cli/mfa_prompt.h"
#include "storage/open_store.h"
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
const auto kKms = QStringLiteral("kms");
const auto kCustomer = QStringLiteral("customer:");
constexpr int kCustomerKeyBytes = 32;

/// The first that is set.
QString variable(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const auto value = qgetenv(name); !value.isEmpty())
            return QFile::decodeName(value);
    }
    return {};
}

Error badEncryption(const QString &text)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--s3-sse cannot be \"%1\"").arg(text),
            QStringLiteral("It can be aes256, kms, kms:KEY or customer:FILE.")};
}

Result<QCA::SecureArray> customerKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("cannot read the customer's key in %1: %2").arg(path, file.errorString())));
    QCA::SecureArray key(kCustomerKeyBytes + 1);
    const auto got = file.read(key.data(), key.size());
    if (got != kCustomerKeyBytes)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is not a customer's key: that has exactly 32 bytes").arg(path),
                          QStringLiteral("Make one with \"openssl rand -out FILE 32\", and keep a copy: without it "
                                         "nothing can be read.")));
    key.resize(kCustomerKeyBytes);
    return key;
}

Result<ServerEncryption> encryptionOf(const QString &text)
{
    using Kind = ServerEncryption::Kind;
    ServerEncryption encryption;
    if (text.isEmpty())
        return encryption;
    if (text.compare(QLatin1String("aes256"), Qt::CaseInsensitive) == 0) {
        encryption.kind = Kind::Service;
    } else if (text == kKms || text.startsWith(kKms + QLatin1Char(':'))) {
        encryption.kind = Kind::Kms;
        encryption.kmsKey = text.mid(kKms.size() + 1);
    } else if (text.startsWith(kCustomer)) {
        encryption.kind = Kind::Customer;
        SEALIFT_ASSIGN(encryption.customerKey, customerKey(text.mid(kCustomer.size())));
    } else {
        return fail(badEncryption(text));
    }
    return encryption;
}

Result<StoreIdentity> identityFor(const StoreSettings &settings, Console &console)
{
    AwsSessionOptions options;
    options.choices.profile = settings.profile;
    options.choices.region = settings.region;
    options.choices.mfa = mfaPrompt(console);
    options.caFile = settings.caFile;
    options.allowLoopbackHttp = settings.allowInsecureLoopback;
    SEALIFT_ASSIGN(auto session, AwsSession::open(options));
    for (const auto &warning : session->warnings())
        console.warning(warning);
    return StoreIdentity(std::move(session));
}

/// The text with the path of a key made absolute: a task may be executed in another folder.
QString absoluteEncryption(const QString &text)
{
    return text.startsWith(kCustomer) ? kCustomer + QFileInfo(text.mid(kCustomer.size())).absoluteFilePath() : text;
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

Result<StoreSettings> storeSettings(const CommandContext &context, const QString &location)
{
    StoreSettings settings;
    if (!isS3Location(location))
        return settings;
    const auto &arguments = context.arguments;
    settings.caFile =
        arguments.isSet(kCaFile) ? arguments.value(kCaFile) : variable({"SEALIFT_CA_FILE", "AWS_CA_BUNDLE"});
    if (!settings.caFile.isEmpty())
        settings.caFile = QFileInfo(settings.caFile).absoluteFilePath();
    settings.allowInsecureLoopback = arguments.isSet(kAllowInsecureLoopback);
    settings.region = arguments.value(kRegion);
    // A region in the location is what the user wrote for this library; one in the environment is for all that has
    // none.
    if (const auto place = parseS3Location(location); settings.region.isEmpty() && place && !place->amazon)
        settings.region = variable({"AWS_REGION", "AWS_DEFAULT_REGION"});
    settings.profile = arguments.value(kProfile);
    settings.encryption = absoluteEncryption(arguments.value(kEncryption));
    if (const auto known = encryptionOf(settings.encryption); !known)
        return fail(known.error());
    return settings;
}

Result<std::unique_ptr<ObjectStore>> openStoreAt(const QString &location, const StoreSettings &settings,
                                                 StoreIdentity &identity, Console &console)
{
    StoreOptions options;
    options.notice = [&console](const QString &text) { console.warning(text); };
    if (!isS3Location(location))
        return openStore(location, options);
    if (!identity) {
        SEALIFT_ASSIGN(identity, identityFor(settings, console));
    }
    options.caFile = settings.caFile;
    options.allowInsecureLoopback = settings.allowInsecureLoopback;
    options.region = settings.region;
    SEALIFT_ASSIGN(options.encryption, encryptionOf(settings.encryption));
    options.credentials = identity;
    if (const auto place = parseS3Location(location); options.region.isEmpty() && place && !place->amazon) {
        SEALIFT_ASSIGN(options.region, identity->configuredRegion());
    }
    return openStore(location, options);
}

} // namespace sealift
