#include "image/writers/write_targets.h"

namespace sealift {

namespace {

constexpr qint64 kMiB = 1LL << 20;

WriteOptions kind(WriteSubformat subformat, qint64 alignment = 0)
{
    WriteOptions options;
    options.subformat = subformat;
    options.alignment = alignment;
    return options;
}

} // namespace

const QList<WriteTarget> &writeTargets()
{
    static const QList<WriteTarget> targets{
        {.name = QStringLiteral("kvm"),
         .title = QStringLiteral("KVM, Proxmox VE, OpenStack"),
         .format = WriteFormat::Qcow2,
         .options = {},
         .note = {}},
        {.name = QStringLiteral("esxi"),
         .title = QStringLiteral("VMware ESXi, vCenter"),
         .format = WriteFormat::Vmdk,
         .options = kind(WriteSubformat::StreamOptimized, kMiB),
         .note = QStringLiteral("Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk")},
        {.name = QStringLiteral("workstation"),
         .title = QStringLiteral("VMware Workstation, Fusion"),
         .format = WriteFormat::Vmdk,
         .options = kind(WriteSubformat::StreamOptimized, kMiB),
         .note = QStringLiteral("Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk")},
        {.name = QStringLiteral("hyper-v-2"),
         .title = QStringLiteral("Hyper-V, generation 2 (UEFI)"),
         .format = WriteFormat::Vhdx,
         .options = kind(WriteSubformat::Dynamic, kMiB),
         .note = {}},
        {.name = QStringLiteral("hyper-v-1"),
         .title = QStringLiteral("Hyper-V, generation 1 (BIOS)"),
         .format = WriteFormat::Vhd,
         .options = kind(WriteSubformat::Dynamic, kMiB),
         .note = QStringLiteral("Disks over 2040 GiB need VHDX, which generation 1 can use as well.")},
        {.name = QStringLiteral("azure"),
         .title = QStringLiteral("Microsoft Azure"),
         .format = WriteFormat::Vhd,
         .options = kind(WriteSubformat::Fixed, kMiB),
         .note = QStringLiteral("Upload it as a page blob, for example with azcopy.")},
        {.name = QStringLiteral("virtualbox"),
         .title = QStringLiteral("VirtualBox"),
         .format = WriteFormat::Vdi,
         .options = kind(WriteSubformat::Dynamic),
         .note = {}},
        {.name = QStringLiteral("xen"),
         .title = QStringLiteral("Xen"),
         .format = WriteFormat::Raw,
         .options = {},
         .note = QStringLiteral("XenServer and XCP-ng import VHD, dynamic, too.")},
    };
    return targets;
}

std::optional<WriteTarget> writeTargetFromName(const QString &name)
{
    for (const auto &target : writeTargets()) {
        if (target.name == name)
            return target;
    }
    return std::nullopt;
}

} // namespace sealift
