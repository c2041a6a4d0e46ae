#pragma once

#include "task/ec2_export_disk.h"
#include "task/export_job.h"
#include "task/task_preflight.h"

#include <QElapsedTimer>

namespace sealift {

/// The export of a disk out of EC2 into a file or a pipe: read directly, also what EC2's own export refuses, as
/// encrypted images; or as the service has exported it. Blocks that a snapshot does not have become holes.
class Ec2ExportTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once the disk is written.
    using Done = std::function<void(const Ec2ExportOutcome &)>;

    /// @param request has no `ova`. @param done may be empty.
    Ec2ExportTask(ExportRequest request, PreflightWishes wishes, Ec2DiskOpener open, Done done);
    ~Ec2ExportTask() override;

    /// OK where such a task can do what is asked, as far as that is known beforehand. Errors: Unsupported, for seals
    /// and buckets.
    static Status checkRequest(const ExportRequest &request);

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobFacts facts() const override;

private:
    Status preflight(const JobTools &tools);
    Result<std::unique_ptr<DiskWriter>> newWriter(const DiskPlan &plan) const;

    const ExportRequest m_request;
    const PreflightWishes m_wishes;
    const Ec2DiskOpener m_open;
    const Done m_done;
    Ec2ExportDisk m_disk;
    std::unique_ptr<TaskPreflight> m_preflight;
    Ec2ExportOutcome m_outcome;
    QElapsedTimer m_timer;
};

} // namespace sealift
