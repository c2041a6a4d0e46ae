#pragma once

#include "base/bytes.h"
#include "base/flow_control.h"
#include "base/result.h"

#include <QUrl>

#include <chrono>
#include <span>
#include <stop_token>
#include <vector>

namespace sealift {

/// One field of a header (RFC 9110 section 5). Names compare without regard to case.
struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// The value of the first header of that name; a null array where there is none (an empty one is not null).
QByteArray headerValue(const std::vector<HttpHeader> &headers, QByteArrayView name);

/// One request. A value; what `body`, `into` and `flow` refer to must live until the call has returned.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url; ///< https; http only where the transport allows it for that host. Sent as QUrl encodes it, unchanged.
    std::vector<HttpHeader> headers;           ///< Host, Content-Length and User-Agent are the transport's own
    std::span<const ByteView> body;            ///< parts, sent one after the other and not copied
    qint64 maxResponse = 1024LL * 1024;        ///< bytes of HttpResponse::body; more are LimitExceeded
    std::chrono::milliseconds timeout{60'000}; ///< for the whole exchange; 0: as long as something moves
    MutableBytes into = {};      ///< where not empty: takes the body of a 2xx answer, which may not be longer than this
    FlowControl *flow = nullptr; ///< its bandwidth limit is kept to, for both directions; may be null
};

/// One answer, whatever its status.
struct HttpResponse {
    int status = 0;
    std::vector<HttpHeader> headers; ///< of the final answer, in the order they came
    QByteArray body;                 ///< empty where it went into HttpRequest::into
    qint64 received = 0;             ///< bytes of body, wherever they went
};

/// Carries requests to servers and answers back. Thread-safe; every call runs on its caller's thread.
class HttpTransport
{
public:
    HttpTransport() = default;
    virtual ~HttpTransport() = default;
    HttpTransport(const HttpTransport &) = delete;
    HttpTransport &operator=(const HttpTransport &) = delete;

    /// Sends one request and waits for the answer. A status of 400 or more is an answer, not an error, and so is a
    /// redirection, which is never followed: credentials must not go where they were not meant to go.
    /// A stop request ends the call within a fraction of a second. Nothing is tried twice.
    /// Errors: Cancelled; Timeout and Network (what may pass is marked transient); LimitExceeded (header or body larger
    /// than allowed); Unsafe (not https, user info in the URL, a certificate that does not hold, TLS older than 1.2);
    /// InvalidArgument (a URL or header that cannot be sent). They name the host, never the path, query or headers.
    virtual Result<HttpResponse> send(const HttpRequest &request, std::stop_token stop) = 0;
};

} // namespace sealift
