#pragma once

#include "storage/object_store.h"
#include "storage/s3/multipart.h"
#include "storage/s3/s3_connection.h"

namespace sealift {

/// Objects in a bucket of an S3-compatible service, each under the location's prefix and its name: with a library's
/// names that is the layout of restic's S3 repositories.
///
/// Objects of up to 64 MiB are one PUT, larger ones uploads in parts; both appear whole or not at all, and are covered
/// by a SHA-256 that the service checks before it keeps them. CreateNew is a conditional write ("If-None-Match: *").
class S3Store final : public ObjectStore
{
public:
    /// @param transport what carries the requests; options.credentials must be set.
    S3Store(std::unique_ptr<HttpTransport> transport, const S3Location &location, const StoreOptions &options,
            const S3Tuning &tuning = {});

    QString location() const override { return m_connection->location().text(); }
    QString identity() const override { return m_connection->identity(); }
    /// Makes the bucket where there is none.
    Status create(std::stop_token stop) override;
    Status put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop) override;
    Result<qint64> size(const QString &name, std::stop_token stop) override;
    Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) override;
    Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) override;
    Status list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                std::stop_token stop) override;
    Status remove(const QString &name, std::stop_token stop) override;
    /// Removes many objects with a request for each thousand of them (DeleteObjects). Idempotent. Errors: the first
    /// object's that could not be removed; others may be gone.
    Status removeMany(const QStringList &names, std::stop_token stop);
    int suggestedConcurrency() const override;
    std::shared_ptr<UnfinishedUploads> unfinishedUploads() override;
    std::optional<BucketState> bucketState(const std::stop_token &stop) override;

private:
    QString keyOf(const QString &name) const;
    Status putWhole(const QString &name, std::span<const ByteView> parts, const std::vector<HttpHeader> &headers,
                    const std::stop_token &stop);
    Status createNew(const QString &name, std::span<const ByteView> parts, const std::stop_token &stop);
    Status store(const QString &name, std::span<const ByteView> parts, const std::vector<HttpHeader> &headers,
                 const std::stop_token &stop);
    Status removeThousand(const QStringList &names, const std::stop_token &stop);
    Status failIfThere(const QString &name, const std::stop_token &stop);

    const std::shared_ptr<S3Connection> m_connection;
    const std::shared_ptr<MultipartUploads> m_uploads;
    std::atomic<bool> m_conditional = true; // until the service says that it knows no conditional writes
};

} // namespace sealift
