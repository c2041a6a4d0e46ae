#pragma once

#include "task/ec2_import_source.h"
#include "task/export_job.h"

#include <QElapsedTimer>

namespace sealift {

/// What an export out of EC2 has done.
struct Ec2ExportOutcome {
    QString id;       ///< as Ec2Origin has it
    QString name;     ///< likewise
    QString device;   ///< likewise
    QString snapshot; ///< that was read
    QString region;
    QString account;
    QString kmsKey;          ///< that encrypts the snapshot; empty: none
    qint64 size = 0;         ///< of the volume, bytes
    qint64 bytesFetched = 0; ///< blocks that the snapshot has
    qint64 bytesWritten = 0; ///< to the output
    std::chrono::milliseconds elapsed{0};
};

/// The export of a snapshot of EBS, or of a disk of an image of EC2, into a file or a pipe, by the EBS direct APIs:
/// also of what EC2's own export refuses, as encrypted images. Blocks that the snapshot does not have become holes.
class Ec2ExportTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once the disk is written.
    using Done = std::function<void(const Ec2ExportOutcome &)>;

    /// @param request its `image` as findEc2Origin() has it, its `disk` a device; it has no `ova`. @param done may be
    /// empty.
    Ec2ExportTask(Ec2Settings settings, ExportRequest request, PreflightWishes wishes, Ec2Reading reading, Done done);
    ~Ec2ExportTask() override;

    /// OK where such a task can do what is asked. Errors: Unsupported, for seals and buckets.
    static Status checkRequest(const ExportRequest &request);

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobFacts facts() const override;

private:
    Status preflight(const JobTools &tools);
    Result<std::unique_ptr<DiskWriter>> newWriter(const DiskPlan &plan) const;

    const Ec2Settings m_settings;
    const ExportRequest m_request;
    const PreflightWishes m_wishes;
    const Ec2Reading m_reading;
    const Done m_done;
    std::shared_ptr<Ec2Access> m_access;
    std::shared_ptr<SnapshotBlocks> m_blocks;
    std::unique_ptr<BlockSource> m_disk;
    std::unique_ptr<BlockSource> m_preview; ///< what preflight looks at
    std::unique_ptr<TaskPreflight> m_preflight;
    Ec2ExportOutcome m_outcome;
    QElapsedTimer m_timer;
};

} // namespace sealift
