#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>

namespace sealift {

/// Makes a sealed stream of a plain one, from front to back, in memory that does not grow with it. begin() once, then
/// add() any number of times, then finish(); all by one thread. What reached the sink of a stream that was not finished
/// cannot be opened as if it were whole.
class StreamSealer
{
public:
    /// Takes the next sealed bytes; they are the sealer's again on return.
    using Sink = std::function<Status(ByteView sealed)>;

    StreamSealer() = default;
    virtual ~StreamSealer() = default;
    StreamSealer(const StreamSealer &) = delete;
    StreamSealer &operator=(const StreamSealer &) = delete;

    /// Errors: those of the sink; Internal (libcrypto failed).
    virtual Status begin(Sink sink) = 0;
    /// Errors: those of the sink; LimitExceeded beyond mostPlain(); Internal.
    virtual Status add(ByteView plain) = 0;
    /// Hands out what is left and what shows that the stream is complete. Errors: as add(); Unsupported for a stream
    /// without a byte, where the format cannot hold it.
    [[nodiscard]] virtual Status finish() = 0;

    /// Bytes that may be sealed by one key; 0: more than there are.
    virtual qint64 mostPlain() const { return 0; }
};

} // namespace sealift
