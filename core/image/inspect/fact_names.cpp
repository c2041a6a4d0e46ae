#include "image/inspect/disk_facts.h"

namespace sealift {

QString partitionSchemeName(PartitionScheme scheme)
{
    switch (scheme) {
    case PartitionScheme::None:
        return QStringLiteral("none");
    case PartitionScheme::Mbr:
        return QStringLiteral("mbr");
    case PartitionScheme::Gpt:
        return QStringLiteral("gpt");
    case PartitionScheme::Hybrid:
        return QStringLiteral("hybrid");
    }
    return {};
}

QString gptHeaderStateName(GptHeaderState state)
{
    switch (state) {
    case GptHeaderState::Absent:
        return QStringLiteral("absent");
    case GptHeaderState::Valid:
        return QStringLiteral("valid");
    case GptHeaderState::Damaged:
        return QStringLiteral("damaged");
    case GptHeaderState::Misplaced:
        return QStringLiteral("misplaced");
    }
    return {};
}

QString bootModeName(BootMode mode)
{
    switch (mode) {
    case BootMode::Bios:
        return QStringLiteral("bios");
    case BootMode::Uefi:
        return QStringLiteral("uefi");
    case BootMode::Both:
        return QStringLiteral("both");
    case BootMode::None:
        return QStringLiteral("none");
    case BootMode::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString bootLoaderName(BootLoader loader)
{
    switch (loader) {
    case BootLoader::None:
        return QStringLiteral("none");
    case BootLoader::Grub:
        return QStringLiteral("grub");
    case BootLoader::Windows:
        return QStringLiteral("windows");
    case BootLoader::Syslinux:
        return QStringLiteral("syslinux");
    case BootLoader::SystemdBoot:
        return QStringLiteral("systemd-boot");
    case BootLoader::Lilo:
        return QStringLiteral("lilo");
    case BootLoader::FreeBsd:
        return QStringLiteral("freebsd");
    case BootLoader::Other:
        return QStringLiteral("other");
    case BootLoader::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString volumeUsageName(VolumeUsage usage)
{
    switch (usage) {
    case VolumeUsage::Nothing:
        return QStringLiteral("nothing");
    case VolumeUsage::FileSystem:
        return QStringLiteral("file-system");
    case VolumeUsage::Swap:
        return QStringLiteral("swap");
    case VolumeUsage::Lvm:
        return QStringLiteral("lvm");
    case VolumeUsage::Raid:
        return QStringLiteral("raid");
    case VolumeUsage::Encrypted:
        return QStringLiteral("encrypted");
    case VolumeUsage::Other:
        return QStringLiteral("other");
    case VolumeUsage::Ambivalent:
        return QStringLiteral("ambivalent");
    }
    return {};
}

QString osFamilyName(OsFamily family)
{
    switch (family) {
    case OsFamily::Linux:
        return QStringLiteral("linux");
    case OsFamily::Windows:
        return QStringLiteral("windows");
    case OsFamily::FreeBsd:
        return QStringLiteral("freebsd");
    case OsFamily::Other:
        return QStringLiteral("other");
    }
    return {};
}

QString driverPlaceName(DriverPlace place)
{
    switch (place) {
    case DriverPlace::BuiltIn:
        return QStringLiteral("built-in");
    case DriverPlace::Initramfs:
        return QStringLiteral("initramfs");
    case DriverPlace::Module:
        return QStringLiteral("module");
    case DriverPlace::Missing:
        return QStringLiteral("missing");
    }
    return {};
}

QString sensitiveKindName(SensitiveKind kind)
{
    switch (kind) {
    case SensitiveKind::PrivateKey:
        return QStringLiteral("private-key");
    case SensitiveKind::Credentials:
        return QStringLiteral("credentials");
    case SensitiveKind::CloudInit:
        return QStringLiteral("cloud-init");
    case SensitiveKind::HostKey:
        return QStringLiteral("host-key");
    case SensitiveKind::MachineId:
        return QStringLiteral("machine-id");
    }
    return {};
}

QString networkModeName(NetworkMode mode)
{
    switch (mode) {
    case NetworkMode::Dhcp:
        return QStringLiteral("dhcp");
    case NetworkMode::Static:
        return QStringLiteral("static");
    case NetworkMode::Mixed:
        return QStringLiteral("mixed");
    case NetworkMode::None:
        return QStringLiteral("none");
    }
    return {};
}

QList<VolumeFacts> allVolumes(const DiskFacts &facts)
{
    QList<VolumeFacts> volumes;
    if (facts.scheme == PartitionScheme::None)
        volumes.append(facts.wholeDisk);
    for (const auto &partition : facts.partitions)
        if (!partition.extended)
            volumes.append(partition.volume);
    for (const auto &logical : facts.logicalVolumes)
        volumes.append(logical.volume);
    return volumes;
}

} // namespace sealift
