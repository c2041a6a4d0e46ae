#include "base/error.h"

#include "base/url_mask.h"

#include <cerrno>
#include <cstring>

namespace sealift {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::InvalidArgument:
        return QStringLiteral("invalid-argument");
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("already-exists");
    case ErrorCode::PermissionDenied:
        return QStringLiteral("permission-denied");
    case ErrorCode::NoSpace:
        return QStringLiteral("no-space");
    case ErrorCode::Io:
        return QStringLiteral("io");
    case ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Unsafe:
        return QStringLiteral("unsafe");
    case ErrorCode::Refused:
        return QStringLiteral("refused");
    case ErrorCode::WrongPassword:
        return QStringLiteral("wrong-password");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    case ErrorCode::SourceChanged:
        return QStringLiteral("source-changed");
    case ErrorCode::LimitExceeded:
        return QStringLiteral("limit-exceeded");
    case ErrorCode::ToolMissing:
        return QStringLiteral("tool-missing");
    case ErrorCode::ToolFailed:
        return QStringLiteral("tool-failed");
    case ErrorCode::Network:
        return QStringLiteral("network");
    case ErrorCode::Timeout:
        return QStringLiteral("timeout");
    case ErrorCode::CleanupUnconfirmed:
        return QStringLiteral("cleanup-unconfirmed");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    for (int value = 0; value <= static_cast<int>(ErrorCode::Internal); ++value) {
        const auto code = static_cast<ErrorCode>(value);
        if (name == errorCodeName(code))
            return code;
    }
    return std::nullopt;
}

// Whatever is said in an error may be logged and shown: what in URLs is secret is masked at its birth, here and in the
// functions that add to it.
Error::Error(ErrorCode code, QString what, QString remedy)
    : m_code(code)
    , m_what(maskUrls(std::move(what)))
    , m_remedy(maskUrls(std::move(remedy)))
{
}

namespace {

ErrorCode codeOfErrno(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    case EEXIST:
        return ErrorCode::AlreadyExists;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::PermissionDenied;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::NoSpace;
    case ETIMEDOUT:
        return ErrorCode::Timeout;
    default:
        return ErrorCode::Io;
    }
}

QString remedyOfErrno(int number)
{
    switch (number) {
    case ENOSPC:
        return QStringLiteral("Free some space on that file system, or choose another place, and try again.");
    case EDQUOT:
        return QStringLiteral("Your quota on that file system is used up: free some space, or ask for more.");
    case EFBIG:
        return QStringLiteral("That file system cannot hold a file of this size: choose another one.");
    case EACCES:
    case EPERM:
        return QStringLiteral("Check the owner and the permissions of that path.");
    case EROFS:
        return QStringLiteral("That file system is read-only: choose another place.");
    case ENOENT:
    case ENOTDIR:
        return QStringLiteral("Check the path.");
    case EIO:
        return QStringLiteral("The device reports a read or write error: check its health and the system's log.");
    default:
        return {};
    }
}

} // namespace

Error Error::fromErrno(int number, const QString &doing, QString remedy)
{
    // Unlike strerror() it is never translated, and no locale decides how its bytes are to be read.
    const char *known = ::strerrordesc_np(number);
    const auto text = known != nullptr ? QString::fromLatin1(known) : QStringLiteral("error %1").arg(number);
    Error error(codeOfErrno(number), QStringLiteral("%1: %2").arg(doing, text),
                remedy.isEmpty() ? remedyOfErrno(number) : std::move(remedy));
    if (number == EAGAIN || number == ETIMEDOUT || number == EBUSY)
        error.m_retry = Retry::Transient;
    return std::move(error).with(QStringLiteral("errno"), QString::number(number));
}

Error Error::cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("cancelled")};
}

Error Error::with(QString key, QString value) &&
{
    m_context.emplace_back(std::move(key), maskUrls(std::move(value)));
    return std::move(*this);
}

Error Error::during(const QString &outer) &&
{
    m_what = QStringLiteral("%1: %2").arg(maskUrls(outer), m_what);
    return std::move(*this);
}

Error Error::advising(QString remedy) &&
{
    m_remedy = maskUrls(std::move(remedy));
    return std::move(*this);
}

Error Error::transient() &&
{
    m_retry = Retry::Transient;
    return std::move(*this);
}

} // namespace sealift
