#pragma once

#include "image/writers/image_output.h"

#include <QString>

#include <atomic>

namespace sealift {

/// A container into an open descriptor that need not be seekable: in ascending order, gaps as zeroes.
class StreamImageOutput final : public ImageOutput
{
public:
    /// @param descriptor stays the caller's. @param name is for errors ("standard output").
    StreamImageOutput(int descriptor, QString name);

    bool ordered() const override { return true; }
    Status begin(qint64 size) override;
    Status endAt(qint64 size) override;
    /// Errors: Internal for an offset before the end of what went out; Io ("the reader has gone" for EPIPE), NoSpace.
    Status writeAt(qint64 offset, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override { return m_position.load(std::memory_order_relaxed); }

private:
    Status writeAll(ByteView data);
    Status writeZeroes(qint64 length);
    Status waitOrFail(int number) const;

    const int m_descriptor;
    const QString m_name;
    qint64 m_size = 0;
    bool m_lendsPages = false; ///< to a pipe
    std::atomic<qint64> m_position = 0;
};

} // namespace sealift
