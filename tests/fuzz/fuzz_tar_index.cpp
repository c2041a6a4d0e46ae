// Where the files of a tar archive lie.

#include "fuzz/fuzz_target.h"
#include "fuzz/memory_disk_file.h"

#include "image/archive/tar_index.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const MemoryDiskFile file(data, size);
    const auto index = readTarIndex(file, {}, {});
    consume(index);
    if (!index)
        return 0;
    for (const auto &member : index->members) {
        if (member.offset < 0 || member.size < 0 || member.offset + member.size > file.size())
            qFatal("a member outside of the archive");
        if (member.name.isEmpty() || member.name.startsWith(QLatin1Char('/')) ||
            member.name.split(QLatin1Char('/')).contains(QStringLiteral("..")))
            qFatal("a member whose name leads out of the archive");
    }
    return 0;
}
