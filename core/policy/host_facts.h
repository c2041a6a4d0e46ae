#pragma once

#include "image/disk_image.h"
#include "image/inspect/fact.h"

#include <QString>
#include <QStringList>

namespace sealift {

/// What is known of this machine that matters for a transfer.
struct HostFacts {
    QString writer;           ///< which process has the image open for writing; empty: none that can be seen
    Fact<qint64> scratchFree; ///< bytes, where scratch volumes are
    qint64 scratchNeeded = 0; ///< bytes that the transfer may take there
    Fact<qint64> targetFree;  ///< bytes, where the result goes, if that is a folder of this machine
    qint64 targetNeeded = 0;  ///< bytes that it may take there, at most
    Fact<bool> clockSet;      ///< whether the clock shows a time that can be
};

/// Who has one of the files open for writing: by the locks that QEMU holds on images of running machines, and by what
/// this user may see of /proc. Empty: nobody that can be seen. Linux only; else empty.
QString writerOf(const QStringList &paths);

/// Free bytes for this user on the file system of `folder`, or of the nearest folder above it that is there.
Fact<qint64> freeSpaceOf(const QString &folder);

/// Whether the clock shows a time after Sealift was written: one that was never set is in 1970 or so, and every signed
/// request and every certificate fails.
Fact<bool> clockIsSet();

/// What is known of this machine for a transfer of the image: who writes to it, and the clock.
HostFacts hostFactsFor(const DiskImage &image);

} // namespace sealift
