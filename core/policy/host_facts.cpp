#include "policy/host_facts.h"

#include "base/file_descriptor.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <set>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

/// QEMU's lock of who may write (block/file-posix.c, RAW_LOCK_PERM_BASE and BLK_PERM_WRITE).
constexpr off_t kQemuWriteLock = 100 + 1;
constexpr int kWritableFlags = O_WRONLY | O_RDWR;

bool isLockedByQemu(const QString &path)
{
    // A pipe without a writer would be waited for.
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct flock lock {
    };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = kQemuWriteLock;
    lock.l_len = 1;
    // A question only: nothing is locked by it.
    return file && ::fcntl(file.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

bool isOpenForWriting(const QString &process, const QString &descriptor)
{
    QFile info(QStringLiteral("/proc/%1/fdinfo/%2").arg(process, descriptor));
    if (!info.open(QIODevice::ReadOnly))
        return false;
    for (const auto &line : info.readAll().split('\n')) {
        constexpr int kOctal = 8;
        if (line.startsWith("flags:"))
            return (line.mid(6).trimmed().toInt(nullptr, kOctal) & kWritableFlags) != 0;
    }
    return false;
}

using FileNumbers = std::set<std::pair<dev_t, ino_t>>;

/// The name of a process that has one of the files open for writing, among those that this user may look at.
QString writerInProc(const FileNumbers &files)
{
    const QDir processes(QStringLiteral("/proc"));
    for (const auto &process : processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!process.at(0).isDigit())
            continue;
        const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(process));
        for (const auto &descriptor : descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
            struct stat open {
            };
            if (::stat(QFile::encodeName(descriptors.filePath(descriptor)).constData(), &open) != 0 ||
                !files.contains({open.st_dev, open.st_ino}) || !isOpenForWriting(process, descriptor))
                continue;
            QFile name(QStringLiteral("/proc/%1/comm").arg(process));
            const bool named = name.open(QIODevice::ReadOnly);
            return QStringLiteral("%1 (process %2)")
                .arg(named ? QString::fromLocal8Bit(name.readAll().trimmed()) : QStringLiteral("a program"), process);
        }
    }
    return {};
}

} // namespace

QString writerOf(const QStringList &paths)
{
    FileNumbers files;
    for (const auto &path : paths) {
        struct stat file {
        };
        if (::stat(QFile::encodeName(path).constData(), &file) == 0)
            files.emplace(file.st_dev, file.st_ino);
    }
    if (files.empty())
        return {};
    auto writer = writerInProc(files);
    if (writer.isEmpty() && std::any_of(paths.begin(), paths.end(), isLockedByQemu))
        return QStringLiteral("a running virtual machine");
    return writer;
}

Fact<qint64> freeSpaceOf(const QString &folder)
{
    QDir there(QDir(folder).absolutePath());
    while (!there.exists() && !there.isRoot())
        there.setPath(QDir::cleanPath(there.filePath(QStringLiteral(".."))));
    const QStorageInfo storage(there.absolutePath());
    if (!storage.isValid() || storage.bytesAvailable() < 0)
        return Fact<qint64>::unknown(QStringLiteral("the file system of %1 does not tell").arg(folder));
    return storage.bytesAvailable();
}

Fact<bool> clockIsSet()
{
    constexpr int kWritten = 2025;
    return QDateTime::currentDateTimeUtc().date().year() >= kWritten;
}

HostFacts hostFactsFor(const DiskImage &image)
{
    QStringList paths;
    for (const auto &file : image.files)
        paths.append(file.path);
    HostFacts facts;
    facts.writer = writerOf(paths);
    facts.clockSet = clockIsSet();
    return facts;
}

} // namespace sealift
