// The probe of disk images, and the maps of the formats whose tables it reads.

#include "fuzz/fuzz_target.h"
#include "fuzz/memory_disk_file.h"

#include "image/formats/qcow2_map.h"
#include "image/formats/vdi_header.h"
#include "image/formats/vhdx_map.h"
#include "image/formats/vmdk_map.h"
#include "image/probe.h"

using namespace sealift;
using namespace sealift::test;

namespace {

/// Some of the map; a disk may be large and its tables short.
void walk(AllocationMap &map, qint64 size)
{
    constexpr qint64 kReadable = qint64{64} << 20;
    qint64 count = 0;
    const auto each = [&count](const MappedExtent &mapped) -> Status {
        if (mapped.extent.length <= 0)
            qFatal("a stretch without a byte");
        if (++count > 10'000)
            return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("enough")));
        return {};
    };
    consume(map.forEach(0, std::min(size, kReadable), each, {}));
}

void walkMaps(const DiskFile &file)
{
    if (const auto header = readQcow2Header(file)) {
        if (const auto map = Qcow2Map::open(file, *header))
            walk(**map, header->virtualSize);
    }
    if (const auto header = readVmdkSparseHeader(file)) {
        if (const auto map = VmdkMap::open(file, *header))
            walk(**map, header->capacity);
    }
    if (const auto header = readVdiHeader(file)) {
        VdiMap map(file, *header);
        walk(map, header->virtualSize);
    }
    if (const auto header = readVhdxHeader(file)) {
        VhdxMap map(file, *header);
        walk(map, header->virtualSize);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const MemoryDiskFile file(data, size);
    consume(probeDisk(file, {}, {}));
    ProbeOptions raw;
    raw.format = DiskFormat::Raw;
    consume(probeDisk(file, raw, {}));
    ProbeOptions following;
    following.parents = Parents::Follow;
    consume(probeDisk(file, following, {}));
    walkMaps(file);
    return 0;
}
