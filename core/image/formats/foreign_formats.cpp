#include "image/formats/foreign_formats.h"

#include "image/fields.h"

namespace sealift {

namespace {

struct Signature {
    std::size_t offset;
    const char *magic;
    std::size_t length;
    const char *name;
    const char *remedy;
    bool container;
};

constexpr const char *kUnpack = "Unpack it first, and name the disk image that was inside.";
constexpr const char *kConvert = "Convert it first: qemu-img convert -O qcow2 IMAGE NEW.qcow2";

constexpr Signature kSignatures[] = {
    {0, "\x1f\x8b", 2, "a gzip file", kUnpack, false},
    {0,
     "\xfd"
     "7zXZ\0",
     6, "an xz file", kUnpack, false},
    {0, "BZh", 3, "a bzip2 file", kUnpack, false},
    {0, "\x28\xb5\x2f\xfd", 4, "a zstd file", kUnpack, false},
    {0, "PK\x03\x04", 4, "a zip archive", kUnpack, false},
    {0, "7z\xbc\xaf\x27\x1c", 6, "a 7-Zip archive", kUnpack, false},
    {257, "ustar", 5, "a tar archive (an OVA is one)", kUnpack, false},
    {0, "<?xml", 5, "an XML document (an OVF description?)", "Name the disk image that belongs to it.", false},
    {0, "QED\0", 4, "a QED image", kConvert, true},
    {0, "WithoutFreeSpace", 16, "a Parallels image", kConvert, true},
    {0, "WithouFreSpacExt", 16, "a Parallels image", kConvert, true},
    {0, "Bochs Virtual HD Image", 22, "a Bochs image", kConvert, true},
    {0, "EVF\x09\x0d\x0a\xff\0", 8, "an EnCase image", "Convert it to raw with libewf's ewfexport.", true},
};

} // namespace

std::optional<ForeignFormat> detectForeignFormat(ByteView start)
{
    for (const auto &signature : kSignatures) {
        if (signature.offset + signature.length <= start.size() &&
            std::equal(signature.magic, signature.magic + signature.length,
                       start.begin() + static_cast<std::ptrdiff_t>(signature.offset),
                       [](char a, std::byte b) { return static_cast<std::byte>(a) == b; }))
            return ForeignFormat{QLatin1String(signature.name), QLatin1String(signature.remedy), signature.container};
    }
    return std::nullopt;
}

} // namespace sealift
