#include "policy/destinations.h"
#include "policy/guest_questions.h"
#include "policy/rule.h"

#include <algorithm>

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kUefi = "https://uefi.org/specs/UEFI/2.10/05_GUID_Partition_Table_Format.html";
constexpr qint64 kMbrReach = 2LL << 40;
constexpr qint64 kAlignment = 1LL << 20;

Found notSeen(const PreflightSubject &subject)
{
    if (subject.notSeen.isEmpty())
        return {};
    const auto &because = subject.notSeen;
    return QStringLiteral("What is on the disk could not be looked at: %1.")
        .arg(because.endsWith(QLatin1Char('.')) ? because.chopped(1) : because);
}

Found empty(const PreflightSubject &subject)
{
    if (!subject.facts || !subject.facts->empty)
        return {};
    return QStringLiteral("Nothing but zeroes is where a partition table or a file system would begin.");
}

Found damagedGpt(const PreflightSubject &subject)
{
    if (!subject.facts ||
        (subject.facts->scheme != PartitionScheme::Gpt && subject.facts->scheme != PartitionScheme::Hybrid))
        return {};
    const auto &facts = *subject.facts;
    if (facts.primaryGpt == GptHeaderState::Valid && facts.backupGpt == GptHeaderState::Valid)
        return {};
    return QStringLiteral("Of the two copies of the partition table the first is %1, the second %2.")
        .arg(gptHeaderStateName(facts.primaryGpt), gptHeaderStateName(facts.backupGpt));
}

Found outside(const PreflightSubject &subject)
{
    if (!subject.facts)
        return {};
    for (const auto &partition : subject.facts->partitions) {
        if (partition.outside)
            return QStringLiteral("Partition %1 reaches beyond the disk's end, or into another one.")
                .arg(partition.number);
    }
    return {};
}

Found largeSectors(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->sectorSize == 512)
        return {};
    return QStringLiteral("The partition table counts in sectors of %1 bytes.").arg(subject.facts->sectorSize);
}

Found mbrTooSmall(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->scheme != PartitionScheme::Mbr || subject.facts->sectorSize != 512 ||
        subject.diskSize <= kMbrReach)
        return {};
    return QStringLiteral("The disk has an MBR and more than 2 TiB.");
}

Found ambivalent(const PreflightSubject &subject)
{
    if (!subject.facts)
        return {};
    for (const auto &volume : allVolumes(*subject.facts)) {
        if (volume.usage == VolumeUsage::Ambivalent)
            return QStringLiteral("On %1 there are the marks of several kinds of volumes.").arg(volume.place);
    }
    return {};
}

Found isIso(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->wholeDisk.type != QLatin1String("iso9660"))
        return {};
    return QStringLiteral("The image is an ISO 9660 one: a disc to install from, not an installed disk.");
}

Found misaligned(const PreflightSubject &subject)
{
    if (!subject.facts)
        return {};
    for (const auto &partition : subject.facts->partitions) {
        if (!partition.extended && !partition.logical && partition.offset % kAlignment != 0 &&
            partition.volume.usage == VolumeUsage::FileSystem)
            return QStringLiteral("Partition %1 does not begin at a multiple of 1 MiB.").arg(partition.number);
    }
    return {};
}

Found incompleteGroup(const PreflightSubject &subject)
{
    if (!subject.facts || !subject.facts->incompleteVolumeGroup)
        return {};
    return QStringLiteral("A volume group of LVM has physical volumes that are not on this disk.");
}

} // namespace

QList<Rule> diskRules()
{
    return {
        {"disk-not-seen", Severity::Note, kEverywhere, true, "Whether what is on the disk could be looked at.",
         "Whatever else preflight would say of the disk is not known.",
         "Look at it by \"sealift inspect\", which says more.", "", notSeen},
        {"disk-empty", Severity::Warning, kEverywhere, true, "Whether anything is on the disk.",
         "An empty disk is transferred; nothing will start from it.", "Look whether this is the right image.", "",
         empty},
        {"disk-gpt-damaged", Severity::Warning, kEverywhere, true, "Both copies of a GUID partition table.",
         "Firmware or the guest may refuse the table, or mend it with what is left.",
         "If the disk was enlarged, move the second copy to its end: sgdisk --move-second-header. Else look whether "
         "the "
         "image is complete.",
         kUefi, damagedGpt},
        {"disk-partition-outside", Severity::Warning, kEverywhere, true, "Whether all partitions lie inside the disk.",
         "The image may have been cut off: what lay behind its end is lost.", "Copy the image again, whole.", kUefi,
         outside},
        {"disk-sector-size", Severity::Warning, kHypervisors, true,
         "The sector size that the partition table counts in.",
         "Virtual disks usually have sectors of 512 bytes: the guest would find its partitions in the wrong places.",
         "Give the virtual disk sectors of 4096 bytes where the hypervisor can, or partition a disk of 512-byte "
         "sectors "
         "and copy the file systems over.",
         kUefi, largeSectors},
        {"disk-mbr-size", Severity::Warning, kEverywhere, true, "An MBR on a disk of more than 2 TiB.",
         "What lies behind 2 TiB cannot be reached by any partition.", "Convert the disk to GPT in the guest.", kUefi,
         mbrTooSmall},
        {"disk-ambivalent", Severity::Warning, kRunning, true, "Volumes with the marks of several kinds.",
         "Guests refuse to mount what they cannot tell, or mount the wrong one.",
         "Remove the stale mark in the guest: wipefs.", "https://man7.org/linux/man-pages/man8/wipefs.8.html",
         ambivalent},
        {"disk-iso", Severity::Warning, kRunning, true, "Whether the image is an ISO 9660 one.",
         "As a disk it starts an installation at best.",
         "Give it to the virtual machine as a disc, and transfer the disk that it installed.", "", isIso},
        {"disk-volume-group", Severity::Warning, kRunning, true, "Whether LVM's groups are complete on this disk.",
         "The guest does not find its volumes without the other disks.", "Transfer all disks of the machine.",
         "https://man7.org/linux/man-pages/man8/vgchange.8.html", incompleteGroup},
        {"disk-alignment", Severity::Note, kHypervisors, true, "Whether partitions begin at multiples of 1 MiB.",
         "Storage with larger blocks works more than need be.", "Nothing need be done.", "", misaligned},
    };
}

} // namespace sealift
