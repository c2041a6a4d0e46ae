#pragma once

#include "base/result.h"
#include "library/client_identity.h"
#include "library/ids.h"
#include "library/unpacked_files.h"

#include <QDateTime>

#include <chrono>
#include <stop_token>
#include <vector>

namespace sealift {

/// A lock file (restic's doc/design.rst, "Locks"): who works on the repository, and whether others may do so too.
struct LockFile {
    QDateTime time; ///< made or last refreshed
    bool exclusive = false;
    ClientIdentity holder;

    /// From JSON. @param where names the file in errors. Errors: Corrupt, naming the field.
    static Result<LockFile> parse(const QByteArray &json, const QString &where);
    QByteArray toJson() const;

    /// Whether whoever made it is gone: it was not refreshed for kLockLifetime (kClockSkew more where another machine's
    /// clock made it), or its process on this machine is no more.
    bool isStale(const QDateTime &now, const QString &thisHost) const;

    /// "shared lock of process 4711 of kim on vm1, last refreshed 2024-05-06 07:08:09 UTC".
    QString describe() const;
};

/// A lock that is not refreshed for so long counts for nothing.
inline constexpr std::chrono::minutes kLockLifetime{30};
/// What another machine's clock may be off.
inline constexpr std::chrono::minutes kClockSkew{5};

struct StoredLock {
    FileId id;
    LockFile lock;
};

/// All locks but `own`. One that cannot be read - half written by a store that is not atomic, perhaps - is tried again
/// for a second or two; then it may be anything, also an exclusive one, and is an error. One that vanishes meanwhile is
/// none. Errors: Locked, naming the unreadable file; those of the store.
Result<std::vector<StoredLock>> loadLocks(const UnpackedFiles &files, const std::vector<FileId> &own,
                                          const std::stop_token &stop);

/// Waits. Errors: Cancelled, at once after a stop request.
Status pauseFor(std::chrono::milliseconds time, const std::stop_token &stop);

} // namespace sealift
