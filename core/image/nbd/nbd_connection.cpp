#include "image/nbd/nbd_connection.h"

#include <cerrno>
#include <chrono>
#include <vector>

#include <libnbd.h>

namespace sealift {

namespace {

/// Measured with qemu-nbd 7.2 on cached images: larger requests lose to the processor's cache, fewer in flight to
/// waiting. More than 16 a connection QEMU does not take.
constexpr std::size_t kRequestBytes = 128 * 1024;
constexpr int kRequestsInFlight = 16;
constexpr qint64 kStatusWindow = qint64{2} << 30;
constexpr int kPollMilliseconds = 50;
constexpr auto kSilence = std::chrono::seconds(60);

struct StatusExtent {
    qint64 length = 0;
    quint32 flags = 0;
};

constexpr quint32 kHole = 1; // NBD_STATE_HOLE
constexpr quint32 kZero = 2; // NBD_STATE_ZERO

int collectExtents(void *target, const char *, uint64_t, uint32_t *entries, std::size_t count, int *)
{
    auto &extents = *static_cast<std::vector<StatusExtent> *>(target);
    for (std::size_t i = 0; i + 1 < count; i += 2)
        extents.push_back({entries[i], entries[i + 1]});
    return 0;
}

} // namespace

void NbdConnection::Close::operator()(nbd_handle *handle) const
{
    nbd_close(handle);
}

NbdConnection::NbdConnection(nbd_handle *handle)
    : m_handle(handle)
{
}

Error NbdConnection::lastError(const QString &doing) const
{
    const auto number = nbd_get_errno();
    const char *text = nbd_get_error();
    const auto code = number == EIO || number == EINVAL || number == ENOMEM ? ErrorCode::Io : ErrorCode::ToolFailed;
    return {code, QStringLiteral("%1: %2").arg(doing, QString::fromUtf8(text == nullptr ? "unknown error" : text))};
}

Error NbdConnection::brokenOff(Error error)
{
    m_handle.reset();
    return error;
}

Result<std::unique_ptr<NbdConnection>> NbdConnection::open(FileDescriptor socket, Purpose purpose,
                                                           const std::stop_token &stop)
{
    std::unique_ptr<NbdConnection> connection(new NbdConnection(nbd_create()));
    auto *handle = connection->m_handle.get();
    if (handle == nullptr)
        return fail(connection->lastError(QStringLiteral("libnbd")));
    // Every read is checked for its result, so buffers need not be cleared before.
    nbd_set_pread_initialize(handle, false);
    nbd_set_request_structured_replies(handle, purpose == Purpose::BlockStatus);
    if (purpose == Purpose::BlockStatus && nbd_add_meta_context(handle, LIBNBD_CONTEXT_BASE_ALLOCATION) != 0)
        return fail(connection->lastError(QStringLiteral("libnbd")));
    SEALIFT_TRY(connection->handshake(std::move(socket), stop));
    connection->m_size = nbd_get_size(handle);
    if (connection->m_size < 0)
        return fail(connection->lastError(QStringLiteral("the helper tells no size")));
    if (purpose == Purpose::BlockStatus && nbd_can_meta_context(handle, LIBNBD_CONTEXT_BASE_ALLOCATION) != 1)
        return fail(Error(ErrorCode::ToolFailed, QStringLiteral("the helper gives no block status")));
    return connection;
}

Status NbdConnection::handshake(FileDescriptor socket, const std::stop_token &stop)
{
    if (nbd_aio_connect_socket(m_handle.get(), socket.release()) != 0)
        return fail(lastError(QStringLiteral("no connection to the helper")));
    while (nbd_aio_is_connecting(m_handle.get()) == 1)
        SEALIFT_TRY(wait(stop));
    if (nbd_aio_is_ready(m_handle.get()) != 1)
        return fail(lastError(QStringLiteral("no connection to the helper")));
    return {};
}

NbdConnection::~NbdConnection()
{
    if (m_handle && nbd_aio_is_ready(m_handle.get()) == 1)
        nbd_shutdown(m_handle.get(), 0);
}

/// Lets libnbd send and receive once. Times out when nothing moves for long.
Status NbdConnection::wait(const std::stop_token &stop)
{
    const auto begin = std::chrono::steady_clock::now();
    for (;;) {
        if (stop.stop_requested())
            return fail(brokenOff(Error::cancelled()));
        const int moved = nbd_poll(m_handle.get(), kPollMilliseconds);
        if (moved < 0)
            return fail(brokenOff(lastError(QStringLiteral("the helper's connection broke"))));
        if (moved > 0)
            return {};
        if (std::chrono::steady_clock::now() - begin > kSilence)
            return fail(brokenOff(Error(ErrorCode::Timeout, QStringLiteral("the helper did not answer for a minute"))));
    }
}

Status NbdConnection::read(qint64 offset, MutableBytes out, const std::stop_token &stop)
{
    if (!m_handle)
        return fail(Error(ErrorCode::ToolFailed, QStringLiteral("the helper's connection is closed")));
    std::size_t sent = 0;
    int inFlight = 0;
    while (sent < out.size() || inFlight > 0) {
        while (sent < out.size() && inFlight < kRequestsInFlight) {
            const auto length = std::min(kRequestBytes, out.size() - sent);
            if (nbd_aio_pread(m_handle.get(), out.data() + sent, length, static_cast<quint64>(offset) + sent,
                              NBD_NULL_COMPLETION, 0) < 0)
                return fail(brokenOff(
                    lastError(QStringLiteral("no reading at byte %1").arg(offset + static_cast<qint64>(sent)))));
            sent += length;
            ++inFlight;
        }
        for (qint64 cookie = 0; (cookie = nbd_aio_peek_command_completed(m_handle.get())) > 0; --inFlight) {
            if (nbd_aio_command_completed(m_handle.get(), static_cast<quint64>(cookie)) != 1)
                return fail(brokenOff(lastError(QStringLiteral("no reading between the bytes %1 and %2")
                                                    .arg(offset)
                                                    .arg(offset + static_cast<qint64>(sent)))));
        }
        if (inFlight > 0 && (sent == out.size() || inFlight == kRequestsInFlight))
            SEALIFT_TRY(wait(stop));
    }
    return {};
}

Status NbdConnection::finishCommand(qint64 cookie, qint64 offset, const std::stop_token &stop)
{
    if (cookie < 0)
        return fail(brokenOff(lastError(QStringLiteral("no block status at byte %1").arg(offset))));
    for (;;) {
        const int done = nbd_aio_command_completed(m_handle.get(), static_cast<quint64>(cookie));
        if (done < 0)
            return fail(brokenOff(lastError(QStringLiteral("no block status at byte %1").arg(offset))));
        if (done > 0)
            return {};
        SEALIFT_TRY(wait(stop));
    }
}

Status NbdConnection::blockStatus(qint64 offset, qint64 length,
                                  const std::function<Status(qint64 length, bool hole, bool zero)> &each,
                                  const std::stop_token &stop)
{
    if (!m_handle)
        return fail(Error(ErrorCode::ToolFailed, QStringLiteral("the helper's connection is closed")));
    const auto end = offset + length;
    for (qint64 at = offset; at < end;) {
        std::vector<StatusExtent> extents;
        const nbd_extent_callback collect{collectExtents, &extents, nullptr};
        const auto window = std::min(kStatusWindow, end - at);
        SEALIFT_TRY(finishCommand(nbd_aio_block_status(m_handle.get(), static_cast<quint64>(window),
                                                       static_cast<quint64>(at), collect, NBD_NULL_COMPLETION, 0),
                                  at, stop));
        const auto before = at;
        for (const auto &extent : extents) {
            const auto inside = std::min(extent.length, end - at); // the last one may reach further than asked
            if (inside > 0)
                SEALIFT_TRY(each(inside, (extent.flags & kHole) != 0, (extent.flags & kZero) != 0));
            at += inside;
        }
        if (at == before)
            return fail(brokenOff(Error(ErrorCode::ToolFailed,
                                        QStringLiteral("the helper gave an empty block status at byte %1").arg(at))));
    }
    return {};
}

} // namespace sealift
