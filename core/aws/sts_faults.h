#pragma once

#include "base/error.h"
#include "http/http_transport.h"

namespace sealift {

/// The error for an answer of STS that is no success, with what helps. Of the service's own words only those are
/// repeated that say who may not do what: the others may hold what was sent, session tokens included.
/// The service's code is added as the fact "aws-code".
Error stsFault(const QString &action, const HttpResponse &response);

/// True where that error says that the credentials were good and are not any more.
bool isExpiry(const Error &error);

} // namespace sealift
