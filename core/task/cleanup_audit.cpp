#include "task/cleanup_audit.h"

#include <QJsonArray>

namespace sealift {

AuditEvent cleanupEvent(const QString &event, const QString &task, const QList<CleanupEntry> &entries)
{
    QJsonArray list;
    for (const auto &entry : entries)
        list.append(QJsonObject{{QStringLiteral("name"), entry.name},
                                {QStringLiteral("ok"), entry.ok},
                                {QStringLiteral("detail"), entry.detail}});
    return {event, task, {{QStringLiteral("entries"), list}}};
}

} // namespace sealift
