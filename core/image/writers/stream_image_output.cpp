#include "image/writers/stream_image_output.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace sealift {

namespace {

/// Never written to, hence safe to lend to a pipe, which reads it when its own reader comes.
alignas(4096) constexpr std::array<std::byte, 16384> kZeroes{};

/// One call hands out up to 4 MiB of zeroes.
constexpr std::size_t kZeroVectors = 256;

} // namespace

StreamImageOutput::StreamImageOutput(int descriptor, QString name)
    : m_descriptor(descriptor)
    , m_name(std::move(name))
{
}

Status StreamImageOutput::begin(qint64 size)
{
    m_size = size;
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot write to %1").arg(m_name)));
    m_lendsPages = S_ISFIFO(status.st_mode);
    // The longest pipe that an ordinary user may have by default means fewer switches between both ends; a shorter one
    // is slower only.
    if (m_lendsPages)
        static_cast<void>(::fcntl(m_descriptor, F_SETPIPE_SZ, 1 << 20));
    return {};
}

Status StreamImageOutput::endAt(qint64 size)
{
    m_size = size;
    return {};
}

Status StreamImageOutput::writeAt(qint64 offset, ByteView data)
{
    if (offset < bytesWritten() || offset + static_cast<qint64>(data.size()) > m_size)
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1: byte %2 was to be written after byte %3 of %4")
                                                   .arg(m_name)
                                                   .arg(offset)
                                                   .arg(bytesWritten())
                                                   .arg(m_size)));
    SEALIFT_TRY(writeZeroes(offset - bytesWritten()));
    return writeAll(data);
}

Status StreamImageOutput::finish()
{
    SEALIFT_TRY(writeZeroes(m_size - bytesWritten()));
    // A pipe has nothing to sync; a file or device behind a redirection has.
    if (::fsync(m_descriptor) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot write to %1").arg(m_name)));
    return {};
}

Status StreamImageOutput::writeAll(ByteView data)
{
    while (!data.empty()) {
        const auto written = ::write(m_descriptor, data.data(), data.size());
        if (written < 0) {
            SEALIFT_TRY(waitOrFail(errno));
            continue;
        }
        m_position.fetch_add(written, std::memory_order_relaxed);
        data = data.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

/// A pipe is lent the same page again and again (vmsplice), at about four times the speed of copying zeroes into it.
Status StreamImageOutput::writeZeroes(qint64 length)
{
    std::array<iovec, kZeroVectors> vectors{};
    while (length > 0) {
        qint64 offered = 0;
        std::size_t count = 0;
        for (; count < vectors.size() && offered < length; ++count) {
            const auto part = std::min(length - offered, static_cast<qint64>(kZeroes.size()));
            vectors[count] = {const_cast<std::byte *>(kZeroes.data()), static_cast<std::size_t>(part)};
            offered += part;
        }
        const auto written = m_lendsPages ? ::vmsplice(m_descriptor, vectors.data(), count, 0)
                                          : ::writev(m_descriptor, vectors.data(), static_cast<int>(count));
        if (written < 0) {
            if (m_lendsPages && errno != EINTR && errno != EAGAIN && errno != EPIPE)
                m_lendsPages = false; // not allowed here (a sandbox), or not that kind of descriptor: copy
            else
                SEALIFT_TRY(waitOrFail(errno));
            continue;
        }
        m_position.fetch_add(written, std::memory_order_relaxed);
        length -= written;
    }
    return {};
}

/// OK where the failed call is to be made again, after waiting for room if the descriptor is a non-blocking one.
Status StreamImageOutput::waitOrFail(int number) const
{
    if (number == EINTR)
        return {};
    if (number == EAGAIN) {
        pollfd waiting{m_descriptor, POLLOUT, 0};
        if (::poll(&waiting, 1, -1) >= 0 || errno == EINTR)
            return {};
        number = errno;
    }
    if (number == EPIPE)
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot write to %1: its reader has gone").arg(m_name),
                          QStringLiteral("Look why the program that reads it ended."))
                        .with(QStringLiteral("errno"), QString::number(number)));
    return fail(Error::fromErrno(number, QStringLiteral("cannot write to %1").arg(m_name)));
}

} // namespace sealift
