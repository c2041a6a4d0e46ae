#pragma once

#include "base/error.h"

#include <curl/curl.h>

namespace sealift {

/// What libcurl knows of a transfer that failed.
struct CurlFault {
    CURLcode code = CURLE_OK;
    long verifyResult = 0; ///< of the certificate, as OpenSSL numbers it (X509_V_ERR_*, openssl's verify(1))
    QString text;          ///< libcurl's words
    QString host;
    QString caFile;
    bool inHeader = false; ///< while the answer's header came in
};

/// The failure in Sealift's terms, with what the user can do about it.
Error errorOf(const CurlFault &fault);

/// A header beyond the limits.
Error headerTooLarge(const QString &host);

} // namespace sealift
