#include "library/zstd_source.h"

#include <zstd.h>

namespace sealift {

namespace {
constexpr std::size_t kStep = 128 * 1024;
}

ZstdSource::ZstdSource(QByteArray compressed, qsizetype offset, qint64 maxSize)
    : m_compressed(std::move(compressed))
    , m_pos(static_cast<std::size_t>(offset))
    , m_left(maxSize)
    , m_context(newZstdContext())
    , m_plain(kStep)
{
}

Result<ByteView> ZstdSource::next()
{
    ZSTD_inBuffer input{m_compressed.constData(), static_cast<std::size_t>(m_compressed.size()), m_pos};
    ZSTD_outBuffer output{m_plain.data(), m_plain.size(), 0};
    while (output.pos == 0) {
        if (m_frameDone && input.pos == input.size)
            return ByteView();
        const auto before = input.pos;
        const auto rest = ::ZSTD_decompressStream(m_context.get(), &output, &input);
        if (::ZSTD_isError(rest) != 0)
            return fail(Error(
                ErrorCode::Corrupt,
                QStringLiteral("cannot be decompressed: %1").arg(QString::fromLatin1(::ZSTD_getErrorName(rest)))));
        m_frameDone = rest == 0;
        if (output.pos == 0 && input.pos == before && !m_frameDone)
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("cannot be decompressed: it ends too early")));
    }
    m_pos = input.pos;
    m_left -= static_cast<qint64>(output.pos);
    if (m_left < 0)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("decompresses to more than is allowed")));
    return ByteView(m_plain).first(output.pos);
}

} // namespace sealift
