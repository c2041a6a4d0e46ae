#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace sealift {

/// What kind of thing went wrong. The code decides the exit status, the retry and the place where a window shows the
/// error; the words are in Error::what() and Error::remedy(). Rules:
///  - Cancelled is an end of its own, never a failure.
///  - Corrupt is said of data that was read and is wrong; Io of data that could not be read or written at all.
///  - CleanupUnconfirmed: the work is done or not, but traces of it may be left; what() names them.
///  - Unsafe is said of input that Sealift could read but must not (a backing file, a path out of its folder).
///  - Refused: preflight found something that speaks against a transfer, before any of it was made.
enum class ErrorCode {
    Cancelled,
    InvalidArgument,
    NotFound,
    AlreadyExists,
    PermissionDenied,
    NoSpace,
    Io,
    Corrupt,
    Unsupported,
    Unsafe,
    Refused,
    WrongPassword,
    Locked,
    SourceChanged,
    LimitExceeded,
    ToolMissing,
    ToolFailed,
    Network,
    Timeout,
    CleanupUnconfirmed,
    Internal,
};

/// The stable name of a code, as machines read it ("wrong-password").
QString errorCodeName(ErrorCode code);

/// The code of that name; nothing if there is none.
std::optional<ErrorCode> errorCodeFromName(QStringView name);

/// Whether the same call may succeed if it is simply made again.
enum class Retry {
    Never,     ///< The same input gives the same failure.
    Transient, ///< A passing condition; try again after a pause.
};

/// The one error type of Sealift: a code, what happened, what the user can do about it. Immutable but for context.
/// Holds no secret: whoever makes one names files, fields and sizes, never passwords, keys or URLs with credentials.
/// Value type; safe to copy between threads.
class Error
{
public:
    /// @param what one sentence that names the file or field ("cannot read disk.raw: input/output error").
    /// @param remedy what the user can do; may be empty where nothing is known to help.
    Error(ErrorCode code, QString what, QString remedy = {});

    /// The error for a failed system call. Maps errno to a code (ENOSPC and EDQUOT: NoSpace; EACCES, EPERM and EROFS:
    /// PermissionDenied; ENOENT: NotFound; EEXIST: AlreadyExists; EINTR...: Io) and words it "<doing>: <system text>".
    static Error fromErrno(int number, const QString &doing, QString remedy = {});

    /// What a function returns when its stop token asked it to end.
    static Error cancelled();

    ErrorCode code() const { return m_code; }
    const QString &what() const { return m_what; }
    const QString &remedy() const { return m_remedy; }
    Retry retry() const { return m_retry; }

    /// Facts for logs and `--json`, in the order they were added (key, value).
    const QList<std::pair<QString, QString>> &context() const { return m_context; }

    /// This error with a fact added.
    Error with(QString key, QString value) &&;

    /// This error, worded from the caller's side: "<outer>: <what>". Code, remedy and context stay.
    Error during(const QString &outer) &&;

    /// This error with another remedy.
    Error advising(QString remedy) &&;

    /// This error, marked as passing.
    Error transient() &&;

private:
    ErrorCode m_code;
    Retry m_retry = Retry::Never;
    QString m_what;
    QString m_remedy;
    QList<std::pair<QString, QString>> m_context;
};

} // namespace sealift
