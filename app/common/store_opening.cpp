#include "common/store_opening.h"

#include "storage/open_store.h"
#include "storage/s3/open_s3_store.h"
#include "storage/s3/s3_fault.h"
#include "storage/s3/s3_location.h"

#include <QFile>
#include <QFileInfo>

namespace sealift {

namespace {

const auto kKms = QStringLiteral("kms");
const auto kCustomer = QStringLiteral("customer:");
constexpr int kCustomerKeyBytes = 32;

Error badEncryption(const QString &text)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("the service's encryption cannot be \"%1\"").arg(text),
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

Result<StoreIdentity> identityFor(const StoreSettings &settings, const StoreTalk &talk)
{
    AwsSessionOptions options;
    options.choices.profile = settings.profile;
    options.choices.region = settings.region;
    options.choices.mfa = talk.mfa;
    options.caFile = settings.caFile;
    options.allowLoopbackHttp = settings.allowInsecureLoopback;
    SEALIFT_ASSIGN(auto session, AwsSession::open(options));
    for (const auto &warning : session->warnings())
        talk.notice(warning);
    return StoreIdentity(std::move(session));
}

} // namespace

Result<ServerEncryption> serverEncryption(const QString &text)
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

QString absoluteServerEncryption(const QString &text)
{
    return text.startsWith(kCustomer) ? kCustomer + QFileInfo(text.mid(kCustomer.size())).absoluteFilePath() : text;
}

bool isBucketMissing(const Error &error)
{
    return factOf(error, kS3CodeFact) == QLatin1String("NoSuchBucket");
}

namespace {

/// For a place in a bucket.
Result<StoreOptions> bucketOptions(const QString &location, const StoreSettings &settings, StoreIdentity &identity,
                                   const StoreTalk &talk)
{
    StoreOptions options;
    options.notice = talk.notice;
    if (!identity) {
        SEALIFT_ASSIGN(identity, identityFor(settings, talk));
    }
    options.caFile = settings.caFile;
    options.allowInsecureLoopback = settings.allowInsecureLoopback;
    options.region = settings.region;
    SEALIFT_ASSIGN(options.encryption, serverEncryption(settings.encryption));
    options.credentials = identity;
    if (const auto place = parseS3Location(location); options.region.isEmpty() && place && !place->amazon) {
        SEALIFT_ASSIGN(options.region, identity->configuredRegion());
    }
    return options;
}

} // namespace

Result<std::unique_ptr<ObjectStore>> openStoreWith(const QString &location, const StoreSettings &settings,
                                                   StoreIdentity &identity, const StoreTalk &talk)
{
    StoreOptions options;
    options.notice = talk.notice;
    if (isS3Location(location)) {
        SEALIFT_ASSIGN(options, bucketOptions(location, settings, identity, talk));
    }
    return openStore(location, options);
}

Result<std::shared_ptr<S3ObjectUpload>> openUploadWith(const QString &location, const StoreSettings &settings,
                                                       StoreIdentity &identity, const StoreTalk &talk)
{
    SEALIFT_ASSIGN(const auto options, bucketOptions(location, settings, identity, talk));
    return openS3Upload(location, options);
}

UploadOpener uploadOpener(StoreTalk talk)
{
    return [talk = std::move(talk)](const QString &location, const StoreSettings &settings) {
        StoreIdentity identity;
        return openUploadWith(location, settings, identity, talk);
    };
}

} // namespace sealift
