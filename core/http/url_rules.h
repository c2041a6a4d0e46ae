#pragma once

#include "base/result.h"
#include "http/http_client.h"

namespace sealift {

/// True for the names and addresses that never leave this computer: localhost, 127.0.0.0/8, ::1. libcurl resolves
/// "localhost" itself to the loopback addresses, whatever a name server says.
bool isLoopbackHost(const QString &host);

/// Whether a request may go to that URL at all. Errors: InvalidArgument, Unsafe; they never repeat the user info.
Status checkUrl(const QUrl &url, const HttpClientOptions &options);

} // namespace sealift
