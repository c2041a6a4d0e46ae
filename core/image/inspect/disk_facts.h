#pragma once

#include "image/inspect/os_facts.h"
#include "image/inspect/volume_facts.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sealift {

/// How a disk is divided (UEFI Specification 2.10, 5.2 and 5.3).
enum class PartitionScheme {
    None,   ///< no partition table: empty, or a file system on the whole disk
    Mbr,    ///< partitions in a master boot record
    Gpt,    ///< a GUID partition table behind a protective MBR
    Hybrid, ///< a GUID partition table, and an MBR that lists more than the protective entry
};

/// What one of the two copies of a GPT header looks like.
enum class GptHeaderState {
    Absent,    ///< not there
    Valid,     ///< header and entries have their checksums
    Damaged,   ///< there, with a wrong checksum or fields that contradict each other
    Misplaced, ///< valid, but not where it belongs: the disk was enlarged or cut
};

/// What the disk's firmware must be for it to boot. Told from what is there: boot code in the MBR and a boot partition
/// for it, a loader in an EFI system partition.
enum class BootMode { Bios, Uefi, Both, None, Unknown };

enum class BootLoader { None, Grub, Windows, Syslinux, SystemdBoot, Lilo, FreeBsd, Other, Unknown };

/// One entry of the partition table.
struct PartitionFacts {
    int number = 0;        ///< as Linux counts them: logical ones from 5 on
    qint64 offset = 0;     ///< bytes from the disk's begin
    qint64 length = 0;     ///< bytes
    QString type;          ///< "0x83", or the type GUID in capitals
    QString typeName;      ///< what that stands for ("Linux", "EFI system"); empty where it is not known
    QString name;          ///< of a GPT entry
    QString uuid;          ///< of a GPT entry; of an MBR one the disk's signature and the number, as Linux writes it
    bool active = false;   ///< marked for booting (MBR; "legacy BIOS bootable" in a GPT)
    bool logical = false;  ///< in an extended MBR partition
    bool extended = false; ///< the extended partition itself
    bool outside = false;  ///< reaches beyond the disk's end, or overlaps another one
    VolumeFacts volume;    ///< what is in it
};

/// Where the disk boots from.
struct BootFacts {
    BootMode mode = BootMode::Unknown;
    QString modeBecause;                ///< what the mode was told from, or why it is unknown; a sentence
    BootLoader bios = BootLoader::None; ///< whose code is in the MBR
    BootLoader uefi = BootLoader::None; ///< whose loader is in the EFI system partition
    QStringList efiFiles;       ///< loaders in the EFI system partition ("/efi/boot/bootx64.efi"); FAT ignores case
    bool efiFallback = false;   ///< \EFI\BOOT\BOOT<machine>.EFI is there: boots without NVRAM entries
    int efiSystemPartition = 0; ///< the number of that partition; 0: none
    QString biosBootPartition;  ///< which partition BIOS boot code goes on with, where that is told
};

/// All that is known of a disk's content. A plain value, made by inspectDisk().
struct DiskFacts {
    qint64 size = 0;
    int sectorSize = 512; ///< that the partition table counts in: 512 or 4096
    PartitionScheme scheme = PartitionScheme::None;
    QString diskId; ///< the GPT's GUID, or the MBR's signature
    GptHeaderState primaryGpt = GptHeaderState::Absent;
    GptHeaderState backupGpt = GptHeaderState::Absent;
    bool mbrLooksLikeBootSector = false; ///< a FAT or NTFS boot sector, which ends in the same two bytes as an MBR
    bool isoHybrid = false;              ///< an ISO 9660 image that boots as a disk, too
    bool empty = false;                  ///< nothing but zeroes where the tables and superblocks would be

    QList<PartitionFacts> partitions;
    VolumeFacts wholeDisk; ///< what is on the disk where it has no partitions
    QList<LogicalVolumeFacts> logicalVolumes;
    bool incompleteVolumeGroup = false; ///< LVM names physical volumes that are not on this disk
    BootFacts boot;
    QList<OsFacts> systems; ///< one for each root; usually one

    QStringList notes;       ///< what could not be known, and why; whole sentences
    qint64 bytesRead = 0;    ///< what the inspection read of the disk
    qint64 milliseconds = 0; ///< how long it took
};

/// Stable names of the enumerators, as machines read them ("gpt", "uefi", "systemd-boot").
QString partitionSchemeName(PartitionScheme scheme);
QString gptHeaderStateName(GptHeaderState state);
QString bootModeName(BootMode mode);
QString bootLoaderName(BootLoader loader);

/// All file systems and other volumes of the disk: of the whole disk, of partitions, of logical volumes; in this order.
QList<VolumeFacts> allVolumes(const DiskFacts &facts);

} // namespace sealift
