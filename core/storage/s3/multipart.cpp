#include "storage/s3/multipart.h"

#include "base/byte_parts.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr qint64 kSmallestPart = 16 * kMiB;
constexpr qint64 kMostParts = 10'000;
constexpr int kMostPages = 1000;
constexpr qint64 kPageBytes = 8 * kMiB;

/// Cuts a row of parts, as a caller has them, into stretches of a given size without copying anything.
class Cutter
{
public:
    explicit Cutter(std::span<const ByteView> parts)
        : m_parts(parts)
    {
    }

    /// The next stretch; empty at the end.
    std::vector<ByteView> next(std::size_t size)
    {
        std::vector<ByteView> stretch;
        while (size > 0 && m_part < m_parts.size()) {
            const auto rest = m_parts[m_part].subspan(m_offset);
            const auto piece = rest.first(std::min(rest.size(), size));
            if (!piece.empty())
                stretch.push_back(piece);
            size -= piece.size();
            m_offset += piece.size();
            if (m_offset == m_parts[m_part].size()) {
                ++m_part;
                m_offset = 0;
            }
        }
        return stretch;
    }

private:
    const std::span<const ByteView> m_parts;
    std::size_t m_part = 0;
    std::size_t m_offset = 0;
};

QByteArray documentOf(const std::vector<QByteArray> &tags)
{
    QByteArray document = "<CompleteMultipartUpload>";
    int number = 0;
    for (const auto &tag : tags)
        document += "<Part><PartNumber>" + QByteArray::number(++number) + "</PartNumber><ETag>" +
                    QString::fromLatin1(tag).toHtmlEscaped().toLatin1() + "</ETag></Part>";
    return document + "</CompleteMultipartUpload>";
}

} // namespace

qint64 MultipartUploads::partSize(qint64 objectSize)
{
    const auto needed = (objectSize + kMostParts - 1) / kMostParts;
    return std::max(kSmallestPart, (needed + kMiB - 1) / kMiB * kMiB);
}

Status MultipartUploads::put(const QString &key, std::span<const ByteView> parts,
                             const std::vector<HttpHeader> &headers, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto id, begin(key, headers, stop));
    const auto tags = sendParts(key, id, parts, stop);
    auto done = tags ? complete(key, id, *tags, totalSize(parts), headers, stop) : fail(tags.error());
    if (!done && !abort({key, id, {}}, true, {})) { // also, and above all, after a stop request
        // It stays remembered: the task's cleanup looks for it, removes it, or says that it is left.
        m_connection->notify(QStringLiteral("An unfinished upload of %1 could not be removed yet.").arg(key));
    }
    return done;
}

Result<QString> MultipartUploads::begin(const QString &key, const std::vector<HttpHeader> &headers,
                                        const std::stop_token &stop)
{
    S3Call call{.method = "POST", .key = key, .query = {{"uploads", ""}}, .headers = headers, .writesContent = true};
    // The condition belongs to the moment the object appears.
    std::erase_if(call.headers, [](const HttpHeader &header) { return header.name == "If-None-Match"; });
    SEALIFT_ASSIGN(const auto response, m_connection->send(call, stop));
    SEALIFT_ASSIGN(const auto id, readUploadId(response.body));
    const std::lock_guard lock(m_mutex);
    m_begun.insert(id);
    return id;
}

Result<std::vector<QByteArray>> MultipartUploads::sendParts(const QString &key, const QString &id,
                                                            std::span<const ByteView> parts,
                                                            const std::stop_token &stop)
{
    const auto size = static_cast<std::size_t>(partSize(totalSize(parts)));
    Cutter cutter(parts);
    std::vector<QByteArray> tags;
    int number = 1;
    for (auto stretch = cutter.next(size); !stretch.empty(); stretch = cutter.next(size), ++number) {
        SEALIFT_ASSIGN(auto tag, sendPart(key, id, number, stretch, stop));
        tags.push_back(std::move(tag));
    }
    return tags;
}

Result<std::vector<S3Part>> MultipartUploads::parts(const QString &key, const QString &id, const std::stop_token &stop)
{
    std::vector<S3Part> parts;
    S3PartPage page;
    do {
        S3Call call{.key = key, .query = {{"uploadId", id.toUtf8()}}, .maxResponse = kPageBytes, .readsContent = true};
        if (page.next > 0)
            call.query.emplace_back("part-number-marker", QByteArray::number(page.next));
        SEALIFT_ASSIGN(const auto response, m_connection->send(call, stop));
        const auto before = page.next;
        SEALIFT_ASSIGN(page, readPartPage(response.body));
        parts.insert(parts.end(), page.parts.begin(), page.parts.end());
        if (page.next > 0 && page.next <= before)
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("the list of parts of %1 does not end").arg(key)));
    } while (page.next > 0);
    return parts;
}

