#include "desktop/desktop_paths.h"

#include <QDir>
#include <QStandardPaths>

namespace sealift {

namespace {

QString latestSample()
{
    const auto cache = qEnvironmentVariable("SEALIFT_CACHE");
    const auto usual =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/sealift");
    const QDir folder((cache.isEmpty() ? usual : cache) + QStringLiteral("/sample"));
    const auto found = folder.entryList({QStringLiteral("*.qcow2")}, QDir::Files, QDir::Time);
    return found.isEmpty() ? QString() : folder.filePath(found.front());
}

} // namespace

Result<DesktopPaths> desktopPaths()
{
    DesktopPaths paths;
    SEALIFT_ASSIGN(paths.state, statePaths());
    // The same for both programs, where a variable names it.
    paths.config = paths.state.config;
    if (paths.config.isEmpty())
        paths.config =
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/sealift");
    paths.home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    paths.sample = latestSample();
    return paths;
}

} // namespace sealift
