#include "policy/destinations.h"
#include "policy/guest_questions.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr qint64 kGiB = 1LL << 30;
constexpr qint64 kTiB = 1LL << 40;
constexpr const char *kHyperVGeneration =
    "https://learn.microsoft.com/en-us/windows-server/virtualization/hyper-v/plan/"
    "should-i-create-a-generation-1-or-2-virtual-machine-in-hyper-v";
constexpr const char *kAzure = "https://learn.microsoft.com/en-us/azure/virtual-machines/linux/create-upload-generic";
constexpr const char *kVmware = "https://configmax.broadcom.com/";
constexpr const char *kVhd = "https://learn.microsoft.com/en-us/windows/win32/vstor/about-vhd";
constexpr const char *kVirtio = "https://docs.oasis-open.org/virtio/virtio/v1.2/virtio-v1.2.html";

Found largerThan(const PreflightSubject &subject, qint64 limit)
{
    if (subject.diskSize <= limit)
        return {};
    return QStringLiteral("The disk has %1 GiB.").arg(subject.diskSize / kGiB);
}

Found overVhd(const PreflightSubject &subject)
{
    return largerThan(subject, 2040 * kGiB);
}

Found overVhdx(const PreflightSubject &subject)
{
    return largerThan(subject, 64 * kTiB);
}

Found overVmware(const PreflightSubject &subject)
{
    return largerThan(subject, 62 * kTiB);
}

Found overAzure(const PreflightSubject &subject)
{
    return largerThan(subject, 32767 * kGiB);
}

Found overAzureSystem(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->systems.isEmpty() || subject.diskSize > 32767 * kGiB)
        return {};
    return largerThan(subject, 4095 * kGiB);
}

Found biosOnly(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->boot.mode != BootMode::Bios)
        return {};
    return QStringLiteral("The disk starts by BIOS only.");
}

Found uefiOnly(const PreflightSubject &subject)
{
    if (!subject.facts || subject.facts->boot.mode != BootMode::Uefi)
        return {};
    return QStringLiteral("The disk starts by UEFI only.");
}

Found lacksForLinux(const PreflightSubject &subject, const QStringList &drivers)
{
    const auto *system = onlyLinux(subject);
    if (system == nullptr || !lacksAll(*system, drivers))
        return {};
    return QStringLiteral("None of %1 is in the kernel %2 or its initial file system.")
        .arg(drivers.join(QStringLiteral(", ")), system->kernels.first().version);
}

Found noVirtio(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system != nullptr && system->windows && !system->windows->virtioStorage)
        return QStringLiteral("Windows has no virtio storage driver (viostor.sys, vioscsi.sys).");
    return lacksForLinux(subject, {QStringLiteral("virtio_blk"), QStringLiteral("virtio_scsi")});
}

Found noHyperV(const PreflightSubject &subject)
{
    return lacksForLinux(subject, {QStringLiteral("hv_storvsc")});
}

Found noParavirtualScsi(const PreflightSubject &subject)
{
    return lacksForLinux(subject, {QStringLiteral("vmw_pvscsi")});
}

Found noXen(const PreflightSubject &subject)
{
    return lacksForLinux(subject, {QStringLiteral("xen-blkfront")});
}

} // namespace

