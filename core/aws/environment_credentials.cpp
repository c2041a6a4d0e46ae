#include "aws/environment_credentials.h"

#include <cstdlib>

namespace sealift {

namespace {

QCA::SecureArray variable(const char *name)
{
    const char *value = std::getenv(name);
    return value == nullptr ? QCA::SecureArray() : QCA::SecureArray(value);
}

} // namespace

Result<AwsCredentials> EnvironmentCredentials::credentials(std::stop_token /*stop*/)
{
    AwsCredentials credentials;
    credentials.accessKey = qEnvironmentVariable("AWS_ACCESS_KEY_ID");
    credentials.secret = variable("AWS_SECRET_ACCESS_KEY");
    credentials.sessionToken = variable("AWS_SESSION_TOKEN");
    const auto missing = credentials.accessKey.isEmpty() ? QStringLiteral("AWS_ACCESS_KEY_ID")
                         : credentials.secret.isEmpty()  ? QStringLiteral("AWS_SECRET_ACCESS_KEY")
                                                         : QString();
    if (!missing.isEmpty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there are no credentials: %1 is not set").arg(missing),
                          QStringLiteral("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.")));
    return credentials;
}

void EnvironmentCredentials::invalidate(const AwsCredentials & /*refused*/)
{
    // Whoever set the variables has to set others; the next call reads them.
}

} // namespace sealift
