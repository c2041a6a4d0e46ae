#include "task/task_job.h"

#include "library/repository.h"

namespace sealift {

Status auditLibrary(const JobTools &tools, Repository &repository)
{
    QJsonObject fields{{QStringLiteral("library"), repository.store().location()},
                       {QStringLiteral("id"), repository.config().id.hex()},
                       {QStringLiteral("key-id"), repository.keys().currentKey().hex()}};
    if (const auto identity = repository.store().identity(); !identity.isEmpty())
        fields.insert(QStringLiteral("identity"), identity);
    return tools.audit(QStringLiteral("library-opened"), fields);
}

} // namespace sealift
