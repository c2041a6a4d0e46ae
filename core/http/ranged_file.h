#pragma once

#include "http/http_transport.h"
#include "http/retry_policy.h"

#include <memory>

namespace sealift {

/// A file on a web server, read in stretches (RFC 9110 section 14, "Range Requests"), always of the same state: every
/// request names the entity tag or the time that the first answer had, and every answer is compared with it. Passing
/// failures are tried again; every stretch comes whole or not at all. Thread-safe.
class RangedFile
{
public:
    /// Asks for the file's first byte, and learns its size and state. A redirection within the same server is followed,
    /// five times at most; one to another server is not: nobody chose that one.
    /// @param url https, without user info. Errors: NotFound; PermissionDenied (the server asks for credentials, and
    /// none are sent); Unsupported (no ranges, a size that is not said, an encoding, an empty file); Unsafe (a
    /// redirection elsewhere, and those of the transport); Network, Timeout; Cancelled.
    static Result<std::unique_ptr<RangedFile>> open(std::shared_ptr<HttpTransport> transport, const QUrl &url,
                                                    const RetryPolicy &retry, const std::stop_token &stop);

    /// Without query and fragment, for people.
    QString name() const;
    qint64 size() const { return m_size; } ///< bytes, at least 1
    /// Whether the server says which state of the file it sends; if not, only another size shows a change.
    bool isPinned() const { return !m_tag.isEmpty() || !m_modified.isEmpty(); }

    /// Fills `out` from byte `offset` on; the whole stretch lies inside the file, and is not empty. Errors:
    /// SourceChanged; Network, Timeout, once trying again was of no use; those of open().
    Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) const;

    /// OK while the server has the file as it was. Errors: those of read().
    Status checkUnchanged(const std::stop_token &stop) const;

private:
    RangedFile(std::shared_ptr<HttpTransport> transport, QUrl url, const RetryPolicy &retry);

    Status look(const std::stop_token &stop);
    Status readOnce(qint64 offset, MutableBytes out, const std::stop_token &stop) const;
    Result<HttpResponse> ask(qint64 offset, MutableBytes out, const std::stop_token &stop) const;
    Error changed(const QString &what) const;
    Error refusal(const HttpResponse &response) const;
    Status follow(const HttpResponse &response);

    const std::shared_ptr<HttpTransport> m_transport;
    QUrl m_url;
    const RetryPolicy m_retry;
    qint64 m_size = 0;
    QByteArray m_tag;      ///< the entity tag, with its quotes; a weak one is compared, too
    QByteArray m_modified; ///< the time of its last change, as the server writes it
};

} // namespace sealift
