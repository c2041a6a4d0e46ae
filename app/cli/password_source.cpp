#include "cli/password_source.h"

#include "cli/console.h"
#include "cli/password_file.h"
#include "cli/password_prompt.h"
#include "common/human_text.h"

#include <QFile>
#include <QFileInfo>

namespace sealift {

namespace {

/// The file to read the password from; empty: none was named. An option that is there but empty is a mistake, not
/// "none".
Result<QString> passwordFile(const CommandContext &context, const QString &option, const char *variable)
{
    if (context.arguments.isSet(option)) {
        const auto path = context.arguments.value(option);
        if (path.isEmpty())
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 names no file").arg(option)));
        return path;
    }
    return variable == nullptr ? QString() : QFile::decodeName(qgetenv(variable));
}

Result<QCA::SecureArray> fromFile(const CommandContext &context, const QString &path)
{
    SEALIFT_ASSIGN(auto read, readPasswordFile(path));
    if (!read.warning.isEmpty())
        context.console.warning(read.warning);
    return std::move(read.password);
}

} // namespace

Result<Password> passwordFrom(const CommandContext &context, const QString &file)
{
    Password password;
    SEALIFT_ASSIGN(password.bytes, fromFile(context, file));
    password.file = QFileInfo(file).absoluteFilePath();
    return password;
}

Result<Password> typedPassword(const CommandContext &context, const QString &location)
{
    Password password;
    SEALIFT_ASSIGN(password.bytes,
                   askPassword(QStringLiteral("Password of %1: ").arg(printable(location)), context.stop));
    password.typed = true;
    return password;
}

Result<Password> currentPassword(const CommandContext &context, const QString &option, const char *variable,
                                 const QString &location)
{
    SEALIFT_ASSIGN(const auto path, passwordFile(context, option, variable));
    return path.isEmpty() ? typedPassword(context, location) : passwordFrom(context, path);
}

Result<QCA::SecureArray> newPassword(const CommandContext &context, const QString &option, const char *variable,
                                     const QString &location)
{
    SEALIFT_ASSIGN(const auto path, passwordFile(context, option, variable));
    if (!path.isEmpty())
        return fromFile(context, path);
    return askNewPassword(QStringLiteral("New password of %1: ").arg(printable(location)),
                          QStringLiteral("Once more: "), context.stop);
}

} // namespace sealift
