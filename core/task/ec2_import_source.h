#pragma once

#include "task/ec2_identity.h"
#include "task/ec2_origin.h"
#include "task/import_task.h"
#include "task/snapshot_settings.h"
#include "task/snapshot_staging.h"

namespace sealift {

/// What reading at EC2 asks of a program, and tells it.
struct Ec2Reading {
    Ec2Opener open;
    std::function<void(const Ec2Identity &)> identified = {}; ///< on the task's thread; may be empty
};

/// Opens a snapshot of EBS, or all disks of an image of EC2, for ImportTask. @param what as findEc2Origin() has it.
/// Errors of the opener: those of findEc2Origin(), listEc2Blocks() and identifyCaller().
ImportTask::SourceOpener ec2SourceOpener(Ec2Settings settings, QString what, Ec2Reading reading);

/// Its name, as far as that can be one of a folder of a library; else its id.
QString importNameOf(const Ec2Origin &source);

/// "snapshot-opened", for the audit log: what of it is read, and by which key it is encrypted.
Status auditEc2Disk(const JobTools &tools, const Ec2Origin &source, const Ec2OriginDisk &disk, const QString &region,
                    qint64 blocks);

} // namespace sealift
