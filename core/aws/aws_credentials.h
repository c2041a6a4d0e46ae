#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>
#include <QtCrypto>

#include <optional>
#include <stop_token>

namespace sealift {

/// What a request is signed with.
struct AwsCredentials {
    QString accessKey; ///< the access key id; no secret, it goes along with every request
    QCA::SecureArray secret;
    QCA::SecureArray sessionToken;    ///< of temporary credentials; empty for others
    std::optional<QDateTime> expires; ///< in UTC; nothing for those that last until they are revoked
};

/// Where credentials come from: the environment, a file, a service. Thread-safe: uploads ask for every request, so
/// whatever is slow is done once and kept.
class CredentialsProvider
{
public:
    CredentialsProvider() = default;
    virtual ~CredentialsProvider() = default;
    CredentialsProvider(const CredentialsProvider &) = delete;
    CredentialsProvider &operator=(const CredentialsProvider &) = delete;

    /// Credentials that are valid now. Errors: NotFound where there are none, with what to do about it; what the source
    /// fails with. They hold no secret.
    virtual Result<AwsCredentials> credentials(std::stop_token stop) = 0;

    /// The service refused these (ExpiredToken and the like): the next call has to fetch others. Nothing happens where
    /// they have been replaced already.
    virtual void invalidate(const AwsCredentials &refused) = 0;

    /// How the present credentials were found, in words for people and logs, without a secret ("profile prod: role
    /// arn:..., with MFA, by ..."); empty where nothing is to be said.
    virtual QString words() const { return {}; }
};

/// Credentials that are known beforehand.
class StaticCredentials final : public CredentialsProvider
{
public:
    explicit StaticCredentials(AwsCredentials credentials)
        : m_credentials(std::move(credentials))
    {
    }

    Result<AwsCredentials> credentials(std::stop_token /*stop*/) override { return m_credentials; }
    void invalidate(const AwsCredentials & /*refused*/) override {}

private:
    const AwsCredentials m_credentials;
};

} // namespace sealift
