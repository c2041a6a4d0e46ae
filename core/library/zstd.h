#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <memory>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace sealift {

struct ZstdContextFree {
    void operator()(ZSTD_DCtx_s *context) const;
};
/// What decompression keeps between calls; owned by one object of the classes here.
using ZstdContext = std::unique_ptr<ZSTD_DCtx_s, ZstdContextFree>;
ZstdContext newZstdContext();

/// Compresses one stretch of memory after the other into zstd frames (RFC 8878) that name their content's size. One
/// object serves one thread; it keeps its tables between calls.
class ZstdCompressor
{
public:
    /// @param level as zstd counts them, 1 (fast) to 19.
    explicit ZstdCompressor(int level);

    /// The room that is enough for any `size` bytes.
    static std::size_t bound(std::size_t size);

    /// Compresses `in` into the beginning of `out` and returns the size of the result. With less than bound() bytes of
    /// room, 0 means that the result did not fit. Errors: Internal.
    Result<std::size_t> compress(ByteView in, MutableBytes out);

    /// For small files: the same with memory of its own, behind the bytes of `prefix`.
    Result<QByteArray> compressed(ByteView in, const QByteArray &prefix = {});

private:
    struct Free {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
};

/// The other way. One object serves one thread.
class ZstdDecompressor
{
public:
    ZstdDecompressor();

    /// Decompresses frames that hold exactly out.size() bytes. Errors: Corrupt (damaged, or of another size).
    Status decompress(ByteView in, MutableBytes out);

    /// Decompresses frames of unknown size. Memory grows with what is really there, not with what a header claims.
    /// Errors: Corrupt; LimitExceeded where there are more than `maxSize` bytes.
    Result<QByteArray> decompressed(ByteView in, qsizetype maxSize);

private:
    ZstdContext m_context;
};

} // namespace sealift
