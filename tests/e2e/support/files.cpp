#include "e2e/support/files.h"

#include "support/process_runner.h"

#include "base/bytes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <random>

namespace sealift::test {

namespace {

constexpr qint64 kWindow = 1 << 20;

/// The first byte at or after `offset` that may be no hole; the size where there is none.
qint64 nextData(int descriptor, qint64 offset, qint64 size)
{
    const off_t found = lseek(descriptor, offset, SEEK_DATA);
    return found < 0 ? size : std::min<qint64>(found, size);
}

QByteArray readWindow(int descriptor, qint64 offset, qint64 length)
{
    QByteArray window(length, '\0');
    qint64 done = 0;
    while (done < length) {
        const ssize_t got = pread(descriptor, window.data() + done, static_cast<size_t>(length - done), offset + done);
        if (got <= 0)
            return {};
        done += got;
    }
    return window;
}

QStringList below(const QString &folder, QDir::Filters filters)
{
    QStringList found;
    const QDir root(folder);
    QDirIterator walk(folder, filters | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        found << root.relativeFilePath(walk.next());
    found.sort();
    return found;
}

} // namespace

QString difference(const QString &first, const QString &second)
{
    QFile a(first);
    QFile b(second);
    if (!a.open(QIODevice::ReadOnly) || !b.open(QIODevice::ReadOnly))
        return QStringLiteral("cannot open %1 or %2").arg(first, second);
    const qint64 size = a.size();
    if (size != b.size())
        return QStringLiteral("%1 has %2 bytes, %3 has %4").arg(first).arg(size).arg(second).arg(b.size());
    for (qint64 at = 0; at < size;) {
        at = std::min(nextData(a.handle(), at, size), nextData(b.handle(), at, size));
        const qint64 length = std::min(kWindow, size - at);
        if (length == 0)
            break;
        const QByteArray left = readWindow(a.handle(), at, length);
        const QByteArray right = readWindow(b.handle(), at, length);
        if (left.size() != length || right.size() != length)
            return QStringLiteral("cannot read %1 or %2 at %3").arg(first, second).arg(at);
        if (left != right) {
            const auto where = std::mismatch(left.begin(), left.end(), right.begin());
            return QStringLiteral("%1 and %2 differ at byte %3")
                .arg(first, second)
                .arg(at + (where.first - left.begin()));
        }
        at += length;
    }
    return {};
}

qint64 allocatedBytes(const QString &path)
{
    struct stat status {
    };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? qint64(status.st_blocks) * 512 : -1;
}

qint64 nonZeroBytes(const QString &path, qint64 block)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const qint64 size = file.size();
    qint64 sum = 0;
    for (qint64 at = 0; at < size;) {
        at = nextData(file.handle(), at, size) / block * block;
        const qint64 length = std::min(block, size - at);
        if (length <= 0)
            break;
        if (!isAllZero(viewOf(readWindow(file.handle(), at, length))))
            sum += block;
        at += length;
    }
    return sum;
}

qint64 folderBytes(const QString &folder)
{
    qint64 sum = 0;
    for (const QString &file : filesBelow(folder))
        sum += QFileInfo(folder + QLatin1Char('/') + file).size();
    return sum;
}

QStringList filesBelow(const QString &folder)
{
    return below(folder, QDir::Files);
}

QStringList entriesBelow(const QString &folder)
{
    return below(folder, QDir::AllEntries);
}

QByteArray fingerprint(const QString &folder)
{
    QByteArray text;
    for (const QString &name : filesBelow(folder)) {
        QFile file(folder + QLatin1Char('/') + name);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const bool read = file.open(QIODevice::ReadOnly) && hash.addData(&file);
        text += name.toUtf8() + " " + QByteArray::number(file.size()) + " " +
                (read ? hash.result().toHex() : QByteArray("unreadable")) + "\n";
    }
    return text;
}

bool writeRandom(const QString &path, qint64 offset, qint64 length, quint64 seed)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset))
        return false;
    std::mt19937_64 generator(seed);
    QByteArray window(std::min(kWindow, std::max<qint64>(length, 1)), '\0');
    for (qint64 done = 0; done < length;) {
        for (qsizetype at = 0; at < window.size(); at += qsizetype(sizeof(quint64))) {
            const quint64 word = generator();
            std::memcpy(window.data() + at, &word, std::min(sizeof word, size_t(window.size() - at)));
        }
        const qint64 part = std::min<qint64>(window.size(), length - done);
        if (file.write(window.constData(), part) != part)
            return false;
        done += part;
    }
    return file.flush();
}

bool setSize(const QString &path, qint64 size)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.resize(size);
}

bool flipBit(const QString &path, qint64 offset)
{
    QFile file(path);
    // A library's files may well be read-only to their owner.
    file.setPermissions(file.permissions() | QFile::WriteOwner);
    char byte = 0;
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset) || file.read(&byte, 1) != 1 || !file.seek(offset))
        return false;
    byte = static_cast<char>(byte ^ 0x10);
    return file.write(&byte, 1) == 1 && file.flush();
}

bool copyTree(const QString &from, const QString &to)
{
    return run({.program = QStringLiteral("cp"), .arguments = {QStringLiteral("-a"), from, to}}).ok();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace sealift::test
