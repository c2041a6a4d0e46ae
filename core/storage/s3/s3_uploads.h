#pragma once

#include "storage/s3/multipart.h"
#include "storage/unfinished_uploads.h"

namespace sealift {

/// The unfinished uploads under an S3 location's prefix.
class S3Uploads final : public UnfinishedUploads
{
public:
    S3Uploads(std::shared_ptr<S3Connection> connection, std::shared_ptr<MultipartUploads> uploads)
        : m_connection(std::move(connection))
        , m_uploads(std::move(uploads))
    {
    }

    QString place() const override { return m_connection->location().text(); }
    bool mayHaveLeft() const override { return m_uploads->hasUnfinished(); }
    Result<std::vector<UnfinishedUpload>> list(std::stop_token stop) override;
    Status abort(const UnfinishedUpload &upload, std::stop_token stop) override;

private:
    QString root() const;

    const std::shared_ptr<S3Connection> m_connection;
    const std::shared_ptr<MultipartUploads> m_uploads;
};

} // namespace sealift
