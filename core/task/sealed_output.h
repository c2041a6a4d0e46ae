#pragma once

#include "base/aligned_buffer.h"
#include "crypto/seal/stream_sealer.h"
#include "image/writers/image_output.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace sealift {

/// Seals a container on its way into another output: plain bytes exist in memory only. From front to back; there are no
/// holes in what is sealed, so gaps are sealed as zeroes.
class SealedOutput final : public ImageOutput
{
public:
    /// @param name of the output, for errors. @param stop ends the sealing of a long gap.
    SealedOutput(std::unique_ptr<StreamSealer> sealer, std::unique_ptr<ImageOutput> output, QString name,
                 std::stop_token stop);

    bool ordered() const override { return true; }
    Status begin(qint64 size) override;
    Status endAt(qint64 size) override;
    /// Errors: Internal for an offset before the end of what was sealed; those of the sealer and of the output.
    Status writeAt(qint64 offset, ByteView data) override;
    [[nodiscard]] Status finish() override;
    qint64 bytesWritten() const override { return m_output->bytesWritten(); }

private:
    Status sealZeroes(qint64 length);
    Status take(ByteView sealed);
    Status writeOut();

    const std::unique_ptr<StreamSealer> m_sealer;
    const std::unique_ptr<ImageOutput> m_output;
    const QString m_name;
    const std::stop_token m_stop;
    bool m_begun = false;
    qint64 m_size = 0;
    qint64 m_plain = 0;     ///< sealed so far
    qint64 m_written = 0;   ///< given to the output, in whole buffers
    AlignedBuffer m_buffer; ///< aligned, as files are written fastest
    std::size_t m_filled = 0;
};

} // namespace sealift
