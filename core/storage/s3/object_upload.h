#pragma once

#include "storage/s3/multipart.h"
#include "storage/s3/s3_connection.h"

#include <map>

namespace sealift {

/// One object in a bucket that is stored in parts as they become ready, by several threads, and that appears under its
/// key when it is complete. What was begun outlives the program that began it: it is found again by its id, gone on
/// with, or ended. Source: Amazon S3 User Guide, "Uploading and copying objects using multipart upload". Thread-safe.
class S3ObjectUpload
{
public:
    enum class Existing { Keep, Replace };

    /// @param place its prefix is the object's key. @param options.credentials must be set.
    S3ObjectUpload(std::unique_ptr<HttpTransport> transport, const S3Location &place, const StoreOptions &options,
                   const S3Tuning &tuning = {});

    /// "s3:https://host/bucket/key".
    QString place() const { return m_connection->location().text(); }

    /// How the present credentials were found, without a secret.
    QString identity() const { return m_connection->identity(); }

    /// OK where there is no such object. Errors: AlreadyExists; what stands in the way of using the bucket.
    Status refuseExisting(const std::stop_token &stop);

    /// Begins an upload and returns its id.
    Result<QString> begin(const std::stop_token &stop);

    /// The parts that have arrived. Errors: NotFound where the upload is not there (any more).
    Result<std::vector<S3Part>> arrived(const QString &id, const std::stop_token &stop);

    /// Sends one part, and returns its tag. @param number from 1. The service compares its SHA-256.
    Result<QByteArray> sendPart(const QString &id, int number, ByteView bytes, const std::stop_token &stop);

    /// Makes the object of its parts. @param size of the object in bytes. Errors: AlreadyExists where one has come into
    /// being meanwhile that is to be kept, as far as the service can tell.
    Status complete(const QString &id, const std::map<int, QByteArray> &tags, qint64 size, Existing existing,
                    const std::stop_token &stop);

    /// Ends an upload and gives its parts back. Idempotent.
    Status abort(const QString &id, const std::stop_token &stop);

    /// The uploads to this key, and no other, that nobody has finished. Errors: Unsupported where the service cannot
    /// list them.
    Result<std::vector<S3Upload>> unfinished(const std::stop_token &stop);

private:
    const QString &key() const { return m_connection->location().prefix; }

    const std::shared_ptr<S3Connection> m_connection;
    MultipartUploads m_uploads;
};

} // namespace sealift
