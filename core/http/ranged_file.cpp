#include "http/ranged_file.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr auto kAnswerTime = 60s;
constexpr qint64 kSlowestBytesPerSecond = 16 << 10;
constexpr int kMostRedirections = 5;

/// What an answer says of the stretch that it holds: "bytes 0-499/1234".
struct ContentRange {
    qint64 first = 0;
    qint64 last = 0;
    qint64 size = 0; ///< of the whole file
};

std::optional<ContentRange> contentRangeOf(const HttpResponse &response)
{
    static const QRegularExpression form(QStringLiteral("^bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})$"));
    const auto match = form.match(QString::fromLatin1(headerValue(response.headers, "Content-Range")));
    if (!match.hasMatch())
        return std::nullopt;
    const ContentRange range{match.captured(1).toLongLong(), match.captured(2).toLongLong(),
                             match.captured(3).toLongLong()};
    return range.first <= range.last && range.last < range.size ? std::optional(range) : std::nullopt;
}

bool isRedirection(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool mayPass(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

} // namespace

RangedFile::RangedFile(std::shared_ptr<HttpTransport> transport, QUrl url, const RetryPolicy &retry)
    : m_transport(std::move(transport))
    , m_url(std::move(url))
    , m_retry(retry)
{
}

Result<std::unique_ptr<RangedFile>> RangedFile::open(std::shared_ptr<HttpTransport> transport, const QUrl &url,
                                                     const RetryPolicy &retry, const std::stop_token &stop)
{
    std::unique_ptr<RangedFile> file(new RangedFile(std::move(transport), url, retry));
    Backoff backoff(retry);
    for (;;) {
        auto looked = file->look(stop);
        if (looked)
            return file;
        if (looked.error().retry() != Retry::Transient || !backoff.wait(false, stop))
            return fail(stop.stop_requested() ? Error::cancelled() : std::move(looked).error());
    }
}

QString RangedFile::name() const
{
    return m_url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

Result<HttpResponse> RangedFile::ask(qint64 offset, MutableBytes out, const std::stop_token &stop) const
{
    const auto size = static_cast<qint64>(out.size());
    HttpRequest request;
    request.url = m_url;
    request.into = out;
    request.timeout = kAnswerTime + std::chrono::seconds(size / kSlowestBytesPerSecond);
    request.headers = {{"Range", "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + size - 1)},
                       {"Accept-Encoding", "identity"}};
    // A weak tag does not match here, whatever the file is (RFC 9110, section 13.1.1).
    if (!m_tag.isEmpty() && !m_tag.startsWith("W/"))
        request.headers.push_back({"If-Match", m_tag});
    else if (!m_modified.isEmpty())
        request.headers.push_back({"If-Unmodified-Since", m_modified});
    auto response = m_transport->send(request, stop);
    if (!response && response.error().code() == ErrorCode::LimitExceeded)
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1: the server sends all of the file instead of the stretch that was asked for")
                      .arg(name()),
                  QStringLiteral("Download the file, and import it from here.")));
    return response;
}

Status RangedFile::look(const std::stop_token &stop)
{
    for (int redirections = 0;; ++redirections) {
        std::array<std::byte, 1> first{};
        SEALIFT_ASSIGN(const auto response, ask(0, first, stop));
        if (isRedirection(response.status) && redirections < kMostRedirections) {
            SEALIFT_TRY(follow(response));
            continue;
        }
        if (response.status != 206)
            return fail(refusal(response));
        const auto range = contentRangeOf(response);
        if (!range || range->first != 0 || range->last != 0)
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1: the server does not say how large the file is").arg(name()),
                              QStringLiteral("Download the file, and import it from here.")));
        const auto encoding = headerValue(response.headers, "Content-Encoding").toLower();
        if (!encoding.isEmpty() && encoding != "identity")
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1: the server sends the file in the encoding \"%2\" only")
                                  .arg(name(), QString::fromLatin1(encoding.left(20))),
                              QStringLiteral("Download the file, and import it from here.")));
        m_size = range->size;
        m_tag = headerValue(response.headers, "ETag");
        m_modified = headerValue(response.headers, "Last-Modified");
        return {};
    }
}

