#pragma once

#include "image/block_source.h"
#include "task/ec2_import_source.h"

#include <chrono>
#include <functional>
#include <memory>

namespace sealift {

/// What an export out of EC2 has done.
struct Ec2ExportOutcome {
    QString id;       ///< as Ec2Origin has it; of an instance its id
    QString name;     ///< as Ec2Origin has it
    QString device;   ///< likewise; of what the service has exported the disk's name, where there are several
    QString snapshot; ///< that was read; empty: the service has exported it
    QString region;
    QString account;
    QString kmsKey;          ///< that encrypts the snapshot; empty: none
    qint64 size = 0;         ///< of the volume, bytes
    qint64 bytesFetched = 0; ///< blocks that the snapshot has, or objects
    qint64 bytesWritten = 0; ///< to the output
    std::chrono::milliseconds elapsed{0};
    // Of what the service has exported:
    QString exportTask; ///< its id; empty: it was read directly
    QString exportedTo; ///< where that lies, or lay
    bool isKept = false;
};

/// A disk at EC2 that is to be exported, open for reading.
struct Ec2ExportDisk {
    Ec2ExportOutcome facts; ///< what is known beforehand
    std::unique_ptr<BlockSource> content;
    std::unique_ptr<BlockSource> preview; ///< as ImportDisk has it; null: `content` serves both
    qint64 dataBytes = 0;                 ///< that the disk has at most
};

/// Opens it, on the task's thread.
using Ec2DiskOpener = std::function<Result<Ec2ExportDisk>(const JobTools &tools)>;

/// Reads a snapshot, or a disk of an image, block by block by the EBS direct APIs. @param what as findEc2Origin() has
/// it. @param device as chooseEc2Disk() has it. Errors of the opener: those of both, of identifyCaller() and of
/// listEc2Blocks().
Ec2DiskOpener directDiskOpener(Ec2Settings settings, QString what, QString device, Ec2Reading reading);

} // namespace sealift
