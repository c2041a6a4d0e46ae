#pragma once

#include "storage/s3/s3_connection.h"

#include <set>

namespace sealift {

/// Uploads in parts, and what may be left of them. Source: Amazon S3 User Guide, "Uploading and copying objects using
/// multipart upload"; limits there: 10,000 parts of 5 MiB to 5 GiB. Thread-safe.
class MultipartUploads
{
public:
    explicit MultipartUploads(std::shared_ptr<S3Connection> connection)
        : m_connection(std::move(connection))
    {
    }

    /// Bytes a part for an object of that size: as small as 10,000 parts allow, and at least 16 MiB.
    static qint64 partSize(qint64 objectSize);

    /// Single steps, for an object whose parts come one by one. What was begun so is isOurs() until it ends.
    Result<QString> begin(const QString &key, const std::vector<HttpHeader> &headers, const std::stop_token &stop);

    /// Stores a part, and returns its tag. Several may be under way at once; one that is sent again takes the place of
    /// the one before. @param number from 1 on.
    Result<QByteArray> sendPart(const QString &key, const QString &id, int number, std::span<const ByteView> bytes,
                                const std::stop_token &stop);

    /// Makes the parts an object. @param tags of all parts, in their order. @param size of the object, by which a
    /// success is known whose answer was lost.
    Status complete(const QString &key, const QString &id, const std::vector<QByteArray> &tags, qint64 size,
                    const std::vector<HttpHeader> &headers, const std::stop_token &stop);

    /// The parts of an unfinished upload that have arrived, by number. Errors: NotFound where there is no such upload
    /// (any more).
    Result<std::vector<S3Part>> parts(const QString &key, const QString &id, const std::stop_token &stop);

    /// Stores an object in parts, one after the other. Whatever way it fails, the upload is aborted; where that fails
    /// as well, it is remembered: isOurs().
    Status put(const QString &key, std::span<const ByteView> parts, const std::vector<HttpHeader> &headers,
               const std::stop_token &stop);

    /// Uploads under a prefix that nobody has finished. Unsupported where the service cannot list them.
    /// @param once without waiting for a service that does not answer.
    Result<std::vector<S3Upload>> list(const QString &prefix, bool once, const std::stop_token &stop);

    /// Ends an upload and gives its parts back. Idempotent.
    /// @param once without waiting for a service that does not answer.
    Status abort(const S3Upload &upload, bool once, const std::stop_token &stop);

    /// True for an upload that was begun here.
    bool isOurs(const S3Upload &upload) const;
    /// Whether there is any that was begun here and has not ended.
    bool hasUnfinished() const;

private:
    Result<std::vector<QByteArray>> sendParts(const QString &key, const QString &id, std::span<const ByteView> parts,
                                              const std::stop_token &stop);
    Status finish(const QString &key, const QString &id, const QByteArray &document, qint64 size,
                  const std::vector<HttpHeader> &headers, const std::stop_token &stop);

    const std::shared_ptr<S3Connection> m_connection;
    mutable std::mutex m_mutex;
    std::set<QString> m_begun; // ids of uploads that are under way, or could not be aborted
};

} // namespace sealift
