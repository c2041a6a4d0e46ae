#include "crypto/crypto_session.h"

#include <QtCrypto>

#include <openssl/crypto.h>

#include <cerrno>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace sealift {

class CryptoSession::Private
{
public:
    // 64 KiB of locked memory from the start: room for every key of a session, and below the usual RLIMIT_MEMLOCK.
    QCA::Initializer initializer{QCA::Practical, 64};
};

CryptoSession::CryptoSession()
    : d(std::make_unique<Private>())
{
}

CryptoSession::~CryptoSession() = default;

Result<std::unique_ptr<CryptoSession>> CryptoSession::start()
{
    constexpr rlimit kNoCore{0, 0};
    if (::setrlimit(RLIMIT_CORE, &kNoCore) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot switch core files off")));
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make the process undumpable")));

    std::unique_ptr<CryptoSession> session(new CryptoSession);
    const QStringList needed{QStringLiteral("sha256"), QStringLiteral("random")};
    for (const auto &feature : needed) {
        if (!QCA::isSupported(qPrintable(feature)))
            return fail(Error(ErrorCode::Unsupported, QStringLiteral("QCA has no provider for \"%1\"").arg(feature),
                              QStringLiteral("Install QCA's OpenSSL plugin (qca-ossl) beside the QCA library.")));
    }
    return session;
}

QString CryptoSession::libraryVersions()
{
    return QStringLiteral("QCA %1, OpenSSL %2")
        .arg(QString::fromLatin1(qcaVersionStr()), QString::fromLatin1(::OpenSSL_version(OPENSSL_VERSION_STRING)));
}

} // namespace sealift
