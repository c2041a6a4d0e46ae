#pragma once

#include "image/inspect/disk_tool.h"
#include "image/inspect/disk_view.h"
#include "image/inspect/volume_facts.h"

namespace sealift {

/// Tells what is on volumes by libblkid, which knows the superblocks of some eighty kinds. It runs as util-linux's
/// `blkid` in the sandbox.
class VolumeProbe
{
public:
    /// Errors: ToolMissing.
    static Result<VolumeProbe> create();

    /// Usage, type, version, UUID and label; and what the superblock says of dirt and room. Place, offset and length
    /// are the caller's. Errors: those of DiskTool::run().
    Result<VolumeFacts> look(const DiskView &view) const;

private:
    explicit VolumeProbe(DiskTool blkid)
        : m_blkid(std::move(blkid))
    {
    }

    DiskTool m_blkid;
};

} // namespace sealift
