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

} // namespace

Result<std::unique_ptr<ObjectStore>> openS3Store(const QString &location, const StoreOptions &options)
{
    SEALIFT_ASSIGN(const auto place, parseS3Location(location));
    SEALIFT_TRY(checkOptions(options));
    HttpClientOptions http;
    http.caFile = options.caFile;
    http.allowLoopbackHttp = options.allowInsecureLoopback;
    SEALIFT_TRY(checkUrl(place.endpoint, http));
    auto complete = options;
    if (!complete.credentials)
        complete.credentials = std::make_shared<EnvironmentCredentials>();
    return std::make_unique<S3Store>(std::make_unique<HttpClient>(std::move(http)), place, complete);
}

} // namespace sealift
