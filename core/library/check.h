#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <stop_token>
#include <vector>

namespace sealift {

class Repository;

struct CheckOptions {
    /// Read every pack to the last byte and open and verify every blob; otherwise headers, sizes and references are
    /// checked.
    bool readData = false;
    int threads = 4;
};

/// How far a check is; read by any thread at any time. Totals grow while they are found.
struct CheckProgress {
    std::atomic<qint64> packsDone{0};
    std::atomic<qint64> packsTotal{0};
    std::atomic<qint64> bytesRead{0};  ///< of packs
    std::atomic<qint64> bytesTotal{0}; ///< that will be read
    std::atomic<qint64> snapshotsDone{0};
    std::atomic<qint64> snapshotsTotal{0};
};

/// A file of an image that cannot be had any more, or not whole.
struct AffectedFile {
    SnapshotId snapshot;
    QString path; ///< in the snapshot; empty: everything in it

    bool operator==(const AffectedFile &) const = default;
};

/// One thing that is wrong.
struct CheckProblem {
    QString object; ///< "pack 4f1a...", "index 07bc...", "snapshot ..."
    QString what;
    /// What it hurts: at most kMaxAffected entries of affectedCount. None: nothing that any snapshot needs.
    std::vector<AffectedFile> affected;
    quint64 affectedCount = 0;
};
inline constexpr std::size_t kMaxAffected = 100;

struct CheckReport {
    std::vector<CheckProblem> problems;
    /// What is no damage but worth a word: packs that no index names, packs that are listed twice.
    std::vector<CheckProblem> hints;
    qint64 snapshots = 0;
    qint64 packs = 0;
    qint64 blobs = 0;
    qint64 bytes = 0; ///< in packs

    bool isClean() const { return problems.empty(); }
};

/// Checks a repository, which should be locked (shared is enough; what others store meanwhile may show up as hints):
///  - every snapshot and index file can be read;
///  - every pack that the index names is there, has the size that its blobs add up to, and a header that agrees with
///  the index;
///  - with readData, every pack's SHA-256 is its name, and every blob opens, decompresses and is what its id says;
///  - every tree of every snapshot can be read, and every blob that it names is in a pack that is good.
/// Memory: 256 MiB, the index of very large repositories aside. The repository's own index is not touched.
/// Errors: only what keeps the check from going on - those of the store that are not about a single object; Cancelled.
Result<CheckReport> checkRepository(const Repository &repository, const CheckOptions &options, CheckProgress &progress,
                                    const std::stop_token &stop);

} // namespace sealift
