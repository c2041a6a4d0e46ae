#pragma once

#include "ec2/ec2_access.h"
#include "task/snapshot_note.h"
#include "task/snapshot_settings.h"
#include "task/task_job.h"

#include <chrono>

namespace sealift {

/// Reaches EC2 as a task's settings say. Passed in by whoever knows whom to ask for a code.
using Ec2Opener = std::function<Result<std::shared_ptr<Ec2Access>>(const Ec2Settings &, const std::stop_token &)>;

/// For how long EC2 may not know of a snapshot that it has just made (coldsnap's experience: about two minutes). Until
/// then "not found" proves nothing.
inline constexpr std::chrono::seconds kSnapshotSettling{150};

/// A snapshot as it is, once the service can be believed: "not found" is asked again until the snapshot is old enough.
/// @param begun when it was asked for. Errors: those of Ec2Client::snapshot(); Cancelled.
Result<std::optional<SnapshotFacts>> settledSnapshot(Ec2Client &ec2, const QString &id, const QDateTime &begun,
                                                     std::chrono::seconds settling, const std::stop_token &stop);

/// The snapshot that an import makes, as long as it is not its result. Removes it, and looks that it is gone.
class SnapshotStaging final : public JobStaging
{
public:
    /// @param task its id. @param open is called when EC2 is first needed.
    SnapshotStaging(QString task, Ec2Settings settings, Ec2Opener open,
                    std::chrono::seconds settling = kSnapshotSettling);

    /// What there is at this moment; told by the import as it goes on. Any thread.
    void setNote(const SnapshotNote &note);
    /// The snapshot is complete, verified to be encrypted, and the task's result.
    void setResult();

    QString place() const override;
    void keepForNextAttempt() override { m_isKept = true; }
    void giveUpResult() override { m_isResult = false; }
    /// The step `snapshot-deleted`.
    QList<StepResult> cleanUp() override;
    /// The check `no-unfinished-snapshot`.
    Result<QList<CheckResult>> look() override;
    QJsonObject staged() const override;

private:
    SnapshotNote note() const;
    Result<Ec2Client *> ec2();
    Result<QStringList> remove(Ec2Client &ec2, const SnapshotNote &note);
    Result<QStringList> left(Ec2Client &ec2, const SnapshotNote &note);
    bool hasSettled(const SnapshotNote &note) const;

    const QString m_task;
    const Ec2Settings m_settings;
    const Ec2Opener m_open;
    const std::chrono::seconds m_settling;
    std::shared_ptr<Ec2Access> m_access;
    mutable std::mutex m_mutex; // for the note
    SnapshotNote m_note;
    bool m_isResult = false;
    bool m_isKept = false;
    bool m_isDeleted = false; ///< the service has said so
};

} // namespace sealift
