#include "desktop/desktop_paths.h"

#include <QStandardPaths>

namespace sealift {

Result<DesktopPaths> desktopPaths()
{
    DesktopPaths paths;
    SEALIFT_ASSIGN(paths.state, statePaths());
    paths.config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/sealift");
    const auto cache = qEnvironmentVariable("SEALIFT_CACHE");
    paths.sample = (cache.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                                          QStringLiteral("/sealift")
                                    : cache) +
                   QStringLiteral("/sample");
    return paths;
}

} // namespace sealift
