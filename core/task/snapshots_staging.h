#pragma once

#include "task/joint_staging.h"
#include "task/snapshot_staging.h"

#include <memory>
#include <vector>

namespace sealift {

/// The snapshots that an import makes, one a disk.
class SnapshotsStaging final : public JointStaging
{
public:
    /// Those that an earlier process has left. @param isDone its work was done: they are its result. Errors: those of
    /// readSnapshotNotes().
    static Result<std::unique_ptr<SnapshotsStaging>> ofLeftovers(const QString &task, const QJsonObject &staged,
                                                                 const Ec2Settings &settings, const Ec2Opener &open,
                                                                 bool isDone);

    QJsonObject staged() const override;

private:
    std::vector<std::unique_ptr<SnapshotStaging>> m_own;
};

} // namespace sealift
