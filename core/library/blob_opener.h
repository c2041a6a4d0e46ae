#pragma once

#include "crypto/blob_sealer.h"
#include "crypto/digest.h"
#include "library/ids.h"
#include "library/zstd.h"

#include <vector>

namespace sealift {

/// Opens blobs on one thread: MAC, decryption, decompression, and the proof that the result is what its id says.
class BlobOpener
{
public:
    explicit BlobOpener(const SealingKey &key);

    /// The plain bytes of a blob; decrypted in place, so `sealed` is used up. The view is valid until the next call,
    /// and as long as `sealed`. Errors: Corrupt, naming the blob and its pack.
    Result<ByteView> open(const Digest &id, const BlobLocation &location, const Digest &pack, MutableBytes sealed);

private:
    BlobSealer m_sealer;
    Sha256 m_sha;
    ZstdDecompressor m_decompressor;
    std::vector<std::byte> m_plain;
};

} // namespace sealift
