#pragma once

#include "base/bytes.h"
#include "base/file_descriptor.h"
#include "base/result.h"

#include <functional>
#include <memory>
#include <stop_token>

struct nbd_handle;

namespace sealift {

/// One connection to an NBD server, by libnbd; for one thread at a time. Source of the protocol:
/// NetworkBlockDevice/nbd, doc/proto.md.
class NbdConnection
{
public:
    enum class Purpose {
        Blocks,      ///< reading; simple replies, which cost the server least
        BlockStatus, ///< block status (metadata context base:allocation)
    };

    /// Shakes hands over a connected socket. Errors: ToolFailed (the server went away or speaks otherwise), Timeout,
    /// Cancelled.
    static Result<std::unique_ptr<NbdConnection>> open(FileDescriptor socket, Purpose purpose,
                                                       const std::stop_token &stop);

    /// Tells the server good-bye.
    ~NbdConnection();
    NbdConnection(const NbdConnection &) = delete;
    NbdConnection &operator=(const NbdConnection &) = delete;

    /// Bytes of the export.
    qint64 size() const { return m_size; }

    /// Fills `out` from `offset` on, in many requests at once. After an error or a stop the connection is closed: the
    /// server's late answers never reach the buffer. Errors: Io, ToolFailed, Timeout, Cancelled.
    Status read(qint64 offset, MutableBytes out, const std::stop_token &stop);

    /// Calls `each(length, hole, zero)` for [offset, offset + length), in order and without gaps, in few requests of up
    /// to 2 GiB.
    Status blockStatus(qint64 offset, qint64 length,
                       const std::function<Status(qint64 length, bool hole, bool zero)> &each,
                       const std::stop_token &stop);

private:
    explicit NbdConnection(nbd_handle *handle);

    Status handshake(FileDescriptor socket, const std::stop_token &stop);
    Status wait(const std::stop_token &stop);
    Status finishCommand(qint64 cookie, qint64 offset, const std::stop_token &stop);
    Error brokenOff(Error error);
    Error lastError(const QString &doing) const;

    struct Close {
        void operator()(nbd_handle *handle) const;
    };
    std::unique_ptr<nbd_handle, Close> m_handle;
    qint64 m_size = 0;
};

} // namespace sealift
