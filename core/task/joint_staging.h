#pragma once

#include "task/task_job.h"

namespace sealift {

/// What a job and another one that works for it have at their destinations, together. Both outlive the object.
class JointStaging final : public JobStaging
{
public:
    explicit JointStaging(JobStaging &first)
        : m_first(first)
    {
    }

    /// @param second may be null.
    void add(JobStaging *second) { m_second = second; }

    QString place() const override { return m_first.place(); }
    void keepForNextAttempt() override;
    void giveUpResult() override;
    QList<StepResult> cleanUp() override;
    Result<QList<CheckResult>> look() override;
    /// Of the first.
    QJsonObject staged() const override { return m_first.staged(); }

private:
    JobStaging &m_first;
    JobStaging *m_second = nullptr;
};

} // namespace sealift
