#include "image/inspect/block_serving.h"

#include "image/inspect/shim/request.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace sealift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLookMilliseconds = 100;
constexpr timeval kPatience{5, 0};

enum class Heard { Request, End };

Error brokenOff()
{
    return {ErrorCode::ToolFailed,
            QStringLiteral("the tool that looks at the disk stopped in the middle of a request")};
}

/// Waits for the next request, and looks at the clock and for a stop meanwhile.
Status awaitInput(int socket, const DiskView &view, Clock::time_point until)
{
    while (true) {
        if (view.disk().stop().stop_requested())
            return fail(Error::cancelled());
        if (Clock::now() > until)
            return fail(Error(ErrorCode::Timeout, QStringLiteral("looking at the disk took too long")));
        pollfd one{socket, POLLIN, 0};
        const int ready = ::poll(&one, 1, kLookMilliseconds);
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot wait for a tool")));
    }
}

Result<Heard> receive(int socket, blocks::Request &request)
{
    std::size_t got = 0;
    auto *const to = reinterpret_cast<std::byte *>(&request);
    while (got < sizeof request) {
        const auto part = ::recv(socket, to + got, sizeof request - got, 0);
        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0 && got == 0)
            return Heard::End;
        if (part <= 0)
            return fail(brokenOff());
        got += static_cast<std::size_t>(part);
    }
    return Heard::Request;
}

/// False where the tool does not listen any more: it may have all it wanted.
bool sendAll(int socket, ByteView bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

Status serveBlocks(int socket, const DiskView &view, Clock::time_point until)
{
    for (const int option : {SO_RCVTIMEO, SO_SNDTIMEO}) {
        if (::setsockopt(socket, SOL_SOCKET, option, &kPatience, sizeof kPatience) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot limit how long to wait for a tool")));
    }
    QByteArray answer;
    while (true) {
        SEALIFT_TRY(awaitInput(socket, view, until));
        blocks::Request request;
        SEALIFT_ASSIGN(const auto heard, receive(socket, request));
        if (heard == Heard::End)
            return {};
        const auto size = static_cast<quint64>(view.size());
        if (request.length == 0 || request.length > blocks::kLargest || request.length > size ||
            request.offset > size - request.length)
            return fail(Error(ErrorCode::ToolFailed, QStringLiteral("a tool asked for what is not on the disk")));
        const blocks::Answer head;
        answer.resize(static_cast<qsizetype>(sizeof head) + static_cast<qsizetype>(request.length));
        const auto bytes = mutableViewOf(answer);
        std::memcpy(bytes.data(), &head, sizeof head);
        SEALIFT_TRY(view.read(static_cast<qint64>(request.offset), bytes.subspan(sizeof head)));
        if (!sendAll(socket, bytes))
            return {};
    }
}

} // namespace sealift
