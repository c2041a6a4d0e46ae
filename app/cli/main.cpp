#include "cli/cli.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "crypto/crypto_session.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdlib>
#include <cstring>

#include <langinfo.h>
#include <unistd.h>

using namespace sealift;

/// Names of files are UTF-8 to Qt, whatever the locale says; without this it prints a warning of its own where the
/// locale says something else (LANG=C of a service or a cron job).
static void useUtf8Locale()
{
    if (std::setlocale(LC_ALL, "") == nullptr || std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        ::setenv("LC_ALL", "C.UTF-8", 1);
}

int main(int argc, char **argv)
{
    useUtf8Locale();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sealift"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEALIFT_VERSION));

    const auto arguments = QCoreApplication::arguments().mid(1);
    const Interrupt interrupt;
    const auto crypto = CryptoSession::start();
    if (!crypto) {
        Console(STDOUT_FILENO, STDERR_FILENO, {.colour = mayColour(STDERR_FILENO)}).error(crypto.error());
        return static_cast<int>(exitCodeFor(crypto.error().code()));
    }
    return static_cast<int>(runCli(arguments, STDOUT_FILENO, STDERR_FILENO, interrupt.token()));
}
