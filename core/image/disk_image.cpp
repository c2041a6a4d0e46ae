#include "image/disk_image.h"

#include <array>

namespace sealift {

namespace {

constexpr std::array kFormats{DiskFormat::Raw, DiskFormat::Qcow2, DiskFormat::Vmdk,
                              DiskFormat::Vhd, DiskFormat::Vhdx,  DiskFormat::Vdi};

}

QString diskFormatName(DiskFormat format)
{
    switch (format) {
    case DiskFormat::Raw:
        return QStringLiteral("raw");
    case DiskFormat::Qcow2:
        return QStringLiteral("qcow2");
    case DiskFormat::Vmdk:
        return QStringLiteral("vmdk");
    case DiskFormat::Vhd:
        return QStringLiteral("vhd");
    case DiskFormat::Vhdx:
        return QStringLiteral("vhdx");
    case DiskFormat::Vdi:
        return QStringLiteral("vdi");
    }
    return {};
}

std::optional<DiskFormat> diskFormatFromName(const QString &name)
{
    for (const auto format : kFormats) {
        if (diskFormatName(format) == name)
            return format;
    }
    return std::nullopt;
}

QString partitionTableName(PartitionTable table)
{
    switch (table) {
    case PartitionTable::None:
        return QStringLiteral("none");
    case PartitionTable::Mbr:
        return QStringLiteral("mbr");
    case PartitionTable::Gpt:
        return QStringLiteral("gpt");
    }
    return {};
}

} // namespace sealift
