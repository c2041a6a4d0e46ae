#pragma once

#include "image/writers/block_layout.h"

#include <memory>

namespace sealift {

/// A VDI image, version 1.1: header, block map, blocks of 1 MiB in the disk's order, the first one on 1 MiB. Reference:
/// VirtualBox, src/VBox/Storage/VDICore.h (VDIPREHEADER, VDIHEADER1PLUS); the format has no specification.
class VdiLayout final : public BlockLayout
{
public:
    /// @param fixed all blocks are in the file.
    static Result<std::unique_ptr<const ImageLayout>> of(std::shared_ptr<const ChunkMap> chunks, bool fixed);

    Status forEachTable(const Sink &sink) const override;

private:
    VdiLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks, qint64 dataOffset, bool fixed);

    const qint64 m_dataOffset;
    const bool m_fixed;
};

} // namespace sealift
