#include "cli/advice.h"

namespace sealift {

QString generalAdvice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return {};
    case ErrorCode::InvalidArgument:
        return QStringLiteral("See \"sealift --help\", or \"sealift COMMAND --help\".");
    case ErrorCode::NotFound:
        return QStringLiteral("Check the name for typing mistakes.");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("Choose another name.");
    case ErrorCode::PermissionDenied:
        return QStringLiteral("Check the owner and the permissions of that path.");
    case ErrorCode::NoSpace:
        return QStringLiteral("Free some space there, and try again.");
    case ErrorCode::Io:
        return QStringLiteral("Check the health of that device and the system's log, and try again.");
    case ErrorCode::Corrupt:
        return QStringLiteral(
            "Of a library, \"sealift library check --read-data\" tells what else is damaged; an image must "
            "be copied again from where it came.");
    case ErrorCode::Unsupported:
    case ErrorCode::LimitExceeded:
        return QStringLiteral("The manual page sealift(1) lists what is supported, and the limits.");
    case ErrorCode::Unsafe:
        return QStringLiteral(
            "If you trust where the image comes from, convert it with \"qemu-img convert\" to a file of its own.");
    case ErrorCode::Refused:
        return QStringLiteral("core/policy/README.md, and \"sealift inspect\", say more of preflight's rules.");
    case ErrorCode::WrongPassword:
        return QStringLiteral("Check the password; the recovery key of the library is a password, too.");
    case ErrorCode::Locked:
        return QStringLiteral("Wait until the other program has ended, and try again.");
    case ErrorCode::SourceChanged:
        return QStringLiteral("Stop the virtual machine or take a snapshot, and import again.");
    case ErrorCode::ToolMissing:
        return QStringLiteral("\"sealift version\" shows which programs are missing.");
    case ErrorCode::ToolFailed:
        return QStringLiteral("Try again; \"sealift version\" shows the versions of the programs in use.");
    case ErrorCode::Network:
    case ErrorCode::Timeout:
        return QStringLiteral("Check the connection, and try again.");
    case ErrorCode::CleanupUnconfirmed:
        return QStringLiteral("Remove what stands in the way, and try again with \"sealift scratch sweep\".");
    case ErrorCode::Internal:
        return QStringLiteral(
            "This is a mistake in Sealift: please report it, with the output of \"sealift version\".");
    }
    return {};
}

} // namespace sealift
