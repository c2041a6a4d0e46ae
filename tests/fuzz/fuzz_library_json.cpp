// The small documents of libraries: snapshots, keys, locks, the config, what Sealift knows of an image.

#include "fuzz/fuzz_target.h"

#include "library/config.h"
#include "library/image_manifest.h"
#include "library/key_file.h"
#include "library/lock_file.h"
#include "library/snapshot.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = bytesOf(data, size);
    const auto where = QStringLiteral("memory");
    consume(Snapshot::parse(json, where));
    consume(KeyFile::parse(json, where));
    consume(LockFile::parse(json, where));
    consume(RepositoryConfig::parse(json, where));
    consume(ImageManifest::parse(json, where));
    return 0;
}
