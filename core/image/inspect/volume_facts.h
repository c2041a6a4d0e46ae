#pragma once

#include "image/inspect/fact.h"

#include <QString>
#include <QStringList>

namespace sealift {

/// What a volume is used for, as libblkid sorts it.
enum class VolumeUsage {
    Nothing, ///< nothing that is known is on it; may be data without a structure
    FileSystem,
    Swap,
    Lvm,       ///< a physical volume
    Raid,      ///< a member of a RAID set (Linux md, Intel, DDF...)
    Encrypted, ///< LUKS, BitLocker
    Other,
    Ambivalent, ///< the marks of several kinds are there; which one counts is not known
};

/// What is on a partition, a logical volume or a whole disk.
struct VolumeFacts {
    QString place;     ///< "partition 1", "vg0/root", "the whole disk"
    qint64 offset = 0; ///< bytes from the disk's begin; -1 for a logical volume
    qint64 length = 0; ///< bytes
    VolumeUsage usage = VolumeUsage::Nothing;
    QString
        type; ///< libblkid's name: "ext4", "xfs", "btrfs", "ntfs", "vfat", "LVM2_member", "crypto_LUKS", "BitLocker"
    QString version;
    QString uuid;
    QString label;
    Fact<bool> dirty;       ///< was not unmounted properly: its journal is to be replayed, or it is to be checked
    Fact<qint64> freeBytes; ///< of a file system
};

/// A volume that LVM puts together out of physical volumes.
struct LogicalVolumeFacts {
    QString group;
    QString name;
    QString layout;        ///< of its first segment: "linear", "striped", "thin"...
    bool readable = false; ///< on this disk alone, and of a kind that can be looked into
    VolumeFacts volume;
};

/// The stable name of a usage ("file-system").
QString volumeUsageName(VolumeUsage usage);

} // namespace sealift
