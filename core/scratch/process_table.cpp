#include "scratch/process_table.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>

#include <dirent.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr qsizetype kSocketPathField = 7;
constexpr qsizetype kMountSourceField = 3;
constexpr qsizetype kMountPointField = 4;
constexpr qsizetype kStateField = 0; // of those behind the name, which may hold spaces and brackets
constexpr qsizetype kStartTimeField = 19;

Result<QByteArray> readProc(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                          QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    return file.readAll();
}

Result<QList<QByteArray>> statFields(pid_t pid)
{
    SEALIFT_ASSIGN(const auto text, readProc(QStringLiteral("/proc/%1/stat").arg(pid)));
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= kStartTimeField)
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no process %1").arg(pid)));
    return fields;
}

/// "\040" and the like, as the kernel writes blanks in paths.
QString unescaped(const QByteArray &text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isOctal = false;
        const int value = text.at(i) == '\\' ? text.mid(i + 1, 3).toInt(&isOctal, 8) : 0;
        result += isOctal ? static_cast<char>(value) : text.at(i);
        i += isOctal ? 3 : 0;
    }
    return QFile::decodeName(result);
}

/// Appends the links in a folder of /proc/PID; false where it may not be looked at.
bool appendLinks(QList<std::pair<pid_t, QString>> &to, pid_t pid, const QByteArray &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(::opendir(folder.constData()), ::closedir);
    if (!stream)
        return false;
    std::array<char, 4096> target{};
    // NOLINTNEXTLINE(concurrency-mt-unsafe): this stream is this thread's alone
    while (const auto *entry = ::readdir(stream.get())) {
        const auto size = ::readlinkat(::dirfd(stream.get()), entry->d_name, target.data(), target.size());
        if (size > 0 && target.front() == '/')
            to.emplace_back(pid, QFile::decodeName(QByteArray(target.data(), size)));
    }
    return true;
}

} // namespace

Result<HelperProcess> HelperProcess::of(pid_t pid)
{
    SEALIFT_ASSIGN(const auto fields, statFields(pid));
    return HelperProcess{pid, fields.at(kStartTimeField).toULongLong()};
}

Result<QList<std::pair<pid_t, QString>>> openPaths()
{
    QList<std::pair<pid_t, QString>> paths;
    if (!appendLinks(paths, ::getpid(), "/proc/self/fd"))
        return fail(Error::fromErrno(errno, QStringLiteral("/proc/self/fd")));
    for (const auto &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto pid = static_cast<pid_t>(name.toInt());
        if (pid > 0 && pid != ::getpid())
            appendLinks(paths, pid, "/proc/" + name.toLatin1() + "/fd");
    }
    return paths;
}

bool isAlive(const HelperProcess &process)
{
    const auto fields = statFields(process.pid);
    if (!fields)
        return fields.error().code() != ErrorCode::NotFound;
    const auto state = fields->at(kStateField);
    return fields->at(kStartTimeField).toULongLong() == process.startTime && state != "Z" && state != "X";
}

QString processName(pid_t pid)
{
    const auto name = readProc(QStringLiteral("/proc/%1/comm").arg(pid));
    return name ? QString::fromLocal8Bit(name->trimmed()) : QString();
}

Result<QStringList> boundSocketPaths()
{
    SEALIFT_ASSIGN(const auto text, readProc(QStringLiteral("/proc/net/unix")));
    QStringList paths;
    for (const auto &line : text.split('\n')) {
        // Num RefCount Protocol Flags Type St Inode Path; the path is all the rest.
        qsizetype at = 0;
        for (qsizetype field = 0; field < kSocketPathField && at >= 0; ++field) {
            while (at < line.size() && line.at(at) == ' ')
                ++at;
            at = line.indexOf(' ', at);
        }
        if (at >= 0 && line.mid(at + 1).startsWith('/'))
            paths.append(QFile::decodeName(line.mid(at + 1)));
    }
    return paths;
}

Result<QList<MountPoint>> mountPoints()
{
    SEALIFT_ASSIGN(const auto text, readProc(QStringLiteral("/proc/self/mountinfo")));
    QList<MountPoint> points;
    for (const auto &line : text.split('\n')) {
        const auto fields = line.split(' ');
        if (fields.size() > kMountPointField)
            points.append({unescaped(fields.at(kMountSourceField)), unescaped(fields.at(kMountPointField))});
    }
    return points;
}

} // namespace sealift
