#pragma once

#include "task/task_job.h"

#include <QList>

namespace sealift {

/// What several have at their destinations for one task, together.
class JointStaging : public JobStaging
{
public:
    /// @param part outlives the object. The first one names the place, and tells what stays.
    void add(JobStaging &part) { m_parts.append(&part); }

    QString place() const override { return m_parts.first()->place(); }
    void keepForNextAttempt() override;
    void giveUpResult() override;
    QList<StepResult> cleanUp() override;
    Result<QList<CheckResult>> look() override;
    QJsonObject staged() const override { return m_parts.first()->staged(); }

protected:
    const QList<JobStaging *> &parts() const { return m_parts; }

private:
    QList<JobStaging *> m_parts;
};

} // namespace sealift
