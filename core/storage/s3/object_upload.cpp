#include "storage/s3/object_upload.h"

namespace sealift {

S3ObjectUpload::S3ObjectUpload(std::unique_ptr<HttpTransport> transport, const S3Location &place,
                               const StoreOptions &options, const S3Tuning &tuning)
    : m_connection(std::make_shared<S3Connection>(std::move(transport), place, options, tuning))
    , m_uploads(m_connection)
{
}

Status S3ObjectUpload::refuseExisting(const std::stop_token &stop)
{
    const auto there = m_connection->send({.method = "HEAD", .key = key(), .readsContent = true}, stop);
    if (there)
        return fail(Error(ErrorCode::AlreadyExists, QStringLiteral("%1 already exists").arg(place()),
                          QStringLiteral("Choose another name, or ask for the object to be replaced.")));
    const bool isBucketMissing = factOf(there.error(), kS3CodeFact) == QLatin1String("NoSuchBucket");
    if (there.error().code() == ErrorCode::NotFound && !isBucketMissing)
        return {};
    return fail(there.error());
}

Result<QString> S3ObjectUpload::begin(const std::stop_token &stop)
{
    return m_uploads.begin(key(), {}, stop);
}

Result<std::vector<S3Part>> S3ObjectUpload::arrived(const QString &id, const std::stop_token &stop)
{
    return m_uploads.parts(key(), id, stop);
}

Result<QByteArray> S3ObjectUpload::sendPart(const QString &id, int number, ByteView bytes, const std::stop_token &stop)
{
    const ByteView body[] = {bytes};
    return m_uploads.sendPart(key(), id, number, body, stop);
}

Status S3ObjectUpload::complete(const QString &id, const std::map<int, QByteArray> &tags, qint64 size,
                                Existing existing, const std::stop_token &stop)
{
    std::vector<QByteArray> inOrder;
    for (const auto &[number, tag] : tags) {
        Q_ASSERT(number == static_cast<int>(inOrder.size()) + 1);
        inOrder.push_back(tag);
    }
    if (existing == Existing::Replace)
        return m_uploads.complete(key(), id, inOrder, size, {}, stop);
    // Not every service knows the condition: it is looked once more.
    SEALIFT_TRY(refuseExisting(stop));
    auto done = m_uploads.complete(key(), id, inOrder, size, {{"If-None-Match", "*"}}, stop);
    if (!done && factOf(done.error(), kHttpStatusFact) == QLatin1String("501"))
        return m_uploads.complete(key(), id, inOrder, size, {}, stop);
    return done;
}

Status S3ObjectUpload::abort(const QString &id, const std::stop_token &stop)
{
    return m_uploads.abort({key(), id, {}}, false, stop);
}

Result<std::vector<S3Upload>> S3ObjectUpload::unfinished(const std::stop_token &stop)
{
    auto listed = m_uploads.list(key(), false, stop);
    if (!listed) {
        const auto status = factOf(listed.error(), kHttpStatusFact);
        if (status != QLatin1String("501") && status != QLatin1String("405"))
            return fail(std::move(listed).error());
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1 cannot list unfinished uploads").arg(m_connection->location().endpoint.host()),
                  QStringLiteral("Set a lifecycle rule there that ends unfinished uploads after some days.")));
    }
    std::erase_if(*listed, [this](const S3Upload &upload) { return upload.key != key(); });
    return listed;
}

} // namespace sealift