Status RangedFile::follow(const HttpResponse &response)
{
    const auto next = m_url.resolved(QUrl(QString::fromUtf8(headerValue(response.headers, "Location"))));
    if (next.isValid() && next.scheme() == m_url.scheme() && next.authority() == m_url.authority()) {
        m_url = next;
        return {};
    }
    const auto shown = next.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is elsewhere: %2").arg(name(), shown.left(300)),
                      QStringLiteral("Sealift reads only from the server that was named. If you trust that one, name "
                                     "its address.")));
}

Error RangedFile::refusal(const HttpResponse &response) const
{
    const auto status = response.status;
    if (status == 401 || status == 403 || status == 407)
        return {ErrorCode::PermissionDenied,
                QStringLiteral("%1: the server does not give it to everybody (status %2)").arg(name()).arg(status),
                QStringLiteral("Sealift sends no credentials to web servers: download the file, and import it from "
                               "here.")};
    if (status == 404 || status == 410)
        return {ErrorCode::NotFound, QStringLiteral("%1: there is no such file (status %2)").arg(name()).arg(status),
                QStringLiteral("Check the address.")};
    if (status == 416)
        return {ErrorCode::Unsupported, QStringLiteral("%1 is empty").arg(name()),
                QStringLiteral("Check the address.")};
    if (status == 200)
        return {ErrorCode::Unsupported, QStringLiteral("%1: the server sends files only as a whole").arg(name()),
                QStringLiteral("Download the file, and import it from here.")};
    Error error(ErrorCode::Network, QStringLiteral("%1: the server answers with status %2").arg(name()).arg(status),
                QStringLiteral("Try again later, or check the address."));
    return mayPass(status) ? std::move(error).transient() : error;
}

Error RangedFile::changed(const QString &what) const
{
    return {ErrorCode::SourceChanged, QStringLiteral("%1 has changed while it was read: %2").arg(name(), what),
            QStringLiteral("Import it again, once nobody writes to it.")};
}

Status RangedFile::readOnce(qint64 offset, MutableBytes out, const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(const auto response, ask(offset, out, stop));
    if (response.status == 412)
        return fail(changed(QStringLiteral("the server has another version of it")));
    if (response.status == 416)
        return fail(changed(QStringLiteral("it is shorter now")));
    if (response.status != 206)
        return fail(refusal(response));
    const auto range = contentRangeOf(response);
    const auto size = static_cast<qint64>(out.size());
    if (range && range->size != m_size)
        return fail(changed(QStringLiteral("it has %1 bytes instead of %2").arg(range->size).arg(m_size)));
    if (headerValue(response.headers, "ETag") != m_tag || headerValue(response.headers, "Last-Modified") != m_modified)
        return fail(changed(QStringLiteral("the server sends another version of it")));
    if (!range || range->first != offset || range->last != offset + size - 1 || response.received != size)
        return fail(
            Error(ErrorCode::Network,
                  QStringLiteral("%1: the server sends another stretch than the one that was asked for").arg(name()),
                  QStringLiteral("Try again later."))
                .transient());
    return {};
}

Status RangedFile::read(qint64 offset, MutableBytes out, const std::stop_token &stop) const
{
    Backoff backoff(m_retry);
    for (;;) {
        auto done = readOnce(offset, out, stop);
        if (done)
            return {};
        if (done.error().retry() != Retry::Transient || !backoff.wait(true, stop))
            return fail(stop.stop_requested() ? Error::cancelled() : std::move(done).error());
    }
}

Status RangedFile::checkUnchanged(const std::stop_token &stop) const
{
    std::array<std::byte, 1> last{};
    return read(m_size - 1, last, stop);
}

} // namespace sealift
