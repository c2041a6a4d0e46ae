#pragma once

#include "ec2/service_connection.h"

namespace sealift {

/// A key of KMS, as DescribeKey shows it.
struct KmsKeyFacts {
    QString arn;
    QString state; ///< "Enabled", "Disabled", "PendingDeletion", ...
    QString spec;  ///< "SYMMETRIC_DEFAULT", ...
    QString usage; ///< "ENCRYPT_DECRYPT", ...

    /// Why EBS cannot encrypt with it, in words; empty: it can.
    QString trouble() const;
};

/// What of AWS KMS is asked: JSON 1.1, version 2014-11-01. Source: AWS Key Management Service API Reference,
/// "DescribeKey". Thread-safe. Errors: those of ServiceConnection::send(); Corrupt.
class KmsClient
{
public:
    explicit KmsClient(ServiceConnection &connection)
        : m_connection(connection)
    {
    }

    /// @param key its id, alias or ARN. Errors: NotFound where there is no such key.
    Result<KmsKeyFacts> describe(const QString &key, const std::stop_token &stop);

private:
    ServiceConnection &m_connection;
};

} // namespace sealift
