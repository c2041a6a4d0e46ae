#include "storage/s3/open_s3_store.h"

#include "aws/environment_credentials.h"
#include "http/http_client.h"
#include "http/url_rules.h"
#include "storage/s3/s3_store.h"

#include <QFileInfo>

namespace sealift {

namespace {

constexpr int kCustomerKeyBytes = 32;

Status checkOptions(const StoreOptions &options)
{
    if (!options.caFile.isEmpty() && !QFileInfo(options.caFile).isReadable())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot read the file of trusted certificates %1").arg(options.caFile),
                          QStringLiteral("Check --ca-file, SEALIFT_CA_FILE and AWS_CA_BUNDLE.")));
    if (options.encryption.kind == ServerEncryption::Kind::Customer &&
        options.encryption.customerKey.size() != kCustomerKeyBytes)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a customer's key for encryption by the service has exactly 32 bytes")));
    return {};
}

/// What both are made of, checked.
struct Opening {
    S3Location place;
    HttpClientOptions http;
    StoreOptions options;
};

Result<Opening> openingOf(const QString &location, const StoreOptions &options)
{
    Opening opening;
    SEALIFT_ASSIGN(opening.place, parseS3Location(location));
    SEALIFT_TRY(checkOptions(options));
    opening.http.caFile = options.caFile;
    opening.http.allowLoopbackHttp = options.allowInsecureLoopback;
    SEALIFT_TRY(checkUrl(opening.place.endpoint, opening.http));
    opening.options = options;
    if (!opening.options.credentials)
        opening.options.credentials = std::make_shared<EnvironmentCredentials>();
    return opening;
}

} // namespace

Result<std::unique_ptr<ObjectStore>> openS3Store(const QString &location, const StoreOptions &options)
{
    SEALIFT_ASSIGN(auto opening, openingOf(location, options));
    return std::make_unique<S3Store>(std::make_unique<HttpClient>(std::move(opening.http)), opening.place,
                                     opening.options);
}

Result<std::shared_ptr<S3Connection>> openS3Connection(const QString &location, const StoreOptions &options)
{
    SEALIFT_ASSIGN(auto opening, openingOf(location, options));
    return std::make_shared<S3Connection>(std::make_unique<HttpClient>(std::move(opening.http)), opening.place,
                                          opening.options, S3Tuning());
}

} // namespace sealift
