#include "common/state_guard.h"
#include "crypto/crypto_session.h"
#include "desktop/desktop.h"
#include "desktop/services/single_instance.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>

#include <iostream>

using namespace sealift;

static int refuse(const Error &error)
{
    std::cerr << "sealift-desktop: " << error.what().toStdString() << std::endl;
    const auto text = errorText(error);
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Sealift"), text.title);
    box.setInformativeText(text.what + QLatin1Char('\n') + text.remedy);
    box.exec();
    return 1;
}

int main(int argc, char **argv)
{
    // Whoever only asks for the version may have no display.
    QCoreApplication::setApplicationName(QStringLiteral("sealift-desktop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEALIFT_VERSION));
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--version" || argument == "-v" || argument == "--help" || argument == "-h")
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Sealift"));
    QGuiApplication::setDesktopFileName(QStringLiteral("sealift"));
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setQuitOnLastWindowClosed(false);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Moves disk images of virtual machines between hypervisors and encrypted libraries."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("IMAGE"), QStringLiteral("Images to import."),
                                 QStringLiteral("[IMAGE...]"));
    parser.process(application);
    QStringList images;
    for (const auto &path : parser.positionalArguments())
        images += QFileInfo(path).absoluteFilePath();

    const auto crypto = CryptoSession::start();
    if (!crypto)
        return refuse(crypto.error());
    const auto paths = desktopPaths();
    if (!paths)
        return refuse(paths.error());
    // Sealift's own files are its user's alone, whatever became of them since the last time.
    const auto closed = closeToOthers(paths->state);
    if (!closed)
        return refuse(closed.error());
    for (const auto &words : *closed)
        std::cerr << "sealift-desktop: " << words.toStdString() << std::endl;
    SingleInstance instance(paths->state.state);
    const auto role = instance.start(images);
    if (!role)
        return refuse(role.error());
    if (*role == SingleInstance::Role::HandedOver)
        return 0;
    const auto desktop = Desktop::start(application, *paths);
    if (!desktop)
        return refuse(desktop.error());
    QObject::connect(&instance, &SingleInstance::activated, desktop->get(), &Desktop::activate);
    (*desktop)->show(images);
    return QApplication::exec();
}
