#pragma once

#include "base/aligned_buffer.h"
#include "crypto/blob_sealer.h"
#include "crypto/digest.h"
#include "library/ids.h"
#include "library/zstd.h"

#include <span>
#include <vector>

namespace sealift {

/// A blob as it lies in its pack, and what is expected of it.
struct SealedBlob {
    BlobId id;
    BlobLocation location;
    MutableBytes bytes; ///< nonce, ciphertext, MAC
};

/// Opens blobs on one thread: MAC, decryption, decompression, and the proof that the result is what its id says.
class BlobOpener
{
public:
    explicit BlobOpener(const SealingKey &key);

    /// The plain bytes of each blob of `pack`, each on a page boundary, all hashed side by side; what is sealed is used
    /// up. Needs memory for all of them at once. The views are valid until the next call.
    /// Errors: Corrupt, naming the first bad blob and its pack.
    Result<std::span<const ByteView>> openEach(std::span<const SealedBlob> blobs, const PackId &pack);

private:
    Status openInto(MutableBytes plain, const SealedBlob &blob, const PackId &pack);

    BlobSealer m_sealer;
    ZstdDecompressor m_decompressor;
    AlignedBuffer m_memory;
    std::vector<ByteView> m_plain;
    std::vector<Digest> m_digests;
};

} // namespace sealift
