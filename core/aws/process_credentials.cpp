#include "aws/process_credentials.h"

#include "aws/shell_words.h"
#include "base/child_process.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstring>

namespace sealift {

namespace {

constexpr int kMaxOutput = 32 * 1024;
constexpr std::chrono::milliseconds kStep{50};

/// As execvp(3) looks for it: a name with a slash is a path, any other is looked up in $PATH.
Result<QString> programOf(const QString &name, const AwsVariables &variables, const QString &where)
{
    QString found;
    if (name.contains(QLatin1Char('/')))
        found = QFileInfo(name).isExecutable() ? QDir::current().absoluteFilePath(name) : QString();
    else
        found =
            QStandardPaths::findExecutable(name, variables.text("PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts));
    if (found.isEmpty())
        return fail(Error(ErrorCode::ToolMissing, QStringLiteral("%1: there is no such program").arg(where),
                          QStringLiteral("Correct the path of the program in credential_process.")));
    return QFileInfo(found).absoluteFilePath();
}

Result<ChildExit> waitFor(ChildProcess &child, const std::stop_token &stop, std::chrono::milliseconds timeout,
                          const QString &where)
{
    const auto end = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        if (const auto exit = child.waitFor(kStep))
            return *exit;
        if (stop.stop_requested())
            return fail(Error::cancelled());
        if (std::chrono::steady_clock::now() >= end)
            return fail(
                Error(ErrorCode::Timeout,
                      QStringLiteral("%1: the program did not end within %2 seconds, and was killed")
                          .arg(where)
                          .arg(std::chrono::duration_cast<std::chrono::seconds>(timeout).count()),
                      QStringLiteral("It gets no terminal, so it cannot ask for anything. Run it by hand to see "
                                     "what it waits for.")));
    }
}

/// What it printed, in locked memory; the child's own copy is wiped with it.
QCA::SecureArray outputOf(const ChildProcess &child)
{
    const auto output = child.standardOutput();
    QCA::SecureArray bytes(static_cast<int>(output.size()));
    std::copy(output.begin(), output.end(), bytes.data());
    return bytes;
}

} // namespace

Result<AwsCredentials> processCredentials(const IniField &command, const AwsVariables &variables,
                                          const std::stop_token &stop, std::chrono::milliseconds timeout)
{
    const auto where = QStringLiteral("credential_process (%1)").arg(command.place());
    auto words = splitShellWords(command.text);
    if (!words)
        return fail(std::move(words).error().during(where));
    if (words->isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1: no program is named").arg(where)));
    ChildSpec spec;
    SEALIFT_ASSIGN(spec.program, programOf(words->first(), variables, where));
    spec.arguments = words->mid(1);
    spec.environment = variables.lines();
    spec.outputLimit = kMaxOutput + 1;
    auto child = ChildProcess::start(spec);
    if (!child)
        return fail(Error(child.error().code(), QStringLiteral("%1: the program cannot be started").arg(where),
                          QStringLiteral("Check that it is a program, and that you may run it.")));
    SEALIFT_ASSIGN(const auto exit, waitFor(**child, stop, timeout, where));
    const auto byHand =
        QStringLiteral("Run it by hand to see what it says. Sealift repeats none of it, because it may be "
                       "secret.");
    if (!exit.ok())
        return fail(Error(ErrorCode::ToolFailed,
                          exit.signal != 0
                              ? QStringLiteral("%1: the program was ended by signal %2").arg(where).arg(exit.signal)
                              : QStringLiteral("%1: the program failed with exit code %2").arg(where).arg(exit.code),
                          byHand));
    auto output = outputOf(**child);
    if (output.size() > kMaxOutput)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1: the program prints more than %2 bytes").arg(where).arg(kMaxOutput),
                          byHand));
    auto json = SecretJson::parse(std::move(output), QStringLiteral("%1: what the program prints").arg(where));
    if (!json)
        return fail(std::move(json).error().advising(byHand));
    if (const auto version = json->integer("Version"); !version || *version != 1)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1: what the program prints is not of version 1").arg(where), byHand));
    return credentialsOf(*json, {.sessionToken = "SessionToken", .isTemporary = false}, where);
}

} // namespace sealift
