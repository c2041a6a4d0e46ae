#pragma once

#include "base/result.h"
#include "library/lock_file.h"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace sealift {

class UnpackedFiles;

enum class LockMode {
    Shared,    ///< Reading, and adding: others may do so too.
    Exclusive, ///< Removing: nobody else is there.
};

struct LockOptions {
    /// How long to wait for others to finish; tried again every few seconds.
    std::chrono::milliseconds wait{0};
    /// acquire() returns before the second look for others, which happens while the caller works already; settled()
    /// tells how it went. For work that does no harm as long as nothing came of it: adding blobs, reading.
    bool settleLater = false;
    /// Told each time when it has to wait, with the error that it would have returned.
    std::function<void(const Error &)> waiting;

    // The times of restic's protocol; tests shorten them.
    std::chrono::milliseconds settle{200}; ///< before the second look for others
    std::chrono::milliseconds refreshInterval{std::chrono::minutes(5)};
    /// A lock that could not be refreshed for so long is not relied upon any more: some time before others call it
    /// stale.
    std::chrono::milliseconds validity{kLockLifetime - std::chrono::milliseconds(450'000)};
};

/// A lock on a repository, held from acquire() to release() (restic's doc/design.rst, "Locks"). A thread of its own
/// refreshes it. All functions may be called by many threads at once, release() excepted.
///
/// restic finds out whether a process is alive by sending it SIGHUP. A process that holds locks must not die of it:
/// acquire() has the signal ignored unless the program handles it.
class RepositoryLock
{
public:
    /// Looks for locks of others that exclude this one, removes stale ones, makes its own, waits a moment and looks
    /// again.
    /// @param files of the repository; must outlive the lock.
    /// Errors: Locked - names who holds which lock since when; those of the store (PermissionDenied for a library that
    /// can only be read); Cancelled.
    static Result<std::unique_ptr<RepositoryLock>> acquire(const UnpackedFiles &files, LockMode mode,
                                                           const LockOptions &options, const std::stop_token &stop);

    /// A shared lock for somebody who only reads; null for a library that can only be read: it cannot be locked, nor
    /// can anybody remove anything from it by the same way. Errors: those of acquire() but PermissionDenied.
    static Result<std::unique_ptr<RepositoryLock>> acquireToRead(const UnpackedFiles &files, const LockOptions &options,
                                                                 const std::stop_token &stop);

    /// Waits until the second look for others has been taken. OK, or the error that acquire() would have returned; the
    /// lock is then lost, and gone. Before it says OK no snapshot may be stored on account of a lock that settles
    /// later.
    Status settled() const;

    /// Releases what was not released before, and cannot say whether that worked.
    ~RepositoryLock();
    RepositoryLock(const RepositoryLock &) = delete;
    RepositoryLock &operator=(const RepositoryLock &) = delete;

    /// Ends refreshing and removes the lock. Errors: those of the store; the lock then goes stale in time.
    [[nodiscard]] Status release();

    LockMode mode() const;

    /// False once the lock could not be refreshed in time, or somebody removed it meanwhile: nothing may be written or
    /// removed any more on its account.
    bool isValid() const;
    /// OK, or Locked once the lock is not valid any more.
    Status check() const;
    /// Asked to stop when the lock becomes invalid: for those who work under it.
    std::stop_token lost() const;

    /// The files of this lock: one, or two while it is being refreshed.
    std::vector<FileId> ids() const;

private:
    class Private;
    explicit RepositoryLock(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sealift