Result<QByteArray> MultipartUploads::sendPart(const QString &key, const QString &id, int number,
                                              std::span<const ByteView> bytes, const std::stop_token &stop)
{
    // The part is covered by its SHA-256 in the signature; the service refuses it where it arrives changed.
    S3Call call{.method = "PUT",
                .key = key,
                .query = {{"partNumber", QByteArray::number(number)}, {"uploadId", id.toUtf8()}},
                .body = bytes,
                .readsContent = true};
    SEALIFT_ASSIGN(const auto response, m_connection->send(call, stop));
    const auto tag = headerValue(response.headers, "ETag");
    if (tag.isEmpty())
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("the service does not name the parts of an upload (no ETag)")));
    return tag;
}

Status MultipartUploads::complete(const QString &key, const QString &id, const std::vector<QByteArray> &tags,
                                  qint64 size, const std::vector<HttpHeader> &headers, const std::stop_token &stop)
{
    auto done = finish(key, id, documentOf(tags), size, headers, stop);
    if (done) {
        const std::lock_guard lock(m_mutex);
        m_begun.erase(id);
    }
    return done;
}

Status MultipartUploads::finish(const QString &key, const QString &id, const QByteArray &document, qint64 size,
                                const std::vector<HttpHeader> &headers, const std::stop_token &stop)
{
    const ByteView body[] = {viewOf(document)};
    S3Call call{.method = "POST", .key = key, .query = {{"uploadId", id.toUtf8()}}, .body = body};
    std::copy_if(headers.begin(), headers.end(), std::back_inserter(call.headers),
                 [](const HttpHeader &header) { return header.name == "If-None-Match"; });
    auto response = m_connection->send(call, stop);
    if (response) {
        // The status was sent before the work was done; a failure can come behind it.
        const auto fault = readErrorBody(response->body);
        if (fault.code.isEmpty())
            return {};
        return fail(Error(ErrorCode::Network,
                          QStringLiteral("the upload of %1 could not be completed: %2").arg(key, fault.code),
                          QStringLiteral("Try again.")));
    }
    if (factOf(response.error(), kS3CodeFact) != QLatin1String("NoSuchUpload"))
        return fail(std::move(response).error());
    // Completed by an attempt whose answer was lost, if the object is there.
    const auto there = m_connection->send({.method = "HEAD", .key = key, .readsContent = true}, stop);
    if (there && headerValue(there->headers, "Content-Length").toLongLong() == size)
        return {};
    return fail(std::move(response).error());
}

Result<std::vector<S3Upload>> MultipartUploads::list(const QString &prefix, bool once, const std::stop_token &stop)
{
    std::vector<S3Upload> uploads;
    S3UploadPage page;
    for (int pages = 0; pages < kMostPages; ++pages) {
        S3Call call{.query = {{"uploads", ""}, {"prefix", prefix.toUtf8()}}, .maxResponse = kPageBytes, .once = once};
        if (!page.nextKey.isEmpty()) {
            call.query.emplace_back("key-marker", page.nextKey.toUtf8());
            call.query.emplace_back("upload-id-marker", page.nextId.toUtf8());
        }
        SEALIFT_ASSIGN(const auto response, m_connection->send(call, stop));
        SEALIFT_ASSIGN(page, readUploadPage(response.body));
        uploads.insert(uploads.end(), page.uploads.begin(), page.uploads.end());
        if (page.nextKey.isEmpty())
            return uploads;
    }
    return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("the list of unfinished uploads does not end")));
}

Status MultipartUploads::abort(const S3Upload &upload, bool once, const std::stop_token &stop)
{
    const auto response = m_connection->send(
        {.method = "DELETE", .key = upload.key, .query = {{"uploadId", upload.id.toUtf8()}}, .once = once}, stop);
    if (!response && factOf(response.error(), kS3CodeFact) != QLatin1String("NoSuchUpload"))
        return fail(response.error());
    const std::lock_guard lock(m_mutex);
    m_begun.erase(upload.id);
    return {};
}

bool MultipartUploads::isOurs(const S3Upload &upload) const
{
    const std::lock_guard lock(m_mutex);
    return m_begun.contains(upload.id);
}

bool MultipartUploads::hasUnfinished() const
{
    const std::lock_guard lock(m_mutex);
    return !m_begun.empty();
}

} // namespace sealift
