#pragma once

#include "image/allocation_map.h"
#include "image/disk_file.h"
#include "image/disk_image.h"
#include "image/file_allocation.h"

#include <memory>
#include <vector>

namespace sealift {

/// Which stretches of a disk its container files hold: the format's own tables, and below them the holes that the file
/// system knows. For one thread at a time.
class ContainerMap
{
public:
    /// @param files the image's files, in the image's order; must outlive the map. Errors: Corrupt, Io. Null for a
    /// format without a map of ours (VHD).
    static Result<std::unique_ptr<ContainerMap>> open(const DiskImage &image,
                                                      const std::vector<std::unique_ptr<DiskFile>> &files);

    /// As BlockSource::forEachExtent().
    Status forEach(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                   const std::stop_token &stop);

private:
    ContainerMap() = default;

    /// One extent of a disk in several, or the whole disk.
    struct Part {
        Part(qint64 begins, qint64 bytes, const DiskFile &file, std::unique_ptr<AllocationMap> tables, qint64 flat)
            : begin(begins)
            , length(bytes)
            , map(std::move(tables))
            , flatOffset(flat)
            , allocation(file)
        {
        }

        qint64 begin;
        qint64 length;
        std::unique_ptr<AllocationMap> map; ///< null: flat
        qint64 flatOffset;
        FileAllocation allocation;
    };

    static Status forEachOfPart(Part &part, qint64 begin, qint64 end, ExtentJoiner &joiner,
                                const std::stop_token &stop);
    Status addVmdkExtents(const DiskImage &image, const std::vector<std::unique_ptr<DiskFile>> &files);

    std::vector<Part> m_parts;
};

} // namespace sealift
