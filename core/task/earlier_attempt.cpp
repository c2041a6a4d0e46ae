#include "task/earlier_attempt.h"

namespace sealift {

Status removeEarlierAttempt(JobStaging &staging)
{
    const auto steps = staging.cleanUp();
    SEALIFT_ASSIGN(const auto checks, staging.look());
    if (allOk(steps) && allOk(checks))
        return {};
    return fail(
        Error(ErrorCode::CleanupUnconfirmed, QStringLiteral("what an earlier attempt has left cannot be removed: %1")
                                                 .arg((leftIn(steps) + leftIn(checks)).join(QStringLiteral("; ")))));
}

} // namespace sealift
