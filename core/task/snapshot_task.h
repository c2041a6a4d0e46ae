#pragma once

#include "task/ec2_identity.h"
#include "task/ec2_source.h"
#include "task/image_registration.h"
#include "task/snapshot_making.h"
#include "task/snapshots_staging.h"

#include <memory>
#include <vector>

namespace sealift {

struct SnapshotOutcome {
    QString snapshot;     ///< its id; of several disks the first one's
    QString image;        ///< of the image that was registered; empty: none was to be
    NewImage registered;  ///< how that was
    QStringList warnings; ///< what did not work and hinders nothing
    QString region;
    QString account;
    QString kmsKey;       ///< ARN of the key that encrypts it
    QString format;       ///< of the image
    qint64 size = 0;      ///< of its disk, bytes
    qint64 gibibytes = 0; ///< of the volume, or of all
    qint64 bytesRead = 0;
    qint64 bytesSent = 0;    ///< in this attempt
    qint64 bytesKnown = 0;   ///< that had arrived in an earlier one
    qint64 bytesOmitted = 0; ///< never written, and therefore not sent
    Digest checksum;         ///< of all blocks of the first disk, as the service has confirmed it
    QStringList snapshots;   ///< of all disks
    std::chrono::milliseconds elapsed{0};
    // Of an import through a bucket:
    QString importTask; ///< the service's id of it; empty: it went block by block
    QString stagedIn;   ///< where it lay on the way
    qint64 bytesStaged = 0;
    QString because; ///< why it went another way than was asked for; empty: it did not
};

/// The import of one image as encrypted snapshots of EBS, one a disk, and if wanted as an image of EC2 that starts from
/// the first one, by the EBS direct APIs: no bucket, no staging, no instance.
class SnapshotTask final : public TaskJob
{
public:
    struct Links {
        Ec2Opener open;
        std::function<void(const Ec2Identity &)> identified = {}; ///< on the task's thread; may be empty
        std::function<void(const SnapshotOutcome &)> done = {};   ///< likewise
    };

    /// @param task its id.
    SnapshotTask(QString task, SnapshotSettings settings, Links links);
    ~SnapshotTask() override;

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobStaging *staging() override { return &m_staging; }
    JobFacts facts() const override;

private:
    void addMaking();
    Status identify(const JobTools &tools);
    Status check(const ImportSource &source) const;
    Status preflight(const JobTools &tools);
    Status removeSurplus();
    Status registerImage(SnapshotOutcome &outcome, const JobTools &tools);

    const QString m_task;
    SnapshotSettings m_settings;
    const Links m_links;
    Ec2Source m_source;
    std::vector<std::unique_ptr<SnapshotMaking>> m_makings; ///< of each disk; at least one
    SnapshotsStaging m_staging;
    std::shared_ptr<Ec2Access> m_access;
    NewImage m_wanted; ///< of an image that is to be registered
    CallerIdentity m_caller;
    QString m_kmsKey; ///< ARN of the settings' key
};

} // namespace sealift
