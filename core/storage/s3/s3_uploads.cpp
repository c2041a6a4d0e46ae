#include "storage/s3/s3_uploads.h"

namespace sealift {

QString S3Uploads::root() const
{
    const auto &prefix = m_connection->location().prefix;
    return prefix.isEmpty() ? QString() : prefix + QLatin1Char('/');
}

Result<std::vector<UnfinishedUpload>> S3Uploads::list(std::stop_token stop)
{
    auto uploads = m_uploads->list(root(), !mayHaveLeft(), stop);
    if (!uploads) {
        const auto status = factOf(uploads.error(), kHttpStatusFact);
        if (status != QLatin1String("501") && status != QLatin1String("405"))
            return fail(std::move(uploads).error());
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1 cannot list unfinished uploads").arg(m_connection->location().endpoint.host()),
                  QStringLiteral("Set a lifecycle rule there that ends unfinished uploads after some days.")));
    }
    std::vector<UnfinishedUpload> found;
    for (const auto &upload : *uploads)
        found.push_back({upload.key.mid(root().size()), upload.id, upload.initiated, m_uploads->isOurs(upload)});
    return found;
}

Status S3Uploads::abort(const UnfinishedUpload &upload, std::stop_token stop)
{
    return m_uploads->abort({root() + upload.name, upload.id, upload.begun}, false, stop);
}

} // namespace sealift
