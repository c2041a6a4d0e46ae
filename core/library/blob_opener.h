#pragma once

#include "base/aligned_buffer.h"
#include "crypto/blob_sealer.h"
#include "crypto/digest.h"
#include "library/ids.h"
#include "library/zstd.h"

namespace sealift {

/// Opens blobs on one thread: MAC, decryption, decompression, and the proof that the result is what its id says.
class BlobOpener
{
public:
    explicit BlobOpener(const SealingKey &key);

    /// The plain bytes of a blob, on a page boundary; `sealed` is used up. The view is valid until the next call.
    /// Errors: Corrupt, naming the blob and its pack.
    Result<ByteView> open(const Digest &id, const BlobLocation &location, const Digest &pack, MutableBytes sealed);

private:
    BlobSealer m_sealer;
    Sha256 m_sha;
    ZstdDecompressor m_decompressor;
    AlignedBuffer m_plain;
};

} // namespace sealift
