#include "task/sealed_output.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr std::size_t kBuffer = std::size_t{4} << 20;
constexpr std::array<std::byte, 64 * 1024> kZeroes{};

/// Bytes that a sealed stream takes at most: headers and tags included.
qint64 mostSealed(qint64 plain)
{
    constexpr qint64 kShare = 256;
    constexpr qint64 kEnds = qint64{4} << 20;
    return plain + plain / kShare + kEnds;
}

} // namespace

SealedOutput::SealedOutput(std::unique_ptr<StreamSealer> sealer, std::unique_ptr<ImageOutput> output, QString name,
                           std::stop_token stop)
    : m_sealer(std::move(sealer))
    , m_output(std::move(output))
    , m_name(std::move(name))
    , m_stop(std::move(stop))
{
}

Status SealedOutput::begin(qint64 size)
{
    m_size = size;
    SEALIFT_TRY(m_output->begin(mostSealed(size)));
    if (std::exchange(m_begun, true))
        return {};
    return m_sealer->begin([this](ByteView sealed) { return take(sealed); });
}

Status SealedOutput::endAt(qint64 size)
{
    m_size = size;
    return {};
}

Status SealedOutput::writeAt(qint64 offset, ByteView data)
{
    const auto end = offset + static_cast<qint64>(data.size());
    if (offset < m_plain || end > m_size)
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1: byte %2 was to be sealed after byte %3 of %4")
                                                   .arg(m_name)
                                                   .arg(offset)
                                                   .arg(m_plain)
                                                   .arg(m_size)));
    SEALIFT_TRY(sealZeroes(offset - m_plain));
    m_plain = end;
    return m_sealer->add(data);
}

Status SealedOutput::sealZeroes(qint64 length)
{
    while (length > 0) {
        if (m_stop.stop_requested())
            return fail(Error::cancelled());
        const auto part = std::min(length, static_cast<qint64>(kZeroes.size()));
        SEALIFT_TRY(m_sealer->add(ByteView(kZeroes).first(static_cast<std::size_t>(part))));
        m_plain += part;
        length -= part;
    }
    return {};
}

Status SealedOutput::take(ByteView sealed)
{
    const auto buffer = m_buffer.first(kBuffer);
    while (!sealed.empty()) {
        const auto part = sealed.first(std::min(sealed.size(), kBuffer - m_filled));
        std::copy(part.begin(), part.end(), buffer.begin() + static_cast<qsizetype>(m_filled));
        m_filled += part.size();
        sealed = sealed.subspan(part.size());
        if (m_filled == kBuffer)
            SEALIFT_TRY(writeOut());
    }
    return {};
}

Status SealedOutput::writeOut()
{
    SEALIFT_TRY(m_output->writeAt(m_written, m_buffer.first(m_filled)));
    m_written += static_cast<qint64>(m_filled);
    m_filled = 0;
    return {};
}

Status SealedOutput::finish()
{
    SEALIFT_TRY(sealZeroes(m_size - m_plain));
    SEALIFT_TRY(m_sealer->finish());
    SEALIFT_TRY(writeOut());
    SEALIFT_TRY(m_output->endAt(m_written));
    return m_output->finish();
}

} // namespace sealift
