#pragma once

#include "base/flow_control.h"
#include "crypto/digest.h"
#include "ec2/ebs_client.h"
#include "image/block_source.h"
#include "task/transfer_counters.h"

#include <chrono>
#include <functional>

namespace sealift {

struct SnapshotUploadOptions {
    QString snapshot;     ///< pending
    qint64 gibibytes = 0; ///< of its volume; what lies past the disk's end is zero
    /// Blocks of which the source says that all of them was never written (ExtentKind::Hole), and those past the disk's
    /// end, are not sent. They read back as anything.
    bool omitUnwritten = false;
    /// Blocks before this one have arrived in an earlier attempt: they are read, for the checksum of the whole, and not
    /// sent.
    qint64 arrived = 0;
    /// Until then that the snapshot is not found may pass.
    std::chrono::steady_clock::time_point freshUntil = {};
    /// Told now and then, on any thread, before which block all have arrived. An error ends the upload. May be empty.
    std::function<Status(qint64 arrived)> note = {};
};

struct UploadedSnapshot {
    qint64 blocks = 0;  ///< that the snapshot has
    qint64 sent = 0;    ///< of them in this attempt
    qint64 omitted = 0; ///< blocks that were not sent, because they were never written
    Digest checksum;    ///< of all: what EbsClient::completeSnapshot() wants
};

/// Sends a disk into a pending snapshot, block by block, in any order: some threads read and hash, as many others send
/// as the service bears. A block that is a hole or zero is sent as zeroes without being read. Does not seal it. Errors:
/// those of the source and of EbsClient::putBlock(); SourceChanged where the source is not what it was at the start;
/// Cancelled.
Result<UploadedSnapshot> uploadSnapshot(BlockSource &source, EbsClient &ebs, const SnapshotUploadOptions &options,
                                        FlowControl &flow, TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
