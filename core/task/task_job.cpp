#include "task/task_job.h"

#include "library/repository.h"

namespace sealift {

Status auditLibrary(const JobTools &tools, Repository &repository)
{
    return tools.audit(QStringLiteral("library-opened"),
                       {{QStringLiteral("library"), repository.store().location()},
                        {QStringLiteral("id"), repository.config().id.hex()},
                        {QStringLiteral("key-id"), repository.keys().currentKey().hex()}});
}

} // namespace sealift
