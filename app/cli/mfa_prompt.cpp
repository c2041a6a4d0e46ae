#include "cli/mfa_prompt.h"

#include "cli/console.h"
#include "cli/password_prompt.h"

namespace sealift {

MfaPrompt mfaPrompt(Console &console)
{
    return [&console](const QString &serial, const std::stop_token &stop) -> Result<QString> {
        console.clearStatus();
        auto typed = askPassword(QStringLiteral("Code of the MFA device %1: ").arg(serial), stop);
        if (typed)
            return QString::fromUtf8(typed->toByteArray());
        if (typed.error().code() == ErrorCode::NotFound)
            return fail(
                Error(ErrorCode::NotFound,
                      QStringLiteral("there is no terminal to ask for the code of the MFA device %1 on").arg(serial),
                      QStringLiteral("Run this on a terminal, or choose a profile without mfa_serial.")));
        if (typed.error().code() == ErrorCode::InvalidArgument)
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("no code was typed"),
                              QStringLiteral("Try again with the code that the device shows now.")));
        return fail(std::move(typed).error());
    };
}

} // namespace sealift
