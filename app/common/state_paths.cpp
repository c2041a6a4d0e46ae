#include "common/state_paths.h"

#include <QDir>
#include <QFile>

#include <optional>

namespace sealift {

namespace {

QString valueOf(const char *variable)
{
    return QFile::decodeName(qgetenv(variable));
}

/// The folder that `own` names, else "sealift<below>" in the one that `xdg` names (XDG Base Directory Specification),
/// else in `usual` below the home folder.
Result<QString> folderFrom(const char *own, const char *xdg, const QString &usual, const QString &below)
{
    auto folder = valueOf(own);
    if (!folder.isEmpty() && !QDir::isAbsolutePath(folder))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is no absolute path: %2").arg(QLatin1String(own), folder),
                          QStringLiteral("Give the whole path, beginning with '/'.")));
    if (!folder.isEmpty())
        return QDir::cleanPath(folder);

    auto base = valueOf(xdg);
    // "If an implementation encounters a relative path in any of these variables it should consider the path invalid
    // and ignore it."
    if (!QDir::isAbsolutePath(base))
        base = valueOf("HOME").isEmpty() ? QString() : valueOf("HOME") + usual;
    if (!QDir::isAbsolutePath(base))
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("there is no place for Sealift's own files: HOME is not set"),
                          QStringLiteral("Set HOME, or name a folder in %1.").arg(QLatin1String(own))));
    return QDir::cleanPath(base + QStringLiteral("/sealift") + below);
}

} // namespace

Result<StatePaths> statePaths()
{
    StatePaths paths;
    SEALIFT_ASSIGN(paths.state,
                   folderFrom("SEALIFT_STATE", "XDG_STATE_HOME", QStringLiteral("/.local/state"), QString()));
    SEALIFT_ASSIGN(paths.scratch, folderFrom("SEALIFT_SCRATCH", "XDG_CACHE_HOME", QStringLiteral("/.cache"),
                                             QStringLiteral("/scratch")));
    auto config = folderFrom("SEALIFT_CONFIG", "XDG_CONFIG_HOME", QStringLiteral("/.config"), QString());
    if (config)
        paths.config = *config;
    else if (config.error().code() != ErrorCode::NotFound)
        return fail(std::move(config).error());
    return paths;
}

} // namespace sealift
