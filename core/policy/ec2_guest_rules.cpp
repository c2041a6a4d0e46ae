#include "policy/destinations.h"
#include "policy/ec2_documents.h"
#include "policy/guest_questions.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kModifications = "https://docs.aws.amazon.com/vm-import/latest/userguide/import-modify-vm.html";
constexpr qint64 kRoomForDrivers = 250LL << 20;
constexpr qint64 kRoomForWindows = 6LL << 30;
constexpr qint64 kTiB = 1LL << 40;
constexpr qsizetype kMostWindowsPartitions = 3;

/// Whether the disk's volumes could be looked into at all: nothing is concluded from what was not seen.
bool couldBeSeen(const PreflightSubject &subject)
{
    return subject.facts && !subject.facts->empty && subject.facts->notes.isEmpty() &&
           subject.facts->scheme != PartitionScheme::None;
}

Found noSystem(const PreflightSubject &subject)
{
    if (!couldBeSeen(subject) || !subject.facts->systems.isEmpty())
        return {};
    return QStringLiteral("No operating system was found on the disk.");
}

Found severalSystems(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->systems.size() < 2)
        return {};
    QStringList names;
    for (const auto &system : subject.facts->systems)
        names.append(QStringLiteral("%1 on %2").arg(system.name, system.place));
    return QStringLiteral("There are several operating systems: %1.").arg(names.join(QStringLiteral(", ")));
}

Found severalMenus(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr)
        return {};
    QStringList menus;
    for (const auto &file : system->bootConfigurations) {
        if (!file.contains(QLatin1String("/loader/entries/")))
            menus.append(file);
    }
    if (menus.size() < 2)
        return {};
    return QStringLiteral("There are several boot configurations: %1.").arg(menus.join(QStringLiteral(", ")));
}

Found entriesOnly(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || !system->bootEntriesOnly.is(true))
        return {};
    return QStringLiteral("The kernels are named by boot loader specification entries only, not by grub.cfg.");
}

Found noFstab(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || system->fstab || !system->fstab.because().startsWith(QLatin1String("there is no")))
        return {};
    return QStringLiteral("There is no /etc/fstab.");
}

Found is32Bit(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || !system->architecture.is(QStringLiteral("i386")))
        return {};
    return QStringLiteral("The system is a 32-bit Linux (%1).").arg(system->name);
}

Found fileSystem(const PreflightSubject &subject)
{
    static const QStringList taken{QStringLiteral("ext2"),  QStringLiteral("ext3"), QStringLiteral("ext4"),
                                   QStringLiteral("btrfs"), QStringLiteral("jfs"),  QStringLiteral("xfs")};
    const auto *root = rootVolume(subject);
    if (root == nullptr || onlyLinux(subject) == nullptr || taken.contains(root->type))
        return {};
    return QStringLiteral("The root file system is %1.").arg(root->type);
}

Found subvolume(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || system->subvolume.isEmpty())
        return {};
    return QStringLiteral("The root is the subvolume \"%1\" of a Btrfs.").arg(system->subvolume);
}

Found noDrivers(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || !lacksAll(*system, {QStringLiteral("nvme"), QStringLiteral("xen-blkfront")}))
        return {};
    return QStringLiteral("Neither nvme nor xen-blkfront is in the kernel %1 or its initial file system.")
        .arg(system->kernels.first().version);
}

Found littleRoom(const PreflightSubject &subject)
{
    const auto *root = rootVolume(subject);
    const auto *system = onlySystem(subject);
    if (root == nullptr || (system->family != OsFamily::Linux && system->family != OsFamily::Windows))
        return {};
    const auto needed = system->family == OsFamily::Windows ? kRoomForWindows : kRoomForDrivers;
    if (!root->freeBytes || *root->freeBytes >= needed)
        return {};
    return QStringLiteral("The root file system has %1 MiB free.").arg(*root->freeBytes >> 20);
}

Found hibernated(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system == nullptr || !system->windows || !system->windows->hibernated.is(true))
        return {};
    return QStringLiteral("Windows is hibernated, or was shut down with Fast Startup.");
}

Found windowsGpt(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system == nullptr || system->family != OsFamily::Windows || subject.facts->scheme != PartitionScheme::Gpt ||
        (subject.diskSize <= 2 * kTiB && primaryPartitions(*subject.facts) <= kMostWindowsPartitions))
        return {};
    return QStringLiteral("Windows is on a GPT disk of %1 GiB with %2 partitions.")
        .arg(subject.diskSize >> 30)
        .arg(primaryPartitions(*subject.facts));
}

