#include "library/repository_lock.h"

#include "base/boot_clock.h"

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include <signal.h>

namespace sealift {

namespace {

using std::chrono::milliseconds;

/// restic sends SIGHUP to find out whether the process that holds a lock is alive.
void surviveProbes()
{
    struct sigaction present {
    };
    if (::sigaction(SIGHUP, nullptr, &present) != 0 || (present.sa_flags & SA_SIGINFO) != 0 ||
        present.sa_handler != SIG_DFL)
        return;
    struct sigaction ignore {
    };
    ignore.sa_handler = SIG_IGN;
    static_cast<void>(::sigaction(SIGHUP, &ignore, nullptr));
}

Error lockedBy(const LockFile &lock, const QString &place)
{
    return Error(ErrorCode::Locked, QStringLiteral("%1 is in use: %2").arg(place, lock.describe()),
                 QStringLiteral(
                     "Wait until it is done. If that process is no more, the lock ends by itself %1 minutes after "
                     "its last refresh, or by `restic unlock`.")
                     .arg(kLockLifetime.count()))
        .with(QStringLiteral("holder-host"), lock.holder.hostname)
        .with(QStringLiteral("holder-pid"), QString::number(lock.holder.pid))
        .with(QStringLiteral("holder-user"), lock.holder.username);
}

} // namespace

class RepositoryLock::Private
{
public:
    Private(const UnpackedFiles &unpacked, LockMode lockMode, const LockOptions &lockOptions)
        : files(unpacked)
        , mode(lockMode)
        , options(lockOptions)
    {
    }

    const UnpackedFiles &files;
    const LockMode mode;
    const LockOptions options;

    mutable std::mutex mutex; ///< for what follows
    std::vector<FileId> ids;  ///< the present one last; before it, old ones that could not be removed yet
    milliseconds refreshed{0};
    bool isLost = false;

    std::stop_source lost;
    std::promise<Status> settling;
    std::shared_future<Status> settled{settling.get_future()};
    std::jthread refresher;

    /// Errors: Locked.
    Status lookForOthers(const std::stop_token &stop)
    {
        const auto thisHost = ClientIdentity::current().hostname;
        SEALIFT_ASSIGN(const auto locks, loadLocks(files, currentIds(), stop));
        for (const auto &[id, lock] : locks) {
            if (lock.isStale(QDateTime::currentDateTimeUtc(), thisHost)) {
                SEALIFT_TRY(files.remove(FileKind::Lock, id, stop));
                continue;
            }
            if (mode == LockMode::Exclusive || lock.exclusive)
                return fail(lockedBy(lock, files.location()));
        }
        return {};
    }

    std::vector<FileId> currentIds() const
    {
        const std::lock_guard lock(mutex);
        return ids;
    }

    Result<FileId> store(const std::stop_token &stop) const
    {
        const LockFile lock{QDateTime::currentDateTimeUtc(), mode == LockMode::Exclusive, ClientIdentity::current()};
        return files.save(FileKind::Lock, viewOf(lock.toJson()), stop);
    }

    Status tryOnce(const std::stop_token &stop)
    {
        SEALIFT_TRY(lookForOthers(stop));
        const auto begin = sinceBoot();
        SEALIFT_ASSIGN(const auto id, store(stop));
        {
            const std::lock_guard lock(mutex);
            ids.push_back(id);
            refreshed = begin;
        }
        return options.settleLater ? Status() : settle(stop);
    }

    /// The second look: whoever made a lock at the same time is to be seen by now.
    Status settle(const std::stop_token &stop)
    {
        auto alone = pauseFor(options.settle, stop).and_then([&] { return lookForOthers(stop); });
        if (!alone) {
            // Must not stay behind even if the caller has lost patience.
            static_cast<void>(removeAll());
        }
        return alone;
    }

    /// What the lock's own thread does.
    void watch(const std::stop_token &stop)
    {
        auto alone = options.settleLater ? settle(stop) : Status();
        const bool isAlone = alone.has_value();
        if (!isAlone)
            lose();
        settling.set_value(std::move(alone));
        if (isAlone)
            refreshUntil(stop);
    }

    /// Removes all files of this lock; those that could not be removed stay in the list.
    Status removeAll()
    {
        Status result;
        for (const auto &id : currentIds()) {
            if (auto removed = files.remove(FileKind::Lock, id, {}); !removed)
                result = std::move(removed);
            else
                forget(id);
        }
        return result;
    }

    void forget(const FileId &id)
    {
        const std::lock_guard lock(mutex);
        std::erase(ids, id);
    }

    bool isValid() const
    {
        const std::lock_guard lock(mutex);
        return !isLost && !ids.empty() && sinceBoot() - refreshed < options.validity;
    }

