#pragma once

#include "library/byte_source.h"
#include "library/zstd.h"

#include <QByteArray>

#include <vector>

namespace sealift {

/// Decompresses one zstd frame as it is read: memory for one window, whatever comes out.
class ZstdSource : public ByteSource
{
public:
    /// @param compressed the frame, from byte `offset` on. @param maxSize more plain bytes than that are refused.
    ZstdSource(QByteArray compressed, qsizetype offset, qint64 maxSize);

    /// Errors: Corrupt (damaged, or it ends too early); LimitExceeded.
    Result<ByteView> next() override;

private:
    QByteArray m_compressed;
    std::size_t m_pos;
    qint64 m_left;
    bool m_frameDone = false;
    ZstdContext m_context;
    std::vector<std::byte> m_plain;
};

} // namespace sealift
