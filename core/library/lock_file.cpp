#include "library/lock_file.h"

#include "base/json.h"
#include "library/go_text.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <limits>
#include <mutex>

#include <signal.h>

namespace sealift {

namespace {

Result<qint64> optionalNumber(const JsonFields &fields, const QString &field, qint64 max, const QString &where)
{
    if (!fields.has(field))
        return 0;
    SEALIFT_ASSIGN(const auto value, fields.integer(field));
    if (value < 0 || value > max)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"%2\" is out of range").arg(where, field)));
    return value;
}

bool isProcessAlive(qint64 pid)
{
    if (pid <= 0 || pid > std::numeric_limits<pid_t>::max())
        return false;
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno != ESRCH;
}

} // namespace

Result<LockFile> LockFile::parse(const QByteArray &json, const QString &where)
{
    constexpr qint64 kMax32 = std::numeric_limits<quint32>::max();
    SEALIFT_ASSIGN(const auto object, parseJsonObject(json, where));
    const JsonFields fields(object, where);
    LockFile lock;
    SEALIFT_ASSIGN(lock.time, fields.time(QStringLiteral("time")));
    SEALIFT_ASSIGN(lock.exclusive, fields.boolean(QStringLiteral("exclusive")));
    SEALIFT_ASSIGN(lock.holder.hostname, fields.optionalString(QStringLiteral("hostname")));
    SEALIFT_ASSIGN(lock.holder.username, fields.optionalString(QStringLiteral("username")));
    SEALIFT_ASSIGN(lock.holder.pid, fields.integer(QStringLiteral("pid")));
    SEALIFT_ASSIGN(const auto uid, optionalNumber(fields, QStringLiteral("uid"), kMax32, where));
    SEALIFT_ASSIGN(const auto gid, optionalNumber(fields, QStringLiteral("gid"), kMax32, where));
    lock.holder.uid = static_cast<quint32>(uid);
    lock.holder.gid = static_cast<quint32>(gid);
    return lock;
}

QByteArray LockFile::toJson() const
{
    QByteArray out("{");
    const auto add = [&out](QByteArrayView key, const QByteArray &value) {
        appendGoJsonKey(out, key);
        out.append(value);
    };
    const auto addString = [&out](QByteArrayView key, const QByteArray &value) {
        appendGoJsonKey(out, key);
        appendGoJsonString(out, value);
    };
    addString("time", goTime(time));
    add("exclusive", exclusive ? "true" : "false");
    addString("hostname", holder.hostname.toUtf8());
    addString("username", holder.username.toUtf8());
    add("pid", QByteArray::number(holder.pid));
    if (holder.uid != 0)
        add("uid", QByteArray::number(holder.uid));
    if (holder.gid != 0)
        add("gid", QByteArray::number(holder.gid));
    return out.append('}');
}

bool LockFile::isStale(const QDateTime &now, const QString &thisHost) const
{
    const auto age = std::chrono::milliseconds(time.msecsTo(now));
    const bool isOurs = !thisHost.isEmpty() && holder.hostname == thisHost;
    if (age > kLockLifetime + (isOurs ? std::chrono::minutes(0) : kClockSkew))
        return true;
    return isOurs && !isProcessAlive(holder.pid);
}

QString LockFile::describe() const
{
    return QStringLiteral("%1 lock of process %2 of %3 on %4, last refreshed %5")
        .arg(exclusive ? QStringLiteral("exclusive") : QStringLiteral("shared"), QString::number(holder.pid),
             holder.username.isEmpty() ? QStringLiteral("user %1").arg(holder.uid) : holder.username,
             holder.hostname.isEmpty() ? QStringLiteral("an unknown host") : holder.hostname,
             time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")));
}

Result<std::vector<StoredLock>> loadLocks(const UnpackedFiles &files, const std::vector<FileId> &own,
                                          const std::stop_token &stop)
{
    constexpr int kTries = 4;
    constexpr auto kPause = std::chrono::milliseconds(400);
    std::vector<StoredLock> locks;
    SEALIFT_ASSIGN(const auto ids, files.list(FileKind::Lock, stop));
    for (const auto &id : ids) {
        if (std::find(own.begin(), own.end(), id) != own.end())
            continue;
        for (int i = 1;; ++i) {
            const auto where = files.describe(FileKind::Lock, id);
            auto lock = files.load(FileKind::Lock, id, stop).and_then([&where](const QByteArray &json) {
                return LockFile::parse(json, where);
            });
            if (lock) {
                locks.push_back({id, *std::move(lock)});
                break;
            }
            auto error = std::move(lock).error();
            if (error.code() == ErrorCode::NotFound)
                break;
            const bool isDamaged = error.code() == ErrorCode::Corrupt || error.code() == ErrorCode::Unsupported;
            if (!isDamaged)
                return fail(std::move(error));
            if (i == kTries)
                return fail(
                    Error(ErrorCode::Locked, QStringLiteral("cannot read a lock: %1").arg(error.what()),
                          QStringLiteral("If nobody else uses this library, remove the file, or run `restic unlock "
                                         "--remove-all`.")));
            SEALIFT_TRY(pauseFor(kPause, stop));
        }
    }
    return locks;
}

Status pauseFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
    return stop.stop_requested() ? Status(fail(Error::cancelled())) : Status();
}

} // namespace sealift
