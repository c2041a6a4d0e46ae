#pragma once

#include "image/writers/block_layout.h"

#include <memory>

namespace sealift {

/// A VHDX image without a parent. Source: Microsoft, [MS-VHDX] "Virtual Hard Disk v2 (VHDX) File Format", sections 2.1
/// to 2.6. In this order, every part from the log on at a multiple of 1 MiB:
///     file identifier, two headers, two region tables, log (empty), metadata, block allocation table, blocks
/// Sectors are 512 bytes to the guest and 4096 to its medium, as Hyper-V makes them.
class VhdxLayout final : public BlockLayout
{
public:
    /// The block size to take where none is chosen: 2 MiB, larger where the table would have over four million entries.
    static qint64 defaultBlockSize(qint64 diskSize);

    /// @param blockSize 1 to 256 MiB. @param fixed all blocks are in the file and stay there.
    static Result<std::unique_ptr<const ImageLayout>> of(std::shared_ptr<const ChunkMap> chunks, qint64 blockSize,
                                                         bool fixed);

    Status forEachTable(const Sink &sink) const override;

private:
    VhdxLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks, qint64 tableBytes, bool fixed);

    Status writeIdentifierAndHeaders(const Sink &sink) const;
    Status writeRegionTables(const Sink &sink) const;
    Status writeMetadata(const Sink &sink) const;
    Status writeBlockTable(const Sink &sink) const;

    const qint64 m_tableBytes;
    const bool m_fixed;
};

} // namespace sealift
