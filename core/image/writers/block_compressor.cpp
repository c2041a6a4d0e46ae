#include "image/writers/block_compressor.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <limits>

namespace sealift {

namespace {

constexpr int kDeflateLevel = 6; // what QEMU and VMware's tools use
constexpr int kZlibWindow = 15;
constexpr int kQcow2Window = -12; // negative: no header, no checksum
constexpr int kZstdLevel = 3;

Error failed(const char *library)
{
    return {ErrorCode::Internal, QStringLiteral("%1 could not compress a block").arg(QLatin1String(library)),
            QStringLiteral("This is a fault in Sealift; please report it.")};
}

} // namespace

class BlockCompressor::Engine
{
public:
    virtual ~Engine() = default;
    virtual Result<std::size_t> compress(ByteView in, MutableBytes out) = 0;
};

class BlockCompressor::DeflateEngine final : public Engine
{
public:
    explicit DeflateEngine(int window)
    {
        constexpr int kMemory = 8; // the usual one, which compressBound() is made for
        m_ready = ::deflateInit2(&m_stream, kDeflateLevel, Z_DEFLATED, window, kMemory, Z_DEFAULT_STRATEGY) == Z_OK;
    }

    ~DeflateEngine() override
    {
        if (m_ready)
            static_cast<void>(::deflateEnd(&m_stream));
    }

    DeflateEngine(const DeflateEngine &) = delete;
    DeflateEngine &operator=(const DeflateEngine &) = delete;

    Result<std::size_t> compress(ByteView in, MutableBytes out) override
    {
        if (!m_ready || ::deflateReset(&m_stream) != Z_OK)
            return fail(failed("zlib"));
        m_stream.next_in = const_cast<Bytef *>(uchars(in));
        m_stream.avail_in = static_cast<uInt>(in.size());
        m_stream.next_out = uchars(out);
        m_stream.avail_out = static_cast<uInt>(out.size());
        const auto result = ::deflate(&m_stream, Z_FINISH);
        if (result == Z_STREAM_END)
            return out.size() - m_stream.avail_out;
        return result == Z_OK || result == Z_BUF_ERROR ? Result<std::size_t>(0) : fail(failed("zlib"));
    }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

class BlockCompressor::ZstdEngine final : public Engine
{
public:
    Result<std::size_t> compress(ByteView in, MutableBytes out) override
    {
        if (!m_context)
            return fail(failed("zstd"));
        const auto size =
            ::ZSTD_compressCCtx(m_context.get(), out.data(), out.size(), in.data(), in.size(), kZstdLevel);
        if (::ZSTD_isError(size) == 0)
            return size;
        return ::ZSTD_getErrorCode(size) == ZSTD_error_dstSize_tooSmall ? Result<std::size_t>(0) : fail(failed("zstd"));
    }

private:
    struct Free {
        void operator()(ZSTD_CCtx *context) const { static_cast<void>(::ZSTD_freeCCtx(context)); }
    };
    std::unique_ptr<ZSTD_CCtx, Free> m_context{::ZSTD_createCCtx()};
};

BlockCompressor::BlockCompressor(Method method)
{
    if (method == Method::Zstd)
        m_engine = std::make_unique<ZstdEngine>();
    else
        m_engine = std::make_unique<DeflateEngine>(method == Method::Zlib ? kZlibWindow : kQcow2Window);
}

BlockCompressor::~BlockCompressor() = default;

Result<std::size_t> BlockCompressor::compress(ByteView in, MutableBytes out)
{
    return m_engine->compress(in, out);
}

std::size_t BlockCompressor::bound(std::size_t size)
{
    return std::max<std::size_t>(::compressBound(static_cast<uLong>(size)), ::ZSTD_compressBound(size));
}

} // namespace sealift
