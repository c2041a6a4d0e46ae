#include "library/zstd.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <new>

namespace sealift {

namespace {

Error damaged(std::size_t code)
{
    return {ErrorCode::Corrupt,
            QStringLiteral("cannot be decompressed: %1").arg(QString::fromLatin1(::ZSTD_getErrorName(code)))};
}

} // namespace

void ZstdCompressor::Free::operator()(ZSTD_CCtx_s *context) const
{
    ::ZSTD_freeCCtx(context);
}

ZstdCompressor::ZstdCompressor(int level)
    : m_context(::ZSTD_createCCtx())
{
    if (!m_context || ::ZSTD_isError(::ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level)) != 0)
        throw std::bad_alloc();
}

std::size_t ZstdCompressor::bound(std::size_t size)
{
    return ZSTD_COMPRESSBOUND(size);
}

Result<std::size_t> ZstdCompressor::compress(ByteView in, MutableBytes out)
{
    const auto size = ::ZSTD_compress2(m_context.get(), out.data(), out.size(), in.data(), in.size());
    if (::ZSTD_isError(size) == 0)
        return size;
    if (::ZSTD_getErrorCode(size) == ZSTD_error_dstSize_tooSmall)
        return std::size_t{0};
    return fail(Error(ErrorCode::Internal,
                      QStringLiteral("compression failed: %1").arg(QString::fromLatin1(::ZSTD_getErrorName(size)))));
}

Result<QByteArray> ZstdCompressor::compressed(ByteView in, const QByteArray &prefix)
{
    QByteArray out = prefix;
    out.resize(prefix.size() + static_cast<qsizetype>(bound(in.size())));
    SEALIFT_ASSIGN(const auto size, compress(in, mutableViewOf(out).subspan(static_cast<std::size_t>(prefix.size()))));
    out.resize(prefix.size() + static_cast<qsizetype>(size));
    return out;
}

void ZstdContextFree::operator()(ZSTD_DCtx_s *context) const
{
    ::ZSTD_freeDCtx(context);
}

ZstdContext newZstdContext()
{
    ZstdContext context(::ZSTD_createDCtx());
    if (!context)
        throw std::bad_alloc();
    return context;
}

ZstdDecompressor::ZstdDecompressor()
    : m_context(newZstdContext())
{
}

Status ZstdDecompressor::decompress(ByteView in, MutableBytes out)
{
    const auto size = ::ZSTD_decompressDCtx(m_context.get(), out.data(), out.size(), in.data(), in.size());
    if (::ZSTD_isError(size) != 0)
        return fail(damaged(size));
    if (size != out.size())
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("decompresses to %1 bytes instead of %2").arg(size).arg(out.size())));
    return {};
}

Result<QByteArray> ZstdDecompressor::decompressed(ByteView in, qsizetype maxSize)
{
    static_cast<void>(::ZSTD_DCtx_reset(m_context.get(), ZSTD_reset_session_only));
    constexpr qsizetype kFirst = 64 * 1024;
    // What the frame says of its size is only a hint, and no hint makes the buffer larger than 16 times the input at
    // once.
    const auto claimed = ::ZSTD_getFrameContentSize(in.data(), in.size());
    const bool known = claimed != ZSTD_CONTENTSIZE_UNKNOWN && claimed != ZSTD_CONTENTSIZE_ERROR;
    const auto likely = known ? std::min<quint64>(claimed, 16 * in.size() + kFirst) : quint64{kFirst};
    QByteArray out(std::min(static_cast<qsizetype>(likely), maxSize) + 1, Qt::Uninitialized);
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out.data(), static_cast<std::size_t>(out.size()), 0};
    for (;;) {
        const auto rest = ::ZSTD_decompressStream(m_context.get(), &output, &input);
        if (::ZSTD_isError(rest) != 0)
            return fail(damaged(rest));
        if (output.pos > static_cast<std::size_t>(maxSize))
            return fail(
                Error(ErrorCode::LimitExceeded, QStringLiteral("decompresses to more than %1 bytes").arg(maxSize)));
        if (rest == 0 && input.pos == input.size)
            break;
        if (output.pos < output.size) {
            if (input.pos == input.size)
                return fail(Error(ErrorCode::Corrupt, QStringLiteral("cannot be decompressed: it ends too early")));
            continue;
        }
        out.resize(std::min(2 * out.size(), maxSize + 1));
        output.dst = out.data();
        output.size = static_cast<std::size_t>(out.size());
    }
    out.resize(static_cast<qsizetype>(output.pos));
    return out;
}

} // namespace sealift
