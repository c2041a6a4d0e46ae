#pragma once

#include "base/result.h"

#include <memory>

namespace sealift {

/// The process's use of cryptography: starts QCA with locked memory for keys, and keeps the process from writing
/// a core file or being read by another user's debugger (RLIMIT_CORE 0, PR_SET_DUMPABLE 0). Made first thing in
/// main(), destroyed last; nothing else of core/crypto may be used before or after.
class CryptoSession
{
public:
    /// Errors: Unsupported, naming what QCA or libcrypto lacks on this machine (the provider plugin, most likely), or
    /// where the system does not let memory for keys be locked.
    static Result<std::unique_ptr<CryptoSession>> start();
    ~CryptoSession();
    CryptoSession(const CryptoSession &) = delete;
    CryptoSession &operator=(const CryptoSession &) = delete;

    /// "QCA 2.3.10, OpenSSL 3.0.19" for `version` and reports.
    static QString libraryVersions();

private:
    CryptoSession();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sealift
