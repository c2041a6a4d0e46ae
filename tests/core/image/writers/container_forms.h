#pragma once

#include "image/writers/disk_writer.h"

#include <QString>

#include <vector>

namespace sealift::test {

/// A format with options, as the tests go through them.
struct ContainerForm {
    const char *name;
    WriteFormat format;
    WriteOptions options;
    const char *qemuFormat;
};

inline WriteOptions optionsWith(std::optional<WriteSubformat> subformat, qint64 blockSize = 0, qint64 alignment = 0)
{
    return {.subformat = subformat, .compression = {}, .blockSize = blockSize, .alignment = alignment};
}

inline WriteOptions compressedWith(WriteCompression compression)
{
    WriteOptions options;
    options.compression = compression;
    return options;
}

/// Every format but raw and plain qcow2, which have tests of their own, in every kind.
inline std::vector<ContainerForm> containerForms()
{
    constexpr auto kDynamic = WriteSubformat::Dynamic;
    constexpr auto kFixed = WriteSubformat::Fixed;
    constexpr qint64 kMiB = 1LL << 20;
    return {
        {"raw, aligned", WriteFormat::Raw, optionsWith({}, 0, kMiB), "raw"},
        {"qcow2, aligned", WriteFormat::Qcow2, optionsWith({}, 0, kMiB), "qcow2"},
        {"qcow2, zlib", WriteFormat::Qcow2, compressedWith(WriteCompression::Zlib), "qcow2"},
        {"qcow2, zstd", WriteFormat::Qcow2, compressedWith(WriteCompression::Zstd), "qcow2"},
        {"vhd", WriteFormat::Vhd, {}, "vpc"},
        {"vhd, small blocks", WriteFormat::Vhd, optionsWith(kDynamic, kMiB / 2), "vpc"},
        {"vhd, fixed", WriteFormat::Vhd, optionsWith(kFixed), "vpc"},
        {"vhd, fixed, aligned", WriteFormat::Vhd, optionsWith(kFixed, 0, kMiB), "vpc"},
        {"vhdx", WriteFormat::Vhdx, {}, "vhdx"},
        {"vhdx, small blocks", WriteFormat::Vhdx, optionsWith(kDynamic, kMiB), "vhdx"},
        {"vhdx, large blocks", WriteFormat::Vhdx, optionsWith(kDynamic, 256 * kMiB), "vhdx"},
        {"vhdx, fixed", WriteFormat::Vhdx, optionsWith(kFixed, 0, kMiB), "vhdx"},
        {"vdi", WriteFormat::Vdi, {}, "vdi"},
        {"vdi, fixed", WriteFormat::Vdi, optionsWith(kFixed, 0, 4096), "vdi"},
        {"vmdk", WriteFormat::Vmdk, {}, "vmdk"},
        {"vmdk, aligned", WriteFormat::Vmdk, optionsWith(WriteSubformat::StreamOptimized, 0, kMiB), "vmdk"},
    };
}

} // namespace sealift::test
