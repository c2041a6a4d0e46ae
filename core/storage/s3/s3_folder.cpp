#include "storage/s3/s3_folder.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr int kMostPages = 1000;
constexpr qint64 kPageBytes = 8LL * 1024 * 1024;

bool isUnknownToService(const Error &error)
{
    const auto status = factOf(error, kHttpStatusFact);
    return status == QLatin1String("501") || status == QLatin1String("405");
}

/// Nothing can be in a bucket that is not there.
bool saysNoBucket(const Error &error)
{
    return factOf(error, kS3CodeFact) == QLatin1String("NoSuchBucket");
}

} // namespace

S3Folder::S3Folder(std::shared_ptr<S3Connection> connection)
    : m_connection(std::move(connection))
    , m_root(m_connection->location().prefix.isEmpty() ? QString() : m_connection->location().prefix + QLatin1Char('/'))
    , m_uploads(m_connection)
{
}

Result<std::vector<S3Version>> S3Folder::versions(const QString &beginning, const std::stop_token &stop)
{
    const auto prefix = keyOf(beginning);
    std::vector<S3Version> found;
    S3VersionPage page;
    for (int pages = 0; pages < kMostPages; ++pages) {
        S3Call call{.query = {{"versions", ""}, {"prefix", prefix.toUtf8()}}, .maxResponse = kPageBytes};
        if (!page.nextKey.isEmpty()) {
            call.query.emplace_back("key-marker", page.nextKey.toUtf8());
            call.query.emplace_back("version-id-marker", page.nextId.toUtf8());
        }
        const auto response = m_connection->send(call, stop);
        if (!response && saysNoBucket(response.error()))
            return found;
        if (!response)
            return fail(Error(response.error())
                            .advising(QStringLiteral("Allow s3:ListBucketVersions for the bucket: else nobody can say "
                                                     "that nothing is left in it.")));
        SEALIFT_ASSIGN(page, readVersionPage(response->body));
        std::copy_if(page.versions.begin(), page.versions.end(), std::back_inserter(found),
                     [&prefix](const S3Version &version) { return version.key.startsWith(prefix); });
        if (page.nextKey.isEmpty())
            return found;
    }
    return fail(
        Error(ErrorCode::LimitExceeded, QStringLiteral("the list of versions in %1 does not end").arg(place())));
}

Result<QStringList> S3Folder::empty(const std::stop_token &stop)
{
    if (m_root.isEmpty())
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1 is no folder, and nobody's to empty").arg(place())));
    QStringList removed;
    auto uploads = m_uploads.list(m_root, false, stop);
    if (!uploads && !saysNoBucket(uploads.error()) && !isUnknownToService(uploads.error()))
        return fail(std::move(uploads).error());
    if (uploads) {
        for (const auto &upload : *uploads) {
            SEALIFT_TRY(m_uploads.abort(upload, false, stop));
            removed.append(QStringLiteral("%1 (unfinished upload)").arg(upload.key.mid(m_root.size())));
        }
    }
    SEALIFT_ASSIGN(const auto found, versions({}, stop));
    for (const auto &version : found) {
        const auto gone = m_connection->send(
            {.method = "DELETE", .key = version.key, .query = {{"versionId", version.id.toUtf8()}}}, stop);
        if (!gone && gone.error().code() != ErrorCode::NotFound)
            return fail(gone.error());
        removed.append(version.key.mid(m_root.size()));
    }
    return removed;
}

Result<S3Folder::Content> S3Folder::content(const std::stop_token &stop, const QString &beginning)
{
    Content content;
    SEALIFT_ASSIGN(const auto found, versions(beginning, stop));
    for (const auto &version : found)
        content.objects.append(QStringLiteral("%1 (%2 %3)")
                                   .arg(version.key.mid(m_root.size()),
                                        version.isMark ? QStringLiteral("mark of deletion") : QStringLiteral("version"),
                                        version.id));
    const auto uploads = m_uploads.list(keyOf(beginning), false, stop);
    if (!uploads && !saysNoBucket(uploads.error()))
        return fail(uploads.error());
    if (uploads) {
        for (const auto &upload : *uploads)
            content.uploads.append(upload.key.mid(m_root.size()));
    }
    return content;
}

Result<std::optional<S3Folder::Stored>> S3Folder::stored(const QString &name, const std::stop_token &stop)
{
    const auto answer = m_connection->send({.method = "HEAD", .key = keyOf(name)}, stop);
    if (!answer && answer.error().code() == ErrorCode::NotFound && !saysNoBucket(answer.error()))
        return std::optional<Stored>();
    if (!answer)
        return fail(answer.error());
    return std::optional(Stored{headerValue(answer->headers, "Content-Length").toLongLong(),
                                QString::fromLatin1(headerValue(answer->headers, "x-amz-server-side-encryption")),
                                headerValue(answer->headers, "ETag")});
}

Result<QStringList> S3Folder::names(const std::stop_token &stop, const QString &beginning)
{
    SEALIFT_ASSIGN(const auto found, versions(beginning, stop));
    QStringList names;
    for (const auto &version : found) {
        if (!version.isMark)
            names.append(version.key.mid(m_root.size()));
    }
    names.removeDuplicates();
    return names;
}

Status S3Folder::read(const QString &name, const QByteArray &tag, qint64 offset, MutableBytes out,
                      const std::stop_token &stop)
{
    const auto end = offset + static_cast<qint64>(out.size());
    const auto range = "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(end - 1);
    const auto answer = m_connection->send(
        {.key = keyOf(name), .headers = {{"If-Match", tag}, {"Range", range}}, .into = out, .readsContent = true},
        stop);
    if (!answer && factOf(answer.error(), kHttpStatusFact) == QLatin1String("412"))
        return fail(Error(ErrorCode::SourceChanged,
                          QStringLiteral("%1/%2 was replaced while it was read").arg(place(), name),
                          QStringLiteral("Find out who else writes there, then begin anew.")));
    if (!answer)
        return fail(answer.error());
    const bool isThatRange = answer->status == 206 || offset == 0;
    if (!isThatRange || answer->received < static_cast<qint64>(out.size()))
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1/%2 ends before byte %3").arg(place(), name, QString::number(end)),
                          QStringLiteral("Begin anew.")));
    return {};
}

Result<std::vector<S3Upload>> S3Folder::uploadsTo(const QString &name, const std::stop_token &stop)
{
    const auto key = keyOf(name);
    SEALIFT_ASSIGN(auto found, m_uploads.list(key, false, stop));
    std::erase_if(found, [&key](const S3Upload &upload) { return upload.key != key; });
    std::sort(found.begin(), found.end(),
              [](const S3Upload &one, const S3Upload &other) { return one.initiated > other.initiated; });
    return found;
}

} // namespace sealift
