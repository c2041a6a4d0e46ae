#include "cli/exit_code.h"

namespace sealift {

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return ExitCode::Cancelled;
    case ErrorCode::InvalidArgument:
        return ExitCode::Usage;
    case ErrorCode::NotFound:
    case ErrorCode::PermissionDenied:
    case ErrorCode::Io:
        return ExitCode::Unreachable;
    case ErrorCode::WrongPassword:
        return ExitCode::WrongPassword;
    case ErrorCode::Corrupt:
    case ErrorCode::Unsafe:
        return ExitCode::Corrupt;
    case ErrorCode::NoSpace:
        return ExitCode::NoSpace;
    case ErrorCode::Locked:
        return ExitCode::Locked;
    case ErrorCode::Unsupported:
    case ErrorCode::LimitExceeded:
    case ErrorCode::ToolMissing:
        return ExitCode::Unsupported;
    case ErrorCode::SourceChanged:
        return ExitCode::SourceChanged;
    case ErrorCode::AlreadyExists:
        return ExitCode::Exists;
    case ErrorCode::Network:
    case ErrorCode::Timeout:
        return ExitCode::Network;
    case ErrorCode::Refused:
        return ExitCode::Refused;
    case ErrorCode::CleanupUnconfirmed:
        return ExitCode::CleanupUnconfirmed;
    case ErrorCode::ToolFailed:
    case ErrorCode::Internal:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

QList<ExitCodeMeaning> exitCodeTable()
{
    return {
        {ExitCode::Done, QStringLiteral("done")},
        {ExitCode::Failed, QStringLiteral("failed, for a reason that has no code of its own")},
        {ExitCode::Usage, QStringLiteral("wrong usage: unknown command, option or value")},
        {ExitCode::Unreachable, QStringLiteral("something could not be found, read or written")},
        {ExitCode::WrongPassword, QStringLiteral("the password does not open the library")},
        {ExitCode::Corrupt, QStringLiteral("data is damaged, or not safe to open")},
        {ExitCode::NoSpace, QStringLiteral("no space left, or over quota")},
        {ExitCode::Locked, QStringLiteral("the library is locked by another program")},
        {ExitCode::Unsupported, QStringLiteral("not supported, beyond a limit, or a needed tool is missing")},
        {ExitCode::SourceChanged, QStringLiteral("the source changed while it was read")},
        {ExitCode::Exists, QStringLiteral("the output exists already (--force replaces it)")},
        {ExitCode::Network, QStringLiteral("the network failed or did not answer in time")},
        {ExitCode::CleanupUnconfirmed, QStringLiteral("traces of the task may be left: its cleanup is not confirmed")},
        {ExitCode::Refused, QStringLiteral("refused by preflight, before anything was transferred")},
        {ExitCode::Cancelled, QStringLiteral("cancelled (Ctrl-C, or SIGTERM)")},
    };
}

} // namespace sealift
