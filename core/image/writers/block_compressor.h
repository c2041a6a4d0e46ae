#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <memory>

namespace sealift {

/// Compresses one block after the other. One object serves one thread and keeps its tables between calls.
class BlockCompressor
{
public:
    enum class Method {
        Zlib,         ///< RFC 1950, as the grains of a VMDK have it
        Qcow2Deflate, ///< RFC 1951 with a window of 4 KiB: QEMU's reader has no larger one (block/qcow2-threads.c)
        Zstd,         ///< RFC 8878
    };

    explicit BlockCompressor(Method method);
    ~BlockCompressor();
    BlockCompressor(const BlockCompressor &) = delete;
    BlockCompressor &operator=(const BlockCompressor &) = delete;

    /// Compresses `in` into the beginning of `out` and returns the size of the result; 0 where it does not fit. Errors:
    /// Internal.
    Result<std::size_t> compress(ByteView in, MutableBytes out);

    /// Room that is enough for any `size` bytes, with any method.
    static std::size_t bound(std::size_t size);

private:
    class Engine;
    class DeflateEngine;
    class ZstdEngine;

    std::unique_ptr<Engine> m_engine;
};

} // namespace sealift
