#pragma once

#include "base/bytes.h"
#include "http/http_transport.h"

#include <QtCrypto>

namespace sealift {

inline ByteView viewOf(const QCA::SecureArray &bytes)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

/// An answer whose body is a secret where it is a success (2xx).
struct SecretAnswer {
    HttpResponse response;
    QCA::SecureArray secret;

    bool ok() const { return response.status >= 200 && response.status < 300; }
};

/// Sends the request and takes the body of a success of up to 32 KiB straight into locked memory. Errors: those of the
/// transport.
Result<SecretAnswer> fetchSecret(HttpTransport &transport, HttpRequest request, const std::stop_token &stop);

} // namespace sealift
