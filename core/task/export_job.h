#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "crypto/digest.h"
#include "image/writers/disk_writer.h"
#include "task/transfer_counters.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace sealift {

class Repository;

struct ExportRequest {
    QString image; ///< a name (the latest of that name), or a snapshot's id, long or short
    QString disk;  ///< which disk of it; may be empty where it has only one
    WriteFormat format = WriteFormat::Raw;
    WriteOptions options = {};
    QString path;        ///< the file to make
    int descriptor = -1; ///< or, where it is not -1, the descriptor to write to; `path` then names it in errors
    Overwrite overwrite = Overwrite::No;
    /// Called when all data is written, before the file gets its name; an error ends the export. May be empty.
    std::function<Status()> finalizing = {};
};

struct ExportOutcome {
    Digest snapshot;
    QString name;
    QString disk;
    qint64 size = 0;         ///< logical bytes
    qint64 bytesFetched = 0; ///< sealed bytes read from the library
    qint64 bytesWritten = 0; ///< to the output
    std::chrono::milliseconds elapsed{0};
    QString contentHash;  ///< as the image's manifest has it (library/image_manifest.h); empty where it has none
    QStringList warnings; ///< what is wrong with the library without having been in the way
};

/// Writes one disk of an image out of a library, every blob verified. A file appears under its name complete or not at
/// all.
/// @param repository open, not locked; a shared lock is held meanwhile where the store can be written.
/// Errors: NotFound (names what there is), InvalidArgument (several disks: names them), Corrupt, those of the writer,
/// Cancelled.
Result<ExportOutcome> exportImage(Repository &repository, const ExportRequest &request, FlowControl &flow,
                                  TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
