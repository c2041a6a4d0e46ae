#pragma once

#include "base/flow_control.h"
#include "image/block_source.h"
#include "storage/s3/s3_folder.h"
#include "task/staging_settings.h"
#include "task/transfer_counters.h"

namespace sealift {

/// The format that a disk is staged in: the one that was chosen, else VMDK, and raw where that does not suffice.
StagingFormat stagingFormatFor(const std::optional<StagingFormat> &chosen, qint64 diskSize);

/// Writes a disk into an object of a folder in a bucket, in a format that VM Import/Export takes, converted on the way;
/// nothing of it is in a file of this machine. An upload that was not finished is gone on with: see StagedUpload.
/// Returns the object's size. Errors: those of source, writer and service; Unsafe where the service does not say that
/// it has encrypted it.
Result<qint64> stageDisk(BlockSource &source, StagingFormat format, S3Folder &folder, const QString &name,
                         FlowControl &flow, TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
