#pragma once

#include "base/result.h"
#include "library/ids.h"
#include "library/unpacked_files.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace sealift {

/// What a library held at one time (restic's doc/design.rst, "Snapshots").
struct Snapshot {
    QDateTime time;
    std::optional<SnapshotId> parent;
    BlobId tree;
    QStringList paths;
    QString hostname;
    QString username;
    quint32 uid = 0;
    quint32 gid = 0;
    QStringList excludes;
    QStringList tags;
    std::optional<SnapshotId> original; ///< the one that this was before its tags or the like were changed
    QString programVersion;

    /// One made now by this user on this machine.
    static Snapshot now();

    /// From JSON; unknown fields are passed over. @param where names the file in errors. Errors: Corrupt, naming the
    /// field.
    static Result<Snapshot> parse(const QByteArray &json, const QString &where);
    QByteArray toJson() const;
};

struct StoredSnapshot {
    SnapshotId id;
    Snapshot snapshot;
};

/// All snapshots that can be read, oldest first, and why the others cannot: one bad file must not hide the rest.
struct SnapshotList {
    struct Unreadable {
        SnapshotId id;
        Error error;
    };
    std::vector<StoredSnapshot> snapshots;
    std::vector<Unreadable> unreadable;
};

Result<Snapshot> loadSnapshot(const UnpackedFiles &files, const SnapshotId &id, const std::stop_token &stop);

/// Lists and loads. Errors: those of the store's listing; Cancelled.
Result<SnapshotList> loadSnapshots(const UnpackedFiles &files, const std::stop_token &stop);

/// Stores a snapshot; all that it refers to must be stored and indexed before (doc/design.rst, "Read and Write
/// Ordering").
Result<SnapshotId> saveSnapshot(const UnpackedFiles &files, const Snapshot &snapshot, const std::stop_token &stop);

/// Finds an id by its first digits, at least kMinIdDigits of them, among `ids`.
/// Errors: NotFound, also for what cannot be an id; InvalidArgument - ambiguous, names the matches.
Result<SnapshotId> findSnapshotId(const std::vector<SnapshotId> &ids, QStringView text);
inline constexpr qsizetype kMinIdDigits = 4;

/// Removes a snapshot; the blobs that only it used stay until restic's `prune`. Under an exclusive lock
/// (doc/design.rst, "Read and Write Ordering"). Errors: NotFound.
Status forgetSnapshot(const UnpackedFiles &files, const SnapshotId &id, const std::stop_token &stop);

} // namespace sealift
