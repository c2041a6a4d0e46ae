#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace sealift {

/// Bytes that come piece by piece, front to back, once. Serves one thread.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    /// The next bytes, valid until the next call; none at the end.
    virtual Result<ByteView> next() = 0;
};

/// Bytes that are all there already.
class MemorySource : public ByteSource
{
public:
    /// @param bytes must outlive the object.
    explicit MemorySource(ByteView bytes)
        : m_bytes(bytes)
    {
    }
    Result<ByteView> next() override { return std::exchange(m_bytes, ByteView()); }

private:
    ByteView m_bytes;
};

} // namespace sealift
