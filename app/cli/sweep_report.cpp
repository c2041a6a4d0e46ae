#include "cli/sweep_report.h"

#include "cli/console.h"

namespace sealift {

Status endSweep(Console &console, const QJsonArray &list, const QStringList &left)
{
    if (console.json())
        console.result(list);
    else if (list.isEmpty())
        console.note(QStringLiteral("There was nothing to sweep."));
    if (left.isEmpty())
        return {};
    return fail(Error(ErrorCode::CleanupUnconfirmed,
                      QStringLiteral("something is left: %1").arg(left.join(QStringLiteral("; ")))));
}

} // namespace sealift
