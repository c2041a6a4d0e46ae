#pragma once

#include "task/disk_import.h"
#include "task/stored_image.h"

namespace sealift {

/// Bytes of the largest blob of the disk.
qint64 largestBlobOf(const StoredImage::Disk &disk);

/// Brings a disk of one library into another one, blob by blob: a blob's name is the hash of its plain content, so it
/// is the same in every library. What the other library has is not even read; the rest is fetched in the order in which
/// it lies in packs, decrypted, verified and sealed again in memory, on several threads. The disk is cut as it was. As
/// with importDisk() the blobs may still be on their way when this returns. Errors: Corrupt, naming disk, piece and
/// pack; those of both stores; Cancelled.
/// @param target with its index loaded, what `writer` writes into. @param flow passed by all reading and writing.
Result<ImportedDisk> copyDisk(const StoredImage &source, const StoredImage::Disk &disk, const Repository &target,
                              BlobWriter &writer, FlowControl &flow, TransferCounters &counters,
                              const std::stop_token &stop);

} // namespace sealift
