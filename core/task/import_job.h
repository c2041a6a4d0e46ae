#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "library/blob_writer.h"
#include "task/import_source.h"
#include "task/transfer_counters.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

namespace sealift {

class Repository;

struct ImportRequest {
    /// The image's name in the library; empty: the file's name without its last suffix.
    QString name;
    QStringList tags;
    Compression compression = Compression::Auto;
    qint64 packSize = 16LL << 20; ///< bytes
    /// Called when all blobs are stored, before the image becomes visible; an error ends the import. May be empty.
    std::function<Status()> finalizing = {};
};

/// A disk as it was stored.
struct ImportedDiskOutcome {
    QString file;         ///< its name inside the image
    QString format;       ///< the source's container format
    qint64 size = 0;      ///< logical bytes
    qint64 allocated = 0; ///< of them neither hole nor zero
    Digest contentHash;   ///< as in the image's manifest (library/image_manifest.h)
};

struct ImportOutcome {
    Digest snapshot;
    QString name;
    QString container; ///< "ova", "ovf"; empty: a bare disk image
    std::vector<ImportedDiskOutcome> disks;
    qint64 size = 0;           ///< logical bytes of all disks
    qint64 allocated = 0;      ///< of them neither hole nor zero
    qint64 bytesRead = 0;      ///< read from the source
    qint64 bytesKnown = 0;     ///< that the library had already
    qint64 bytesStored = 0;    ///< new in the library's storage, packs with their headers
    qint64 recoveredPacks = 0; ///< left by an interrupted import, and used again
    /// Of one disk its content's; of several the SHA-256 of theirs, 32 bytes each, in order.
    Digest contentHash;
    QStringList warnings; ///< what the user should know of the source
    std::chrono::milliseconds elapsed{0};
};

/// Brings an image into a library, from taking the lock to the finished snapshot; nothing of it is visible as an image
/// before that. What an earlier, interrupted import left is used. Interrupted by a stop or a failure, what was stored
/// so far stays for the next time.
/// @param repository open, not locked. @param flow pauses it and limits its bandwidth. @param counters is bumped while
/// it runs; any thread may read it. Errors: those of the source, the library and its store; SourceChanged; Locked;
/// Cancelled.
Result<ImportOutcome> importImage(Repository &repository, ImportSource &source, const ImportRequest &request,
                                  FlowControl &flow, TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
