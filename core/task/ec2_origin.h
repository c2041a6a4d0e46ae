#pragma once

#include "ec2/ec2_access.h"
#include "ec2/snapshot_blocks.h"

#include <memory>

namespace sealift {

/// A disk at EC2 that can be read.
struct Ec2OriginDisk {
    QString device; ///< of an image ("/dev/sda1"); empty: a snapshot was named
    SnapshotFacts snapshot;
};

/// What somebody wants to have out of EC2.
struct Ec2Origin {
    QString id;                 ///< "snap-..." or "ami-..."
    QString name;               ///< of the image, or the snapshot's tag "Name"; may be empty
    QList<Ec2OriginDisk> disks; ///< completed snapshots; at least one, that which the image starts from first
};

/// Finds a snapshot or an image. @param what the id of a snapshot, the id of an image, or the name of one of the
/// account's own images. Errors: NotFound; InvalidArgument (a snapshot that is not complete, an image that is not
/// available, one without disks); those of Ec2Client.
Result<Ec2Origin> findEc2Origin(Ec2Access &access, const QString &what, const std::stop_token &stop);

/// The disk of an image that has that device; the only one where `device` is empty. Errors: NotFound, InvalidArgument
/// (several; names them).
Result<Ec2OriginDisk> chooseEc2Disk(const Ec2Origin &source, const QString &device);

/// Lists a disk's blocks. A snapshot that is younger than a few minutes may still be unknown to EBS. Errors: those of
/// SnapshotBlocks::list().
Result<std::shared_ptr<SnapshotBlocks>> listEc2Blocks(Ec2Access &access, const SnapshotFacts &snapshot,
                                                      const std::stop_token &stop);

} // namespace sealift
