#pragma once

#include "policy/subject.h"

namespace sealift {

/// What several rules ask of a disk's facts. Each is null, empty or false where the facts do not tell.

/// The only operating system; null where there are none or several.
const OsFacts *onlySystem(const PreflightSubject &subject);
/// The system if it is a Linux.
const OsFacts *onlyLinux(const PreflightSubject &subject);
/// The volume that the system's root is on; null if none.
const VolumeFacts *rootVolume(const PreflightSubject &subject);
/// Volumes that are encrypted.
QStringList encryptedPlaces(const PreflightSubject &subject);
/// True if it is known that none of the drivers is in the newest kernel or its initramfs.
bool lacksAll(const OsFacts &system, const QStringList &drivers);
/// True if a Windows dynamic disk (LDM) is there.
bool isDynamicDisk(const DiskFacts &facts);
/// How many partitions there are that hold something.
qsizetype primaryPartitions(const DiskFacts &facts);

} // namespace sealift
