#include "policy/destinations.h"
#include "policy/ec2_documents.h"
#include "policy/guest_questions.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kVolumes = "https://docs.aws.amazon.com/ebs/latest/userguide/volume_constraints.html";
constexpr qint64 kGiB = 1LL << 30;
constexpr qint64 kTiB = 1LL << 40;

/// For the rules that need to know what is on the disk.
bool isLookedAt(const PreflightSubject &subject)
{
    return subject.facts && !subject.facts->empty;
}

Found tooManyDisks(const PreflightSubject &subject)
{
    constexpr int kMost = 21;
    if (subject.disks <= kMost)
        return {};
    return QStringLiteral("The machine has %1 disks.").arg(subject.disks);
}

Found startedFromElsewhere(const PreflightSubject &subject)
{
    if (subject.disks < 2 || !isLookedAt(subject) || subject.facts->systems.isEmpty() ||
        subject.facts->boot.mode != BootMode::None)
        return {};
    return QStringLiteral("The system on this disk is started by another disk of the machine, if at all.");
}

Found noPartitions(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->scheme != PartitionScheme::None)
        return {};
    return subject.facts->mbrLooksLikeBootSector
               ? QStringLiteral("The disk has no partition table; its first sector is that of a file system.")
               : QStringLiteral("The disk has no partition table.");
}

Found sectors(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->sectorSize == 512)
        return {};
    return QStringLiteral("The partition table counts in sectors of %1 bytes.").arg(subject.facts->sectorSize);
}

Found tooLarge(const PreflightSubject &subject)
{
    if (subject.diskSize < 16 * kTiB)
        return {};
    return QStringLiteral("The disk has %1 GiB.").arg(subject.diskSize / kGiB);
}

Found snapshotTooLarge(const PreflightSubject &subject)
{
    if (subject.diskSize <= 64 * kTiB)
        return {};
    return QStringLiteral("The disk has %1 GiB.").arg(subject.diskSize / kGiB);
}

Found needsManifest(const PreflightSubject &subject)
{
    if (subject.diskSize <= 8 * kTiB || subject.diskSize >= 16 * kTiB)
        return {};
    return QStringLiteral("The disk has %1 GiB, more than 8 TiB.").arg(subject.diskSize / kGiB);
}

Found tooSmall(const PreflightSubject &subject)
{
    if (subject.diskSize % kGiB == 0 && subject.diskSize > 0)
        return {};
    return QStringLiteral("The disk's size is no multiple of 1 GiB.");
}

Found notBootable(const PreflightSubject &subject)
{
    if (!isLookedAt(subject) || subject.facts->boot.mode != BootMode::None ||
        subject.facts->scheme == PartitionScheme::None)
        return {};
    return QStringLiteral("Nothing on the disk starts an operating system: %1.").arg(subject.facts->boot.modeBecause);
}

Found byUefi(const PreflightSubject &subject)
{
    if (!subject.facts || (subject.facts->boot.mode != BootMode::Uefi && subject.facts->boot.mode != BootMode::Both))
        return {};
    return QStringLiteral("The disk starts by UEFI (%1).").arg(bootModeName(subject.facts->boot.mode));
}

Found encrypted(const PreflightSubject &subject)
{
    const auto places = encryptedPlaces(subject);
    if (places.isEmpty())
        return {};
    return QStringLiteral("Encrypted: %1.").arg(places.join(QStringLiteral(", ")));
}

Found dynamicDisk(const PreflightSubject &subject)
{
    if (!subject.facts || !isDynamicDisk(*subject.facts))
        return {};
    return QStringLiteral("The disk is a dynamic disk of Windows.");
}

Found raid(const PreflightSubject &subject)
{
    if (!subject.facts)
        return {};
    for (const auto &volume : allVolumes(*subject.facts)) {
        if (volume.usage == VolumeUsage::Raid)
            return QStringLiteral("%1 is a part of a RAID set (%2).").arg(volume.place, volume.type);
    }
    return {};
}

} // namespace

QList<Rule> ec2Rules()
{
    return {
        {"ec2-partition-table", Severity::Error, kEc2Image, false, "Whether the disk has a partition table.",
         "The import ends with: ClientError: No valid partitions. Not a valid volume.",
         "Import it as a snapshot; or partition a disk, and copy the file system into it.", kPrerequisites,
         noPartitions},
        {"ec2-sector-size", Severity::Error, kEc2, true, "The sector size that the partition table counts in.",
         "EBS volumes have sectors of 512 bytes: neither the service nor the guest finds the partitions.",
         "Partition a disk of 512-byte sectors, and copy the file systems over.", kPrerequisites, sectors},
        {"ec2-disk-size", Severity::Error, kEc2Image, false, "The disk's size: less than 16 TiB.",
         "The service refuses larger disks.", "Import it as a snapshot, or move data to a disk of its own.",
         kPrerequisites, tooLarge},
        {"ec2-snapshot-size",
         Severity::Error,
         {Destination::Ec2Snapshot},
         false,
         "The disk's size: at most 64 TiB.",
         "No EBS volume is larger.",
         "Move data to a disk of its own.",
         kVolumes,
         snapshotTooLarge},
        {"ec2-disk-manifest", Severity::Warning, kEc2Image, true, "Disks over 8 TiB.",
         "One object of S3 does not hold it: it takes a manifest.",
         "Import it as a snapshot by the EBS direct interface, which needs neither.", kPrerequisites, needsManifest},
        {"ec2-size-rounded", Severity::Note, kEc2, true, "Whether the size is a multiple of 1 GiB.",
         "EBS counts in GiB: the volume is somewhat larger than the disk.",
         "Nothing need be done. A GPT's second copy can be moved to the new end in the guest.", kVolumes, tooSmall},
        {"ec2-not-bootable", Severity::Error, kEc2Image, true, "Boot code, EFI system partition and loaders.",
         "The service looks for a system that starts; the import ends with an error.",
         "Import it as a snapshot, or look whether the disk that starts the machine is another one.", kLimitations,
         notBootable},
        {"ec2-root-disk", Severity::Warning, kEc2Image, true,
         "Machines of several disks: whether the system is on the disk that starts it.",
         "The imported machine may not start: its root must be on the disk with the boot record.",
         "Install the boot loader on the disk of the root.", kLimitations, startedFromElsewhere},
        {"ec2-volumes", Severity::Error, kEc2Image, false, "The machine's disks: at most 21.", "The import fails.",
         "Import the others one by one, as snapshots.", kLimitations, tooManyDisks},
        {"ec2-uefi-encryption", Severity::Note, kEc2Image, true, "Whether the disk starts by UEFI.",
         "The service cannot import UEFI machines encrypted.",
         "Import it as an encrypted snapshot, and register the image from that with its boot mode.",
         "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportImage.html", byUefi},
        {"ec2-encrypted-volumes", Severity::Error, kEc2Image, false, "Encrypted volumes (LUKS, BitLocker).",
         "The service reads the guest's files; the import ends with an error.",
         "Import it as a snapshot, or decrypt the volumes: the EBS volume is encrypted anyway.", kLimitations,
         encrypted},
        {"ec2-dynamic-disk", Severity::Error, kEc2Image, false, "Dynamic disks of Windows.",
         "The service does not know them; the import ends with an error.", "Convert it to a basic disk.",
         kPrerequisites, dynamicDisk},
        {"ec2-raid", Severity::Error, kEc2Image, true, "Parts of RAID sets.",
         "The service imports no machine whose root is on a RAID set.",
         "Import the disks as snapshots, or move the system to a plain partition.", kLimitations, raid},
    };
}

} // namespace sealift
