#include "task/process_identity.h"

#include <QFile>
#include <QSysInfo>

#include <array>
#include <optional>

#include <unistd.h>

namespace sealift {

namespace {

struct ProcessStatus {
    char state = 0;
    qint64 started = 0;
};

/// /proc/PID/stat; nothing if there is no such process.
std::optional<ProcessStatus> statusOf(qint64 pid)
{
    constexpr qsizetype kStartTime = 19; // counted from the state (proc(5))
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto text = file.readAll();
    // The program's name stands in parentheses and may hold anything, parentheses included.
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= kStartTime || fields[0].isEmpty())
        return std::nullopt;
    return ProcessStatus{fields[0][0], fields[kStartTime].toLongLong()};
}

QString thisBoot()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString();
}

QString thisContainer()
{
    std::array<char, 64> link{};
    const auto length = ::readlink("/proc/self/ns/pid", link.data(), link.size());
    return length > 0 ? QString::fromLatin1(link.data(), length) : QString();
}

} // namespace

ProcessIdentity ProcessIdentity::current()
{
    ProcessIdentity identity;
    identity.host = QSysInfo::machineHostName();
    identity.boot = thisBoot();
    identity.container = thisContainer();
    identity.pid = ::getpid();
    if (const auto status = statusOf(identity.pid))
        identity.started = status->started;
    return identity;
}

ProcessLife lifeOf(const ProcessIdentity &process)
{
    if (process.host != QSysInfo::machineHostName())
        return ProcessLife::Unknown;
    if (process.boot != thisBoot())
        return ProcessLife::Dead;
    if (process.container != thisContainer())
        return ProcessLife::Unknown;
    const auto status = statusOf(process.pid);
    if (!status || status->started != process.started || status->state == 'Z' || status->state == 'X')
        return ProcessLife::Dead;
    return status->state == 'T' || status->state == 't' ? ProcessLife::Stopped : ProcessLife::Alive;
}

} // namespace sealift
