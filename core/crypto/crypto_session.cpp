#include "crypto/crypto_session.h"

#include "crypto/locked_heap.h"
#include "crypto/locked_pages.h"
#include "crypto/openssl_handles.h"

#include <QFile>
#include <QtCrypto>

#include <openssl/crypto.h>
#include <sodium.h>

#include <cerrno>
#include <optional>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace sealift {

namespace {

constexpr int kLockedKiB = 64;

/// Locked memory of this process (proc(5), VmLck); nothing where /proc is not there to ask.
std::optional<qint64> lockedKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto lines = status.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("VmLck:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return std::nullopt;
}

/// QCA only tries a few bytes and does not look whether its own memory could be locked; the kernel knows. Where it
/// cannot be asked, QCA's word has to do.
/// @param before what was locked when QCA had not been started.
bool keysAreLocked(std::optional<qint64> before)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    // The sanitizers make mlock() do nothing. libcrypto's own way of locking, the system call, tells the limits.
    static_cast<void>(before);
    return lockedHeapWorks();
#else
    const QCA::SecureArray first(1); // The memory is taken, and locked, with the first use.
    if (!QCA::haveSecureMemory())
        return false;
    const auto after = lockedKiB();
    return !before || !after || *after - *before >= kLockedKiB;
#endif
}

/// The first algorithm that libcrypto lacks (a build or a policy without it), or null.
const char *missingAlgorithm()
{
    if (!DigestMethod(EVP_MD_fetch(nullptr, "SHA256", nullptr)))
        return "SHA-256";
    if (!Cipher(EVP_CIPHER_fetch(nullptr, "AES-256-CTR", nullptr)))
        return "AES-256-CTR";
    if (!Cipher(EVP_CIPHER_fetch(nullptr, "AES-128-ECB", nullptr)))
        return "AES-128-ECB";
    if (!Mac(EVP_MAC_fetch(nullptr, "POLY1305", nullptr)))
        return "Poly1305";
    return nullptr;
}

} // namespace

class CryptoSession::Private
{
public:
    // 64 KiB of locked memory from the start: room for every key of a session. Not QCA::Practical: where locking fails,
    // that takes memory which is backed by a file.
    QCA::Initializer initializer{QCA::Locking, kLockedKiB};
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

    // Where that fails, what needs it says so: a library is used without.
    static_cast<void>(startLockedHeap());
    const auto locked = lockedKiB();
    std::unique_ptr<CryptoSession> session(new CryptoSession);
    if (!keysAreLocked(locked))
        return fail(Error(
            ErrorCode::Unsupported,
            QStringLiteral("cannot lock %1 KiB of memory for keys: they could reach the swap space").arg(kLockedKiB),
            QStringLiteral("Raise the limit of locked memory (ulimit -l; LimitMEMLOCK= of a service).")));
    // Whoever is root can still have the process dumped by a debugger.
    leaveLockedPagesOutOfDumps();
    const QStringList needed{QStringLiteral("sha256"), QStringLiteral("random")};
    for (const auto &feature : needed) {
        if (!QCA::isSupported(qPrintable(feature)))
            return fail(Error(ErrorCode::Unsupported, QStringLiteral("QCA has no provider for \"%1\"").arg(feature),
                              QStringLiteral("Install QCA's OpenSSL plugin (qca-ossl) beside the QCA library.")));
    }
    // Chooses its code for this processor; until then the slowest one would do the work.
    if (::sodium_init() < 0)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("libsodium cannot be started"),
                          QStringLiteral("Check that the system gives random numbers (getrandom, /dev/urandom).")));
    if (const char *missing = missingAlgorithm(); missing != nullptr)
        return fail(
            Error(ErrorCode::Unsupported, QStringLiteral("libcrypto has no %1").arg(QLatin1String(missing)),
                  QStringLiteral("Check the OpenSSL configuration (openssl.cnf) for a policy that removes it.")));
    return session;
}

QString CryptoSession::libraryVersions()
{
    return QStringLiteral("QCA %1, OpenSSL %2, libsodium %3")
        .arg(QString::fromLatin1(qcaVersionStr()), QString::fromLatin1(::OpenSSL_version(OPENSSL_VERSION_STRING)),
             QString::fromLatin1(::sodium_version_string()));
}

} // namespace sealift
