#include "e2e/support/tools.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

#include <unistd.h>

#include <thread>
#include <utility>

namespace sealift::test {

QString missingTools()
{
    static const std::pair<QString, QString> tools[] = {
        {QStringLiteral("restic"), QStringLiteral("restic")},
        {QStringLiteral("qemu-img"), QStringLiteral("qemu-utils")},
        {QStringLiteral("qemu-io"), QStringLiteral("qemu-utils")},
        {QStringLiteral("qemu-nbd"), QStringLiteral("qemu-utils")},
        {QStringLiteral("bwrap"), QStringLiteral("bubblewrap")},
        {QStringLiteral("setpriv"), QStringLiteral("util-linux")},
    };
    QStringList missing;
    for (const auto &[tool, package] : tools) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            missing << QStringLiteral("%1 (Debian package %2)").arg(tool, package);
    }
    if (sealiftProgram().isEmpty())
        missing << QStringLiteral("the program named by SEALIFT_BIN");
    return missing.isEmpty() ? QString() : QStringLiteral("missing: ") + missing.join(QStringLiteral(", "));
}

QString missingPrivileges()
{
    return geteuid() == 0 ? QString() : QStringLiteral("must run as root: mounts a small tmpfs to fill it");
}

QString sealiftProgram()
{
    const QFileInfo program(qEnvironmentVariable("SEALIFT_BIN"));
    return program.isFile() && program.isExecutable() ? program.absoluteFilePath() : QString();
}

bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace sealift::test
