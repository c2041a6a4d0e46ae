#include "storage/object_file_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sealift {

namespace {

constexpr auto kAlignment = AlignedBuffer::kAlignment;
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
    , m_direct(size >= kWorthDirect)
{
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
    const auto carried = m_carried.first(kCarrySize);
    std::memcpy(carried.data() + m_carriedSize, bytes.data(), bytes.size());
    m_carriedSize += bytes.size();
    if (m_carriedSize < kCarrySize)
        return {};
    m_carriedSize = 0;
    return write(carried);
}

Status ObjectFileWriter::finish()
{
    ByteView rest = m_carried.first(m_carriedSize);
    m_carriedSize = 0;
    if (m_direct) {
        const auto aligned = alignedPart(rest.size());
        SEALIFT_TRY(write(rest.first(aligned)));
        rest = rest.subspan(aligned);
        m_direct = false;
    }
    return write(rest);
}

Status ObjectFileWriter::write(ByteView bytes)
{
    const auto offset = m_offset;
    m_offset += static_cast<qint64>(bytes.size());
    if (m_direct) {
        SEALIFT_ASSIGN(m_direct, m_file.writeDirectAt(offset, bytes));
        if (m_direct)
            return {};
    }
    SEALIFT_TRY(m_file.writeAt(offset, bytes));
    if (bytes.size() < kWorthACall)
        return {};
    return m_file.startWriteBack(offset, static_cast<qint64>(bytes.size()));
}

} // namespace sealift
