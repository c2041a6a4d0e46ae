#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace sealift {

class DiskFile;

/// Bytes that come one after the other and cannot be read again. For one thread.
class ByteStream
{
public:
    ByteStream() = default;
    virtual ~ByteStream() = default;
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;

    /// Fills `out` with what comes next, and returns how many bytes that are: fewer than there is room for only at the
    /// end, which is verified then. After an error it is not to be used again.
    virtual Result<std::size_t> read(MutableBytes out, const std::stop_token &stop) = 0;

    /// How many bytes there are in all, at least, where that is said before they are read. Not verified.
    virtual std::optional<qint64> toldSize() const { return {}; }
};

/// Opens the stream that a packed file holds, from its begin. The file outlives the stream.
using OpenStream = std::function<Result<std::unique_ptr<ByteStream>>(const DiskFile &packed, const std::stop_token &)>;

} // namespace sealift
