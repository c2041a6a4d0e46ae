#include "image/writers/vdi_layout.h"

#include "image/writers/table_sink.h"

#include <array>

namespace sealift {

namespace {

constexpr qint64 kMiB = 1LL << 20;
constexpr qint64 kMapOffset = 512;
constexpr qint64 kEntry = 4;
constexpr quint32 kUnallocated = 0xffffffff; // VDI_IMAGE_BLOCK_FREE: reads as zeroes where there is no parent

} // namespace

Result<std::unique_ptr<const ImageLayout>> VdiLayout::of(std::shared_ptr<const ChunkMap> chunks, bool fixed)
{
    SEALIFT_ASSIGN(auto blocks, blocksOf(*chunks, kMiB, fixed ? Storage::All : Storage::Allocated));
    const auto dataOffset = (kMapOffset + blocks.chunkCount() * kEntry + kMiB - 1) / kMiB * kMiB;
    return std::unique_ptr<const ImageLayout>(new VdiLayout(std::move(chunks), std::move(blocks), dataOffset, fixed));
}

VdiLayout::VdiLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks, qint64 dataOffset, bool fixed)
    : BlockLayout(std::move(chunks), std::move(blocks), dataOffset, 0)
    , m_dataOffset(dataOffset)
    , m_fixed(fixed)
{
}

Status VdiLayout::forEachTable(const Sink &sink) const
{
    std::array<std::byte, kMapOffset> bytes{};
    FieldWriter header(bytes);
    header.text(0, "<<< Sealift virtual disk image >>>\n");
    header.le32(0x40, 0xbeda107f);
    header.le32(0x44, 0x00010001);
    header.le32(0x48, 0x190); // size of the header from here on
    header.le32(0x4c, m_fixed ? 2 : 1);
    header.le32(0x154, static_cast<quint32>(kMapOffset));
    header.le32(0x158, static_cast<quint32>(m_dataOffset));
    header.le32(0x168, 512); // sector size; the legacy geometry before it stays zero, as VirtualBox leaves it
    header.le64(0x170, static_cast<quint64>(diskSize()));
    header.le32(0x178, static_cast<quint32>(kMiB));
    header.le32(0x180, static_cast<quint32>(blocks().chunkCount()));
    header.le32(0x184, static_cast<quint32>(blocks().allocatedCount()));
    header.guid(0x188, QUuid::createUuid()); // of the image
    header.guid(0x198, QUuid::createUuid()); // of its last change
    SEALIFT_TRY(sink(0, bytes));
    return TableSink::write(sink, kMapOffset, blocks().chunkCount(), kEntry, blocks().chunkCount() * kEntry,
                            [this](FieldWriter piece, qint64 first, qint64 count) {
                                for (qint64 i = 0; i < count; ++i) {
                                    const auto block = first + i;
                                    const auto place = blocks().isAllocated(block)
                                                           ? static_cast<quint32>(blocks().allocatedBefore(block))
                                                           : kUnallocated;
                                    piece.le32(static_cast<std::size_t>(i * kEntry), place);
                                }
                            });
}

} // namespace sealift
