#include "task/joint_staging.h"

namespace sealift {

void JointStaging::keepForNextAttempt()
{
    m_first.keepForNextAttempt();
    if (m_second != nullptr)
        m_second->keepForNextAttempt();
}

void JointStaging::giveUpResult()
{
    m_first.giveUpResult();
    if (m_second != nullptr)
        m_second->giveUpResult();
}

QList<StepResult> JointStaging::cleanUp()
{
    auto steps = m_first.cleanUp();
    if (m_second != nullptr)
        steps += m_second->cleanUp();
    return steps;
}

Result<QList<CheckResult>> JointStaging::look()
{
    SEALIFT_ASSIGN(auto checks, m_first.look());
    if (m_second == nullptr)
        return checks;
    SEALIFT_ASSIGN(const auto more, m_second->look());
    return checks + more;
}

} // namespace sealift
