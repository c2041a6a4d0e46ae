#include "image/inspect/partition_types.h"

#include <array>
#include <utility>

namespace sealift {

QString mbrTypeText(int type)
{
    return QStringLiteral("0x%1").arg(type, 2, 16, QLatin1Char('0'));
}

QString gptTypeName(const QString &guid)
{
    static constexpr std::array kNames{
        std::pair(kEfiSystemGuid, "EFI system"),
        std::pair(kBiosBootGuid, "BIOS boot"),
        std::pair("0FC63DAF-8483-4772-8E79-3D69D8477DE4", "Linux"),
        std::pair("4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709", "Linux root (x86-64)"),
        std::pair("B921B045-1DF0-41C3-AF44-4C6F280D3FAE", "Linux root (ARM-64)"),
        std::pair("BC13C2FF-59E6-4262-A352-B275FD6F7172", "Linux extended boot"),
        std::pair("0657FD6D-A4AB-43C4-84E5-0933C84B4F4F", "Linux swap"),
        std::pair("E6D6D379-F507-44C2-A23C-238F2A3DF928", "Linux LVM"),
        std::pair("A19D880F-05FC-4D3B-A006-743F0F84911E", "Linux RAID"),
        std::pair("CA7D7CCB-63ED-4C53-861C-1742536059CC", "Linux LUKS"),
        std::pair("E3C9E316-0B5C-4DB8-817D-F92DF00215AE", "Microsoft reserved"),
        std::pair("EBD0A0A2-B9E5-4433-87C0-68B6B72699C7", "Microsoft basic data"),
        std::pair("DE94BBA4-06D1-4D40-A16A-BFD50179D6AC", "Windows recovery"),
        std::pair(kWindowsLdmGuid, "Microsoft LDM metadata"),
        std::pair(kWindowsLdmDataGuid, "Microsoft LDM data"),
        std::pair(kFreeBsdBootGuid, "FreeBSD boot"),
        std::pair("516E7CB4-6ECF-11D6-8FF8-00022D09712B", "FreeBSD data"),
        std::pair("516E7CB5-6ECF-11D6-8FF8-00022D09712B", "FreeBSD swap"),
        std::pair("516E7CB6-6ECF-11D6-8FF8-00022D09712B", "FreeBSD UFS"),
        std::pair("516E7CBA-6ECF-11D6-8FF8-00022D09712B", "FreeBSD ZFS"),
    };
    for (const auto &[known, name] : kNames) {
        if (guid == QLatin1String(known))
            return QString::fromLatin1(name);
    }
    return {};
}

QString mbrTypeName(int type)
{
    static constexpr std::array kNames{
        std::pair(0x01, "FAT12"),
        std::pair(0x04, "FAT16 <32M"),
        std::pair(0x05, "Extended"),
        std::pair(0x06, "FAT16"),
        std::pair(0x07, "HPFS/NTFS/exFAT"),
        std::pair(0x0b, "W95 FAT32"),
        std::pair(0x0c, "W95 FAT32 (LBA)"),
        std::pair(0x0e, "W95 FAT16 (LBA)"),
        std::pair(0x0f, "W95 Ext'd (LBA)"),
        std::pair(0x27, "Hidden NTFS WinRE"),
        std::pair(kWindowsLdmType, "SFS (Windows dynamic disk)"),
        std::pair(0x82, "Linux swap"),
        std::pair(0x83, "Linux"),
        std::pair(0x85, "Linux extended"),
        std::pair(0x8e, "Linux LVM"),
        std::pair(0xa5, "FreeBSD"),
        std::pair(0xa6, "OpenBSD"),
        std::pair(0xa9, "NetBSD"),
        std::pair(kProtectiveType, "GPT"),
        std::pair(kEfiSystemType, "EFI (FAT)"),
        std::pair(0xfd, "Linux raid autodetect"),
    };
    for (const auto &[known, name] : kNames) {
        if (type == known)
            return QString::fromLatin1(name);
    }
    return {};
}

} // namespace sealift
