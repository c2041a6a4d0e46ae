#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// Empty where the two files hold the same bytes; else what differs first. Skips what is a hole in both, so that it
/// costs nothing on huge sparse disks.
QString difference(const QString &first, const QString &second);

/// Bytes that the file takes on its file system (st_blocks).
qint64 allocatedBytes(const QString &path);

/// Bytes of the blocks of `block` bytes that hold anything but zeroes: the least that a sparse copy takes in such
/// blocks.
qint64 nonZeroBytes(const QString &path, qint64 block);

/// Sum of the sizes of all files below the folder.
qint64 folderBytes(const QString &folder);

/// Paths of all files below the folder, relative to it, sorted.
QStringList filesBelow(const QString &folder);

/// Everything below the folder (files, sockets, links, folders), relative to it, sorted.
QStringList entriesBelow(const QString &folder);

/// Each file below the folder with its size and the SHA-256 of its bytes, one a line: two equal snapshots mean that
/// nothing was touched.
QByteArray fingerprint(const QString &folder);

/// Makes (or extends) a file with `length` bytes at `offset` that no compressor makes smaller; the same for the same
/// seed. False on a failure to write.
bool writeRandom(const QString &path, qint64 offset, qint64 length, quint64 seed);

/// Sets the file's size, leaving a hole where it grows. Makes the file where there is none.
bool setSize(const QString &path, qint64 size);

/// Turns one bit of the byte at `offset`.
bool flipBit(const QString &path, qint64 offset);

/// Copies a whole folder, holes, modes and times included, to a place that is not there yet.
bool copyTree(const QString &from, const QString &to);

bool writeFile(const QString &path, const QByteArray &content);
QByteArray readFile(const QString &path);

} // namespace sealift::test
