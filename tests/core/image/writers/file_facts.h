#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift::test {

/// Bytes that a file takes of its file system.
inline qint64 allocatedBytes(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_blocks * 512 : -1;
}

/// The stretches of a file that are no holes: (offset, end).
inline std::vector<std::pair<qint64, qint64>> dataOf(const QString &path)
{
    std::vector<std::pair<qint64, qint64>> stretches;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    for (off_t end = 0;;) {
        const auto begin = ::lseek(file, end, SEEK_DATA);
        if (begin < 0)
            break;
        end = ::lseek(file, begin, SEEK_HOLE);
        stretches.emplace_back(begin, end);
    }
    ::close(file);
    return stretches;
}

/// Whether two files have the same bytes.
inline bool sameBytes(const QString &left, const QString &right)
{
    QFile a(left);
    QFile b(right);
    if (!a.open(QIODevice::ReadOnly) || !b.open(QIODevice::ReadOnly) || a.size() != b.size())
        return false;
    while (!a.atEnd()) {
        if (a.read(1 << 20) != b.read(1 << 20))
            return false;
    }
    return true;
}

/// What `qemu-img ARGUMENTS` says, and whether it is content.
struct QemuImg {
    bool ok = false;
    QByteArray out;

    explicit QemuImg(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("qemu-img"), arguments);
        ok = process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        out = process.readAll();
    }
};

} // namespace sealift::test