QList<Rule> hypervisorRules()
{
    const QList<Destination> wantsHint{Destination::Esxi, Destination::Workstation, Destination::VirtualBox,
                                       Destination::Kvm, Destination::Xen};
    return {
        {"hyper-v-vhd-size",
         Severity::Error,
         {Destination::HyperV1},
         false,
         "The disk's size: at most 2040 GiB in a VHD.",
         "The format has no larger disks.",
         "Export it as VHDX, which generation 1 takes as well.",
         kVhd,
         overVhd},
        {"hyper-v-vhdx-size",
         Severity::Error,
         {Destination::HyperV2},
         false,
         "The disk's size: at most 64 TiB in a VHDX.",
         "The format has no larger disks.",
         "Split the data over several disks in the guest.",
         kVhd,
         overVhdx},
        {"hyper-v-2-firmware",
         Severity::Error,
         {Destination::HyperV2},
         true,
         "UEFI boot for generation 2.",
         "Generation 2 has UEFI firmware only: it finds nothing to start.",
         "Export it for generation 1 (hyper-v-1), or install an EFI loader in the guest.",
         kHyperVGeneration,
         biosOnly},
        {"hyper-v-1-firmware",
         Severity::Error,
         {Destination::HyperV1},
         true,
         "BIOS boot for generation 1.",
         "Generation 1 has BIOS firmware only: it finds nothing to start.",
         "Export it for generation 2 (hyper-v-2).",
         kHyperVGeneration,
         uefiOnly},
        {"hyper-v-drivers",
         Severity::Warning,
         {Destination::HyperV2, Destination::Azure},
         true,
         "The driver of Hyper-V's disks: hv_storvsc.",
         "The guest does not find its root and stops.",
         "Build the guest's initial file system with hv_storvsc and hv_netvsc.",
         kAzure,
         noHyperV},
        {"azure-size",
         Severity::Error,
         {Destination::Azure},
         false,
         "The disk's size: at most 32767 GiB.",
         "Azure has no larger disks.",
         "Split the data over several disks in the guest.",
         "https://learn.microsoft.com/en-us/azure/virtual-machines/managed-disks-overview",
         overAzure},
        {"azure-system-size",
         Severity::Warning,
         {Destination::Azure},
         true,
         "A system disk's size: at most 4095 GiB.",
         "Azure starts machines from no larger disk.",
         "Shrink the disk, or move data to one of its own.",
         "https://learn.microsoft.com/en-us/azure/virtual-machines/managed-disks-overview",
         overAzureSystem},
        {"azure-generation",
         Severity::Note,
         {Destination::Azure},
         true,
         "Which generation of machines the disk is for.",
         "A machine of generation 1 starts by BIOS only: it finds nothing to start.",
         "Make the image with --hyper-v-generation V2.",
         "https://learn.microsoft.com/en-us/azure/virtual-machines/generation-2",
         uefiOnly},
        {"vmware-size",
         Severity::Error,
         {Destination::Esxi, Destination::Workstation},
         false,
         "The disk's size: at most 62 TiB.",
         "VMware has no larger virtual disks.",
         "Split the data over several disks in the guest.",
         kVmware,
         overVmware},
        {"vmware-controller",
         Severity::Note,
         {Destination::Esxi, Destination::Workstation},
         true,
         "The driver of VMware's paravirtual controller: vmw_pvscsi.",
         "On a paravirtual SCSI controller the guest does not find its root.",
         "Attach the disk to a SATA, NVMe or LSI Logic controller.",
         "https://knowledge.broadcom.com/external/article/313515",
         noParavirtualScsi},
        {"firmware-uefi", Severity::Note, wantsHint, true, "Which firmware the virtual machine needs.",
         "With BIOS firmware, which is often what is set, the machine finds nothing to start.",
         "Set the virtual machine's firmware to EFI (UEFI).", "https://uefi.org/specs/UEFI/2.10/03_Boot_Manager.html",
         uefiOnly},
        {"firmware-bios", Severity::Note, wantsHint, true, "Which firmware the virtual machine needs.",
         "With UEFI firmware the machine finds nothing to start.", "Set the virtual machine's firmware to BIOS.",
         "https://uefi.org/specs/UEFI/2.10/03_Boot_Manager.html", biosOnly},
        {"kvm-drivers",
         Severity::Warning,
         {Destination::Kvm},
         true,
         "Drivers of virtio disks.",
         "On a virtio disk the guest does not find its root, or stops with INACCESSIBLE_BOOT_DEVICE.",
         "Attach the disk as SATA, or install the virtio drivers first.",
         kVirtio,
         noVirtio},
        {"xen-drivers",
         Severity::Warning,
         {Destination::Xen},
         true,
         "The driver of Xen's disks: xen-blkfront.",
         "A paravirtual guest does not find its root; others use slow, emulated disks.",
         "Build the guest's initial file system with xen-blkfront and xen-netfront.",
         "https://wiki.xenproject.org/wiki/Linux_PV_on_HVM_drivers",
         noXen},
    };
}

} // namespace sealift
