#include "storage/s3/open_s3_store.h"

#include "aws/environment_credentials.h"
#include "http/http_client.h"
#include "http/url_rules.h"
#include "storage/s3/object_upload.h"
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

/// What reaches a place in a bucket.
struct S3Reach {
    S3Location place;
    StoreOptions options;
    std::unique_ptr<HttpTransport> transport;
};

Result<S3Reach> reach(const QString &location, const StoreOptions &options)
{
    S3Reach reach;
    SEALIFT_ASSIGN(reach.place, parseS3Location(location));
    SEALIFT_TRY(checkOptions(options));
    HttpClientOptions http;
    http.caFile = options.caFile;
    http.allowLoopbackHttp = options.allowInsecureLoopback;
    SEALIFT_TRY(checkUrl(reach.place.endpoint, http));
    reach.options = options;
    if (!reach.options.credentials)
        reach.options.credentials = std::make_shared<EnvironmentCredentials>();
    reach.transport = std::make_unique<HttpClient>(std::move(http));
    return reach;
}

} // namespace

Result<std::unique_ptr<ObjectStore>> openS3Store(const QString &location, const StoreOptions &options)
{
    SEALIFT_ASSIGN(auto there, reach(location, options));
    return std::make_unique<S3Store>(std::move(there.transport), there.place, there.options);
}

Result<std::shared_ptr<S3ObjectUpload>> openS3Upload(const QString &location, const StoreOptions &options)
{
    SEALIFT_ASSIGN(auto there, reach(location, options));
    if (there.place.prefix.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is a bucket, and no object in one").arg(location),
                          QStringLiteral("Add the object's name: s3:https://host/bucket/folder/name.")));
    return std::make_shared<S3ObjectUpload>(std::move(there.transport), there.place, there.options);
}

Result<std::shared_ptr<S3Connection>> openS3Connection(const QString &location, const StoreOptions &options)
{
    SEALIFT_ASSIGN(auto there, reach(location, options));
    return std::make_shared<S3Connection>(std::move(there.transport), there.place, there.options, S3Tuning());
}

} // namespace sealift
