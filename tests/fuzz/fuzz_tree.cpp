// Directories of libraries (restic's trees).

#include "fuzz/fuzz_target.h"

#include "library/tree_reader.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView json(reinterpret_cast<const std::byte *>(data), size);
    for (const auto content : {ReadContent::No, ReadContent::Small, ReadContent::Yes})
        consume(readTree(
            json, content, [](const TreeNode &) { return Status(); }, QStringLiteral("memory")));
    return 0;
}
