#include "policy/destinations.h"
#include "policy/guest_questions.h"
#include "policy/rule.h"

#include <algorithm>

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kFstab = "https://man7.org/linux/man-pages/man5/fstab.5.html";
constexpr const char *kUefiBoot = "https://uefi.org/specs/UEFI/2.10/03_Boot_Manager.html";
constexpr const char *kHibernation = "https://learn.microsoft.com/en-us/troubleshoot/windows-client/"
                                     "setup-upgrade-and-drivers/disable-and-re-enable-hibernation";
constexpr const char *kBitLocker =
    "https://learn.microsoft.com/en-us/windows/security/operating-system-security/data-protection/bitlocker/";

Found notBootable(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->systems.isEmpty() || subject.facts->boot.mode != BootMode::None)
        return {};
    return QStringLiteral("There is an operating system on the disk, but nothing that starts it: %1.")
        .arg(subject.facts->boot.modeBecause);
}

Found noFallback(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system == nullptr || subject.facts->boot.mode != BootMode::Uefi || subject.facts->boot.efiFallback)
        return {};
    return QStringLiteral("The disk starts by UEFI only, and has no \\EFI\\BOOT\\BOOTX64.EFI.");
}

Found hibernated(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system == nullptr || !system->windows || !system->windows->hibernated.is(true))
        return {};
    return QStringLiteral("Windows is hibernated, or was shut down with Fast Startup.");
}

Found dirty(const PreflightSubject &subject)
{
    if (!subject.facts)
        return {};
    QStringList places;
    for (const auto &volume : allVolumes(*subject.facts)) {
        if (volume.dirty.is(true))
            places.append(volume.place);
    }
    if (places.isEmpty())
        return {};
    return QStringLiteral("Not unmounted properly: %1.").arg(places.join(QStringLiteral(", ")));
}

Found deviceNames(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || !system->fstab || system->fstab->byDevice.isEmpty())
        return {};
    return QStringLiteral("/etc/fstab names %1.").arg(system->fstab->byDevice.join(QStringLiteral(", ")));
}

Found staticNetwork(const PreflightSubject &subject)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || !system->network ||
        (system->network->mode != NetworkMode::Static && system->network->mode != NetworkMode::Mixed))
        return {};
    return QStringLiteral("The network has fixed addresses, by %1.")
        .arg(system->network->sources.join(QStringLiteral(", ")));
}

Found tpmBound(const PreflightSubject &subject)
{
    const auto places = encryptedPlaces(subject);
    if (places.isEmpty())
        return {};
    return QStringLiteral("Encrypted: %1.").arg(places.join(QStringLiteral(", ")));
}

} // namespace

QList<Rule> guestRules()
{
    return {
        {"guest-not-bootable", Severity::Warning, kHypervisors, true, "Boot code, EFI system partition and loaders.",
         "The virtual machine stops at \"no bootable device\".",
         "Install a boot loader in the guest, or look whether the disk that starts it is another one.", kUefiBoot,
         notBootable},
        {"guest-efi-fallback", Severity::Warning, kRunning, true,
         "On UEFI disks: the loader that firmware without settings looks for.",
         "The firmware's settings stay behind: a new virtual machine finds no loader.",
         "In the guest: grub-install --removable, or copy the loader to \\EFI\\BOOT\\BOOTX64.EFI.", kUefiBoot,
         noFallback},
        {"guest-hibernated", Severity::Warning,
         QList<Destination>{Destination::Library} + kHypervisors + QList<Destination>{Destination::Ec2Snapshot}, true,
         "Whether Windows is hibernated (hiberfil.sys).",
         "The saved state is of other hardware: Windows throws it away, or does not start; others mount its volumes "
         "read-only.",
         "Start Windows, and shut it down fully: shutdown /s /t 0, after powercfg /h off.", kHibernation, hibernated},
        {"guest-dirty", Severity::Warning, kEverywhere, true, "Whether file systems were unmounted properly.",
         "The machine was running when the image was made, or crashed: the latest changes may be missing.",
         "Shut the virtual machine down, and copy the image then.", "https://man7.org/linux/man-pages/man8/fsck.8.html",
         dirty},
        {"guest-fstab-devices", Severity::Warning, kRunning, true, "How /etc/fstab names devices.",
         "Disks have other names on another hypervisor: the guest waits for those that it does not find, or stops.",
         "Name them by UUID= in /etc/fstab; blkid tells the UUIDs.", kFstab, deviceNames},
        {"guest-static-network", Severity::Warning, kRunning, true, "Whether network addresses are fixed.",
         "They seldom fit another network: the guest is not reached.", "Let the guest use DHCP before it is moved.",
         "https://docs.aws.amazon.com/vm-import/latest/userguide/import-modify-vm.html", staticNetwork},
        {"guest-encrypted-volumes", Severity::Note, QList<Destination>{Destination::Library} + kHypervisors, true,
         "Encrypted volumes (LUKS, BitLocker).",
         "A key that is bound to a TPM stays behind: the guest asks for its recovery key.",
         "Keep the recovery key at hand.", kBitLocker, tpmBound},
    };
}

} // namespace sealift
