#pragma once

#include "image/block_source.h"
#include "library/blob_writer.h"
#include "task/disk_layout.h"
#include "task/transfer_counters.h"

#include <memory>
#include <vector>

namespace sealift {

struct DiskImportOptions {
    PieceSizes pieces; ///< none: pieceSizesFor()
    int workers = 0;   ///< 0: what suits this machine
    /// Bytes that the workers' buffers may take in all; fewer workers start where chunks are large.
    qint64 memory = 96LL << 20;
};

/// One disk as it now lies in the library.
struct ImportedDisk {
    qint64 size = 0;
    qint64 chunkSize = 0;        ///< of its data
    std::vector<Digest> content; ///< one blob id a piece
    qint64 allocated = 0;        ///< bytes that were neither hole nor zero
};

/// Reads a disk into a library: holes are never read, every other chunk is read, looked at for zeroes, and added by
/// `writer`, on several threads. The blobs may still be on their way when this returns: BlobWriter::finish() comes
/// after. Errors: those of the source and the writer; SourceChanged where the source is not what it was at the start.
Result<ImportedDisk> importDisk(BlockSource &source, BlobWriter &writer, FlowControl &flow,
                                const DiskImportOptions &options, TransferCounters &counters,
                                const std::stop_token &stop);

} // namespace sealift
