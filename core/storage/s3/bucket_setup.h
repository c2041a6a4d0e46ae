#pragma once

#include "storage/s3/s3_connection.h"

#include <QJsonObject>

namespace sealift {

/// A bucket's settings, looked at and made, one by one. Source: Amazon S3 API Reference, "CreateBucket",
/// "PutBucketEncryption", "PutPublicAccessBlock", "PutBucketLifecycleConfiguration", "PutBucketPolicy". Thread-safe.
/// Errors of all calls: those of S3Connection::send(), and of s3_bucket_answers.h.
class BucketSetup
{
public:
    /// The bucket at the connection's location; rules are for the folder there.
    explicit BucketSetup(std::shared_ptr<S3Connection> connection);

    Result<bool> exists(const std::stop_token &stop);
    Status create(const QString &region, const std::stop_token &stop);

    /// Whether what is stored is encrypted without being asked to be.
    Result<bool> encrypts(const std::stop_token &stop);
    /// @param kmsKey ARN of a key; empty: SSE-S3.
    Status setEncryption(const QString &kmsKey, const std::stop_token &stop);

    /// Whether nothing in it can be public.
    Result<bool> blocksPublic(const std::stop_token &stop);
    Status blockPublic(const std::stop_token &stop);

    /// Whether unfinished uploads in the folder end by themselves.
    Result<bool> endsUploads(const std::stop_token &stop);
    /// Adds a rule that ends them after a day; rules that are there stay.
    Status endUploads(const std::stop_token &stop);

    /// The bucket's policy; empty where it has none.
    Result<QJsonObject> policy(const std::stop_token &stop);
    /// In place of the one that it has.
    Status setPolicy(const QJsonObject &policy, const std::stop_token &stop);

private:
    Result<std::optional<QByteArray>> setting(const char *name, const std::stop_token &stop);
    Status put(const char *name, const QByteArray &document, const std::stop_token &stop);

    const std::shared_ptr<S3Connection> m_connection;
    const QString m_root; ///< the folder, with '/' at its end; empty: the whole bucket
};

} // namespace sealift
