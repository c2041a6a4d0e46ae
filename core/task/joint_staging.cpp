#include "task/joint_staging.h"

namespace sealift {

void JointStaging::keepForNextAttempt()
{
    for (auto *part : m_parts)
        part->keepForNextAttempt();
}

void JointStaging::giveUpResult()
{
    for (auto *part : m_parts)
        part->giveUpResult();
}

QList<StepResult> JointStaging::cleanUp()
{
    QList<StepResult> steps;
    for (auto *part : m_parts)
        steps += part->cleanUp();
    return steps;
}

Result<QList<CheckResult>> JointStaging::look()
{
    QList<CheckResult> checks;
    for (auto *part : m_parts) {
        SEALIFT_ASSIGN(const auto own, part->look());
        checks += own;
    }
    return checks;
}

} // namespace sealift
