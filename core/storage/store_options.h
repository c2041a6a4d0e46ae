#pragma once

#include "aws/aws_credentials.h"

#include <QString>
#include <QtCrypto>

#include <functional>
#include <memory>

namespace sealift {

/// What a service is asked to do with objects at rest, on top of Sealift's own encryption.
struct ServerEncryption {
    enum class Kind {
        Default,  ///< whatever the bucket is set to
        Service,  ///< SSE-S3: keys of the service
        Kms,      ///< SSE-KMS: a key of the key management service
        Customer, ///< SSE-C: a key that goes along with every request, and that reading needs again
    };
    Kind kind = Kind::Default;
    QString kmsKey;               ///< id, alias or ARN; empty: the account's default key
    QCA::SecureArray customerKey; ///< 32 bytes
};

/// How a store is reached. A folder needs none of it.
struct StoreOptions {
    QString caFile;                     ///< trusted certificates (PEM) in place of the system's store
    bool allowInsecureLoopback = false; ///< plain http to this computer
    QString region;                     ///< empty: what the location says, or else what the service says
    ServerEncryption encryption;
    std::shared_ptr<CredentialsProvider> credentials;
    /// Told, once each, what a user should know of the service ("it lacks conditional writes"), on any thread. May be
    /// empty.
    std::function<void(const QString &)> notice;
};

} // namespace sealift
