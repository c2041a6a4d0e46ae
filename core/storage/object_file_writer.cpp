#include "storage/object_file_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>

#include <fcntl.h>
#include <unistd.h>

namespace sealift {

namespace {

// Satisfies every device with sectors of up to 4 KiB, in memory and in the file (open(2), O_DIRECT).
constexpr std::size_t kAlignment = 4096;
// One write: large enough for the full speed of the disk, small enough to look for stop requests in between.
constexpr std::size_t kSlice = 4 * 1024 * 1024;
constexpr std::size_t kCarrySize = 1024 * 1024;
// Without O_DIRECT a part of this size is handed to the system as it lies; smaller ones are collected.
constexpr std::size_t kWorthACall = 64 * 1024;
// Keys, locks, snapshots: one page-cache write and fsync() is as quick.
constexpr qint64 kWorthDirect = 1024 * 1024;

std::size_t alignedPart(std::size_t size)
{
    return size - size % kAlignment;
}

} // namespace

ObjectFileWriter::ObjectFileWriter(OutputFile &file, qint64 size)
    : m_file(file)
{
    if (size < kWorthDirect)
        return;
    const int flags = ::fcntl(m_file.descriptor(), F_GETFL);
    m_direct = flags != -1 && ::fcntl(m_file.descriptor(), F_SETFL, flags | O_DIRECT) == 0;
}

Status ObjectFileWriter::append(ByteView bytes, const std::stop_token &stop)
{
    while (!bytes.empty()) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        std::size_t step = 0;
        if (canGoStraight(bytes)) {
            step = std::min(kSlice, m_direct ? alignedPart(bytes.size()) : bytes.size());
            SEALIFT_TRY(write(bytes.first(step)));
        } else {
            step = std::min(kCarrySize - m_carriedSize, bytes.size());
            SEALIFT_TRY(carry(bytes.first(step)));
        }
        bytes = bytes.subspan(step);
    }
    return {};
}

bool ObjectFileWriter::canGoStraight(ByteView bytes) const
{
    if (m_carriedSize > 0)
        return false;
    if (!m_direct)
        return bytes.size() >= kWorthACall;
    return bytes.size() >= kAlignment && reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment == 0;
}

Status ObjectFileWriter::carry(ByteView bytes)
{
    if (!m_carried) {
        m_carried.reset(static_cast<std::byte *>(std::aligned_alloc(kAlignment, kCarrySize)));
        if (!m_carried)
            throw std::bad_alloc();
    }
    std::memcpy(m_carried.get() + m_carriedSize, bytes.data(), bytes.size());
    m_carriedSize += bytes.size();
    if (m_carriedSize < kCarrySize)
        return {};
    m_carriedSize = 0;
    return write({m_carried.get(), kCarrySize});
}

Status ObjectFileWriter::finish()
{
    ByteView rest(m_carried.get(), m_carriedSize);
    if (m_direct) {
        const auto aligned = alignedPart(rest.size());
        SEALIFT_TRY(write(rest.first(aligned)));
        rest = rest.subspan(aligned);
        leaveDirectMode();
    }
    m_carriedSize = 0;
    return write(rest);
}

Status ObjectFileWriter::write(ByteView bytes)
{
    const auto start = m_offset;
    while (!bytes.empty()) {
        const auto written = ::pwrite(m_file.descriptor(), bytes.data(), bytes.size(), m_offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EINVAL && m_direct) {
            leaveDirectMode(); // This file system takes the flag but not the writes, or wants a larger alignment.
            continue;
        }
        if (written < 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot write %1").arg(m_file.path())));
        m_offset += written;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (!m_direct && m_offset - start >= static_cast<qint64>(kWorthACall))
        return m_file.startWriteBack(start, m_offset - start);
    return {};
}

void ObjectFileWriter::leaveDirectMode()
{
    const int flags = ::fcntl(m_file.descriptor(), F_GETFL);
    // Cannot fail on an open descriptor; if it did, the write that follows would say so.
    static_cast<void>(::fcntl(m_file.descriptor(), F_SETFL, flags & ~O_DIRECT));
    m_direct = false;
}

} // namespace sealift
