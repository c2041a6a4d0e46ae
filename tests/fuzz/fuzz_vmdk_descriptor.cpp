// VMDK descriptors.

#include "fuzz/fuzz_target.h"
#include "fuzz/memory_disk_file.h"

#include "image/formats/vmdk_descriptor.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const MemoryDiskFile file(data, size);
    const auto descriptor = parseVmdkDescriptor(file, {reinterpret_cast<const std::byte *>(data), size});
    consume(descriptor);
    if (descriptor && descriptor->size() < 0)
        qFatal("a disk of less than no bytes");
    consume(parseVmdkDescriptor(file, {reinterpret_cast<const std::byte *>(data), size}, Parents::Follow));
    return 0;
}
