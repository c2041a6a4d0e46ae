#pragma once

#include "http/http_transport.h"

#include <QString>

#include <memory>

namespace sealift {

struct HttpClientOptions {
    QString caFile; ///< PEM certificates that are trusted instead of the system's store; empty: the system's store
    bool allowLoopbackHttp = false; ///< plain http to 127.0.0.0/8, ::1 and localhost
    bool allowMetadataHttp =
        false; ///< plain http to 169.254.0.0/16 and fd00:ec2::/32, where clouds give out credentials
    std::chrono::milliseconds connectTimeout{10'000}; ///< name look-up, TCP and TLS
    std::chrono::seconds stallTimeout{60};            ///< without a byte in either direction
};

/// HttpTransport by libcurl: HTTP/1.1 over TLS 1.2 or newer, certificate and host name verified, connections kept and
/// used again. Each call takes a connection of its own out of the pool, so as many run at once as there are callers.
/// HTTP/1.1, because storage is moved by a few large bodies over several connections, where HTTP/2 would put all of
/// them behind one TCP window.
class HttpClient final : public HttpTransport
{
public:
    explicit HttpClient(HttpClientOptions options = {});
    ~HttpClient() override;

    Result<HttpResponse> send(const HttpRequest &request, std::stop_token stop) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sealift
