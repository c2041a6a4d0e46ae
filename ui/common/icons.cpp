#include "ui/common/icons.h"

#include "ui/common/svg_icon.h"

#include <QString>

#include <array>

// Not in a namespace, as Q_INIT_RESOURCE wants it.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace sealift {

namespace {

// In the order of IconName.
constexpr std::array kFiles = {
    "add",    "bottom",  "cancel",   "cleanup",     "cloud",  "copy",     "disk",    "done",    "down",
    "empty",  "export",  "failed",   "finalize",    "folder", "image",    "import",  "info",    "inspect",
    "key",    "library", "lock",     "lock-open",   "paste",  "pause",    "quit",    "receipt", "remove",
    "resume", "retry",   "save",     "scratch",     "seal",   "settings", "shield",  "speed",   "stopped",
    "tick",   "top",     "transfer", "unreachable", "up",     "waiting",  "warning",
};
static_assert(kFiles.size() == static_cast<std::size_t>(IconName::Warning) + 1);

QString pathOf(const char *file)
{
    initIcons();
    return QStringLiteral(":/sealift/icons/%1.svg").arg(QLatin1String(file));
}

} // namespace

QIcon icon(IconName name, Tone tone)
{
    return QIcon(new SvgIcon(pathOf(kFiles[static_cast<std::size_t>(name)]), tone));
}

QIcon applicationIcon()
{
    return QIcon(new SvgIcon(pathOf("sealift"), Tone::Plain));
}

} // namespace sealift