Found otherDistribution(const PreflightSubject &subject)
{
    static const QStringList listed{QStringLiteral("almalinux"), QStringLiteral("amzn"),   QStringLiteral("centos"),
                                    QStringLiteral("debian"),    QStringLiteral("fedora"), QStringLiteral("ol"),
                                    QStringLiteral("rhel"),      QStringLiteral("rocky"),  QStringLiteral("sles"),
                                    QStringLiteral("ubuntu")};
    const auto *system = onlyLinux(subject);
    if (system == nullptr || system->distribution.isEmpty() || listed.contains(system->distribution))
        return {};
    return QStringLiteral("The system is %1 (%2).").arg(system->name, system->distribution);
}

Found otherSystem(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system == nullptr || system->family == OsFamily::Linux || system->family == OsFamily::Windows)
        return {};
    return QStringLiteral("The system is %1.").arg(system->name);
}

} // namespace

QList<Rule> ec2GuestRules()
{
    return {
        {"ec2-unknown-system", Severity::Error, kEc2Image, true, "Whether an operating system is found.",
         "The import ends with: ClientError: Unknown OS / Missing OS files.",
         "Import it as a snapshot, or look whether the system is on another disk.", kPrerequisites, noSystem},
        {"ec2-other-system", Severity::Error, kEc2Image, true, "Whether the system is Linux or Windows.",
         "The import ends with: ClientError: Unknown OS / Missing OS files.", "Import it as a snapshot.",
         kPrerequisites, otherSystem},
        {"ec2-distribution", Severity::Warning, kEc2Image, true,
         "The Linux distribution: one of those that the service lists, each with its kernels.",
         "The import may end with: ClientError: Unsupported kernel version.",
         "Compare the guide's list, which has versions and kernels; or import it as a snapshot.", kPrerequisites,
         otherDistribution},
        {"ec2-dual-boot", Severity::Error, kEc2Image, true, "Several operating systems on the disk.",
         "The service imports no machine with more than one.",
         "Import it as a snapshot, or remove the systems that are not wanted.", kLimitations, severalSystems},
        {"ec2-boot-configurations", Severity::Warning, kEc2Image, true, "Several configurations of the boot loader.",
         "The import may end with: ClientError: Multiple different grub/menu.lst files found.",
         "Remove the configurations that are not used.", kLimitations, severalMenus},
        {"ec2-boot-entries", Severity::Warning, kEc2Image, true,
         "Boot loader specification entries without a grub.cfg.", "The service may not find the kernel.",
         "Let grub.cfg name the kernels: GRUB_ENABLE_BLSCFG=false, then grub2-mkconfig.",
         "https://uapi-group.org/specifications/specs/boot_loader_specification/", entriesOnly},
        {"ec2-fstab", Severity::Error, kEc2Image, true, "Whether there is an /etc/fstab.",
         "The service finds the guest's volumes by it; the import ends with an error.",
         "Add one, or import the disk as a snapshot.", kModifications, noFstab},
        {"ec2-32-bit", Severity::Error, kEc2Image, true, "Whether a Linux has 64 bits.",
         "The service imports no other.", "Import it as a snapshot, or install a 64-bit system.", kPrerequisites,
         is32Bit},
        {"ec2-file-system", Severity::Error, kEc2Image, true,
         "The root's file system: ext2, ext3, ext4, Btrfs, JFS, XFS.", "The service reads no other.",
         "Import it as a snapshot.", kPrerequisites, fileSystem},
        {"ec2-btrfs-subvolume", Severity::Error, kEc2Image, true, "Whether the root is a Btrfs subvolume.",
         "The service does not read subvolumes; the import ends with an error.", "Import it as a snapshot.",
         kPrerequisites, subvolume},
        {"ec2-drivers", Severity::Warning, kEc2, true, "Drivers for EC2's disks: nvme, xen-blkfront.",
         "The guest does not find its root and stops.",
         "Build the initial file system with them: for dracut add_drivers+=, for initramfs-tools "
         "/etc/initramfs-tools/modules.",
         "https://docs.aws.amazon.com/ebs/latest/userguide/nvme-ebs-volumes.html", noDrivers},
        {"ec2-free-space", Severity::Warning, kEc2Image, true,
         "Free room on the root: 250 MiB for a Linux, 6 GiB for Windows.",
         "The service installs drivers and tools there; without room the import ends with an error.",
         "Make room in the guest.", kLimitations, littleRoom},
        {"ec2-hibernated", Severity::Error, kEc2Image, false, "Whether Windows is hibernated (hiberfil.sys).",
         "The service cannot write to its volume; the import ends with an error.",
         "Start Windows, and shut it down fully: powercfg /h off, then shutdown /s /t 0.", kLimitations, hibernated},
        {"ec2-windows-gpt", Severity::Warning, kEc2Image, true,
         "Windows on GPT: at most 2 TiB and three partitions to be converted to MBR.",
         "The service converts it to MBR where it is to start by BIOS, and cannot then.",
         "Import it with UEFI as its boot mode, out of a VHDX.", kPrerequisites, windowsGpt},
    };
}

} // namespace sealift
