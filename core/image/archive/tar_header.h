#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// The header of a regular file of mode 0644 in a tar archive. Sizes from 8 GiB on are numbers in base 256, as GNU tar
/// writes them. Source: POSIX.1-2017, "ustar Interchange Format". @param name without folders. Errors: InvalidArgument
/// (a name of more than 100 bytes, a negative size).
Result<QByteArray> tarHeader(const QString &name, qint64 size, qint64 modified);

/// Bytes that a file of that size takes in an archive, without its header.
qint64 tarRoom(qint64 size);

/// Of a header, and of all that sizes are rounded up to.
inline constexpr qint64 kTarBlock = 512;
/// Zero bytes at the end of an archive.
inline constexpr qint64 kTarEnd = 2 * kTarBlock;

} // namespace sealift
