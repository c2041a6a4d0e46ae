#include "image/writers/qcow2_header_data.h"

#include "image/writers/field_writer.h"

namespace sealift {

// What is not set here is zero by intent: no backing file (8-19), no encryption (32) but where it is asked for, no
// snapshots (60-71), no compatible (lazy refcounts) or autoclear features (80-95), and an end mark of the header
// extensions after the header.
void fillQcow2Header(MutableBytes cluster, const Qcow2HeaderData &data)
{
    constexpr quint32 kVersion = 3;
    constexpr quint32 kClusterBits = 16;
    constexpr quint32 kRefcountOrder = 4;
    constexpr quint32 kHeaderLength = 104;
    constexpr quint32 kLongHeaderLength = 112; // with the compression type
    constexpr quint64 kCompressionTypeFeature = 1U << 3;
    FieldWriter header(cluster);
    header.fill(std::byte{0});
    header.text(0, "QFI\xfb");
    header.be32(4, kVersion);
    header.be32(20, kClusterBits);
    header.be64(24, static_cast<quint64>(data.virtualSize));
    header.be32(36, static_cast<quint32>(data.l1Entries));
    header.be64(40, static_cast<quint64>(data.l1Offset));
    header.be64(48, static_cast<quint64>(data.refcountTableOffset));
    header.be32(56, static_cast<quint32>(data.refcountTableClusters));
    header.be64(72, data.zstd ? kCompressionTypeFeature : 0);
    header.be32(96, kRefcountOrder);
    header.be32(100, data.zstd ? kLongHeaderLength : kHeaderLength);
    if (data.zstd)
        header.u8(104, 1);
    if (data.cryptHeaderOffset == 0)
        return;
    constexpr quint32 kLuks = 2;
    constexpr quint32 kCryptHeaderExtension = 0x0537be77;
    header.be32(32, kLuks);
    header.be32(kHeaderLength, kCryptHeaderExtension);
    header.be32(kHeaderLength + 4, 16);
    header.be64(kHeaderLength + 8, static_cast<quint64>(data.cryptHeaderOffset));
    header.be64(kHeaderLength + 16, static_cast<quint64>(data.cryptHeaderSize));
}

} // namespace sealift