    void lose()
    {
        {
            const std::lock_guard lock(mutex);
            isLost = true;
        }
        lost.request_stop();
    }

    void refreshUntil(const std::stop_token &stop)
    {
        // Often enough to notice soon when the machine was asleep.
        const auto poll = std::clamp(options.refreshInterval / 5, milliseconds(1), milliseconds(1000));
        auto attempted = sinceBoot();
        while (pauseFor(poll, stop)) {
            if (!isValid()) {
                if (!revive(stop)) {
                    if (!stop.stop_requested())
                        lose();
                    return;
                }
                attempted = sinceBoot();
            } else if (sinceBoot() - attempted >= options.refreshInterval) {
                // A failure is no matter as long as one of the next attempts succeeds.
                attempted = refresh(stop) ? sinceBoot() : sinceBoot() - options.refreshInterval * 4 / 5;
            }
        }
    }

    bool refresh(const std::stop_token &stop)
    {
        const auto begin = sinceBoot();
        const auto id = store(stop);
        if (!id)
            return false;
        adopt(*id, begin);
        return true;
    }

    void adopt(const FileId &id, milliseconds begin)
    {
        const auto old = currentIds();
        {
            const std::lock_guard lock(mutex);
            ids.push_back(id);
            refreshed = begin;
        }
        for (const auto &previous : old) {
            if (files.remove(FileKind::Lock, previous, {}))
                forget(previous);
        }
    }

    /// A lock that has grown too old, because the machine slept or the store was away, is still good if nobody has
    /// removed it since: then nobody has called it stale.
    bool revive(const std::stop_token &stop)
    {
        if (!exists(stop))
            return false;
        const auto begin = sinceBoot();
        const auto id = store(stop);
        if (!id)
            return false;
        if (!pauseFor(options.settle, stop) || !exists(stop)) {
            static_cast<void>(files.remove(FileKind::Lock, *id, {}));
            return false;
        }
        adopt(*id, begin);
        return true;
    }

    bool exists(const std::stop_token &stop) const
    {
        const auto present = files.list(FileKind::Lock, stop);
        const auto mine = currentIds();
        return present && !mine.empty() && std::find(present->begin(), present->end(), mine.back()) != present->end();
    }
};

RepositoryLock::RepositoryLock(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

RepositoryLock::~RepositoryLock()
{
    static_cast<void>(release());
}

Result<std::unique_ptr<RepositoryLock>> RepositoryLock::acquire(const UnpackedFiles &files, LockMode mode,
                                                                const LockOptions &options, const std::stop_token &stop)
{
    constexpr auto kFirstPause = milliseconds(1000);
    constexpr auto kLongestPause = milliseconds(30'000);
    surviveProbes();
    auto d = std::make_unique<Private>(files, mode, options);
    const auto begin = sinceBoot();
    auto pause = kFirstPause;
    for (;;) {
        auto tried = d->tryOnce(stop);
        if (tried)
            break;
        const auto left = options.wait - (sinceBoot() - begin);
        if (tried.error().code() != ErrorCode::Locked || left <= milliseconds(0))
            return fail(std::move(tried).error());
        if (options.waiting)
            options.waiting(tried.error());
        SEALIFT_TRY(pauseFor(std::min(pause, left), stop));
        pause = std::min(2 * pause, kLongestPause);
    }
    std::unique_ptr<RepositoryLock> lock(new RepositoryLock(std::move(d)));
    lock->d->refresher = std::jthread([priv = lock->d.get()](const std::stop_token &ending) { priv->watch(ending); });
    return lock;
}

Result<std::unique_ptr<RepositoryLock>>
RepositoryLock::acquireToRead(const UnpackedFiles &files, const LockOptions &options, const std::stop_token &stop)
{
    auto lock = acquire(files, LockMode::Shared, options, stop);
    if (!lock && lock.error().code() == ErrorCode::PermissionDenied)
        return std::unique_ptr<RepositoryLock>();
    return lock;
}

Status RepositoryLock::settled() const
{
    return d->settled.get();
}

Status RepositoryLock::release()
{
    d->refresher = std::jthread();
    return d->removeAll();
}

LockMode RepositoryLock::mode() const
{
    return d->mode;
}

bool RepositoryLock::isValid() const
{
    return d->isValid();
}

Status RepositoryLock::check() const
{
    if (isValid())
        return {};
    return fail(
        Error(ErrorCode::Locked,
              QStringLiteral("the lock on %1 was lost: it could not be refreshed in time, or somebody removed it")
                  .arg(d->files.location()),
              QStringLiteral("Try again; what was stored before is used.")));
}

std::stop_token RepositoryLock::lost() const
{
    return d->lost.get_token();
}

std::vector<FileId> RepositoryLock::ids() const
{
    return d->currentIds();
}

} // namespace sealift
