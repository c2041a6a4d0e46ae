#include "base/staged_files.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace sealift {

QByteArray stagedFileName()
{
    const auto random = QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    return ".sealift-" + random + ".tmp";
}

Result<StagedFile> createStagedFile(int folder, const QString &path)
{
    for (;;) {
        StagedFile file;
        file.name = stagedFileName();
        file.descriptor = FileDescriptor(
            ::openat(folder, file.name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file.descriptor) {
            if (errno == EEXIST)
                continue;
            return fail(Error::fromErrno(errno, QStringLiteral("cannot create a file beside %1").arg(path)));
        }
        // Somebody's sweep may have seen the file before it was locked: then it is about to be removed, and another one
        // is needed. A file system without locks (ENOLCK, EOPNOTSUPP) has no sweeps either: they take the lock first.
        struct stat status = {};
        if (::flock(file.descriptor.get(), LOCK_EX) != 0 || ::fstat(file.descriptor.get(), &status) != 0 ||
            status.st_nlink > 0)
            return file;
    }
}

namespace {

void removeIfDead(int folder, const QByteArray &name)
{
    const FileDescriptor file(::openat(folder, name.constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat opened = {};
    if (!file || ::fstat(file.get(), &opened) != 0 || !S_ISREG(opened.st_mode))
        return;
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return;
    // Its writer may have ended well in the meantime, and the name may have gone with that.
    struct stat named = {};
    if (::fstatat(folder, name.constData(), &named, AT_SYMLINK_NOFOLLOW) != 0 || named.st_ino != opened.st_ino ||
        named.st_dev != opened.st_dev)
        return;
    ::unlinkat(folder, name.constData(), 0);
}

} // namespace

void sweepStagedFiles(int folder, const QString &folderPath)
{
    const QStringList pattern{QStringLiteral(".sealift-????????????????.tmp")};
    const auto filter = QDir::Files | QDir::Hidden | QDir::System;
    for (const auto &name : QDir(folderPath).entryList(pattern, filter, QDir::Unsorted))
        removeIfDead(folder, QFile::encodeName(name));
}

} // namespace sealift
