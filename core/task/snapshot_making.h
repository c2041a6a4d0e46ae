#pragma once

#include "ec2/ec2_access.h"
#include "task/import_source.h"
#include "task/snapshot_staging.h"
#include "task/snapshot_upload.h"

#include <functional>

namespace sealift {

/// The snapshot of one disk on its way to EC2: begun, or gone on with, filled by the EBS direct APIs, and completed.
/// For the task's thread.
class SnapshotMaking
{
public:
    /// Writes down what all of the task's disks have at EC2 now.
    using KeepAll = std::function<Status(const JobTools &tools)>;

    /// @param label the value of the snapshot's own tag (snapshotLabel()). @param settings outlive the object.
    SnapshotMaking(QString label, const SnapshotSettings &settings, const Ec2Opener &open, KeepAll keepAll);

    /// What an earlier attempt has written down.
    void setNote(const SnapshotNote &note);
    const SnapshotNote &note() const { return m_note; }
    SnapshotStaging &staging() { return m_staging; }
    /// ARN of its key, once there is a snapshot.
    const QString &kmsKey() const { return m_kmsKey; }
    qint64 gibibytes() const { return m_gibibytes; }
    const UploadedSnapshot &uploaded() const { return m_uploaded; }

    /// Begins the snapshot, unless one can be gone on with, and sends the disk into it. @param kmsKey ARN of the key
    /// that is wanted; empty: the account's. Errors: those of removeEarlierAttempt(), of EbsClient::startSnapshot() and
    /// of uploadSnapshot().
    Status send(Ec2Access &access, ImportDisk &disk, const QString &kmsKey, const JobTools &tools);

    /// Completes it, and looks that it is encrypted. Errors: those of EbsClient::completeSnapshot(); NotFound; Io;
    /// Unsafe; Timeout.
    Result<SnapshotFacts> complete(Ec2Access &access, const JobTools &tools);

private:
    Status keep(const SnapshotNote &note, const JobTools &tools);
    Status resume(Ec2Access &access, const ImportDisk &disk, const JobTools &tools);
    Status start(Ec2Access &access, const ImportDisk &disk, const JobTools &tools);
    Status seal(Ec2Access &access, const JobTools &tools);
    Result<SnapshotFacts> awaitCompletion(Ec2Access &access, const std::stop_token &stop);

    const QString m_label;
    const SnapshotSettings &m_settings;
    const Ec2Opener m_open;
    const KeepAll m_keepAll;
    SnapshotStaging m_staging;
    SnapshotNote m_note;
    QString m_kmsKey;
    qint64 m_gibibytes = 0;
    UploadedSnapshot m_uploaded;
};

/// The value of the tag (kSnapshotTag) of a task's snapshot: the task's id, and from the second disk on its number.
QString snapshotLabel(const QString &task, qsizetype disk);

} // namespace sealift
