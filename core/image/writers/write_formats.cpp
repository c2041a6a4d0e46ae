#include "image/writers/write_options.h"

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
constexpr qint64 kKiB = 1LL << 10;
constexpr qint64 kMiB = 1LL << 20;
constexpr qint64 kGiB = 1LL << 30;
constexpr qint64 kTiB = 1LL << 40;

WriteFormatInfo rawInfo()
{
    return {.format = WriteFormat::Raw,
            .title = QStringLiteral("raw"),
            .purpose = QStringLiteral("the disk's bytes and nothing else: Xen, LVM volumes, dd, cloud uploads"),
            .suffixes = {QStringLiteral("raw"), QStringLiteral("img"), QStringLiteral("dd")},
            .subformats = {},
            .compressions = {WriteCompression::None},
            .blockSizes = {},
            .canBeEnlarged = true};
}

WriteFormatInfo qcow2Info()
{
    return {.format = WriteFormat::Qcow2,
            .title = QStringLiteral("qcow2"),
            .purpose = QStringLiteral("QEMU, KVM, Proxmox VE, OpenStack; compressed ones for transport and templates"),
            .suffixes = {QStringLiteral("qcow2"), QStringLiteral("qcow")},
            .subformats = {},
            .compressions = {WriteCompression::None, WriteCompression::Zlib, WriteCompression::Zstd},
            .blockSizes = {},
            .sizeUnit = kSector,
            .largestDisk = 2048 * kTiB,
            .canBeEnlarged = true};
}

WriteFormatInfo vhdInfo()
{
    return {.format = WriteFormat::Vhd,
            .title = QStringLiteral("VHD"),
            .purpose = QStringLiteral("Hyper-V generation 1, XenServer; fixed and aligned to 1 MiB: Azure"),
            .suffixes = {QStringLiteral("vhd"), QStringLiteral("vpc")},
            .subformats = {WriteSubformat::Dynamic, WriteSubformat::Fixed},
            .compressions = {WriteCompression::None},
            .blockSizes = {512 * kKiB, 2 * kMiB},
            .sizeUnit = kSector,
            .largestDisk = 2040 * kGiB,
            .canBeEnlarged = true};
}

WriteFormatInfo vhdxInfo()
{
    QList<qint64> blockSizes;
    for (qint64 size = kMiB; size <= 256 * kMiB; size *= 2)
        blockSizes.append(size);
    return {.format = WriteFormat::Vhdx,
            .title = QStringLiteral("VHDX"),
            .purpose = QStringLiteral("Hyper-V since 2012, generations 1 and 2"),
            .suffixes = {QStringLiteral("vhdx")},
            .subformats = {WriteSubformat::Dynamic, WriteSubformat::Fixed},
            .compressions = {WriteCompression::None},
            .blockSizes = std::move(blockSizes),
            .sizeUnit = kSector,
            .largestDisk = 64 * kTiB,
            .canBeEnlarged = true};
}

WriteFormatInfo vdiInfo()
{
    return {.format = WriteFormat::Vdi,
            .title = QStringLiteral("VDI"),
            .purpose = QStringLiteral("VirtualBox"),
            .suffixes = {QStringLiteral("vdi")},
            .subformats = {WriteSubformat::Dynamic, WriteSubformat::Fixed},
            .compressions = {WriteCompression::None},
            .blockSizes = {},
            .sizeUnit = kSector,
            .largestDisk = 512 * kTiB - kMiB, // 0x1fffffff blocks, the most that QEMU's reader takes
            .canBeEnlarged = true};
}

WriteFormatInfo vmdkInfo()
{
    return {.format = WriteFormat::Vmdk,
            .title = QStringLiteral("VMDK"),
            .purpose = QStringLiteral("VMware ESXi, vCenter, Workstation and Fusion by import; cloud imports"),
            .suffixes = {QStringLiteral("vmdk")},
            .subformats = {WriteSubformat::StreamOptimized},
            .compressions = {WriteCompression::Zlib},
            .blockSizes = {},
            .sizeUnit = kSector,
            .largestDisk = 62 * kTiB, // of ESXi 5.5 and later
            .canBeEnlarged = true};
}

} // namespace

const QList<WriteFormatInfo> &writeFormats()
{
    static const QList<WriteFormatInfo> formats{rawInfo(), qcow2Info(), vhdInfo(), vhdxInfo(), vdiInfo(), vmdkInfo()};
    return formats;
}

} // namespace sealift
