#include "task/cleanup_entries.h"

#include <QDateTime>

namespace sealift {

CleanupEntry cleanupEntry(const char *name, bool ok, const QString &detail)
{
    return {QLatin1String(name), ok, detail, QDateTime::currentDateTimeUtc()};
}

CleanupEntry failedEntry(const char *name, const QString &what, const Error &error)
{
    return cleanupEntry(name, false, QStringLiteral("%1: %2").arg(what, error.what()));
}

CleanupEntry removalEntry(const char *name, const QStringList &removed, const QString &where)
{
    return cleanupEntry(name, true,
                        removed.isEmpty()
                            ? QStringLiteral("there was nothing to remove in %1").arg(where)
                            : QStringLiteral("removed in %1: %2").arg(where, removed.join(QStringLiteral(", "))));
}

CleanupEntry absenceEntry(const char *name, const QStringList &left, const QString &where)
{
    return cleanupEntry(name, left.isEmpty(),
                        left.isEmpty() ? QStringLiteral("%1 has none").arg(where)
                                       : QStringLiteral("left in %1: %2").arg(where, left.join(QStringLiteral(", "))));
}

} // namespace sealift
