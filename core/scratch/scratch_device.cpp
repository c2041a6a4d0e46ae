#include "scratch/scratch_device.h"

#include <algorithm>

#include <strings.h>

namespace sealift {

namespace {

constexpr qsizetype kGather = qsizetype{256} * 1024;

} // namespace

ScratchDevice::ScratchDevice(ScratchVolume &volume, qint64 offset, qint64 capacity, qint64 size)
    : m_volume(volume)
    , m_offset(offset)
    , m_capacity(capacity < 0 ? volume.quota() - offset : capacity)
    , m_size(size)
{
    Q_ASSERT(offset >= 0 && m_capacity >= 0 && offset + m_capacity <= volume.quota() && size <= m_capacity);
}

ScratchDevice::~ScratchDevice()
{
    if (isOpen())
        ScratchDevice::close();
}

bool ScratchDevice::open(OpenMode mode)
{
    if ((mode & (Append | Text | NewOnly)) != 0 || (mode & ReadWrite) == 0) {
        setErrorString(QStringLiteral("a scratch volume cannot be opened that way"));
        return false;
    }
    if ((mode & Truncate) != 0) {
        if (!note(m_volume.discard(m_offset, m_size)))
            return false;
        m_size = 0;
    }
    return QIODevice::open(mode & ~Truncate);
}

void ScratchDevice::close()
{
    if (isOpen())
        note(handOn());
    const auto words = errorString();
    QIODevice::close();
    if (m_error)
        setErrorString(words);
}

bool ScratchDevice::note(const Status &status)
{
    if (status)
        return true;
    if (!m_error)
        m_error = status.error();
    setErrorString(m_error->what());
    return false;
}

/// Gives the volume what was gathered.
Status ScratchDevice::handOn()
{
    if (m_error)
        return fail(*m_error);
    if (m_gathered.isEmpty())
        return {};
    auto status = m_volume.writeAt(m_offset + m_gatheredAt, viewOf(m_gathered));
    ::explicit_bzero(m_gathered.data(), static_cast<std::size_t>(m_gathered.size()));
    m_gathered.resize(0);
    return status;
}

Status ScratchDevice::flush()
{
    if (note(handOn()))
        return {};
    return fail(*m_error);
}

bool ScratchDevice::seek(qint64 position)
{
    if (position < 0 || position > m_capacity)
        return false;
    return QIODevice::seek(position);
}

qint64 ScratchDevice::readData(char *data, qint64 maxSize)
{
    // The base class reads ahead of pos(), and has seen to it that this is where the device stands.
    const qint64 at = pos();
    const qint64 size = std::min(maxSize, m_size - at);
    if (size <= 0)
        return 0;
    if (!note(handOn()) ||
        !note(m_volume.readAt(m_offset + at, {reinterpret_cast<std::byte *>(data), static_cast<std::size_t>(size)})))
        return -1;
    return size;
}

qint64 ScratchDevice::writeData(const char *data, qint64 size)
{
    const qint64 at = pos();
    if (m_error || size < 0)
        return -1;
    const bool follows = !m_gathered.isEmpty() && at == m_gatheredAt + m_gathered.size();
    if ((!follows || m_gathered.size() + size > kGather) && !note(handOn()))
        return -1;
    if (size >= kGather || at + size > m_capacity) {
        const bool fits = at + size <= m_capacity;
        const auto status =
            fits ? m_volume.writeAt(m_offset + at,
                                    {reinterpret_cast<const std::byte *>(data), static_cast<std::size_t>(size)})
                 : Status(fail(Error(
                       ErrorCode::NoSpace,
                       QStringLiteral("the scratch volume is full: %1 bytes are missing").arg(at + size - m_capacity),
                       QStringLiteral("Allow the task a larger scratch volume, and try again."))));
        if (!note(status))
            return -1;
    } else {
        if (m_gathered.isEmpty()) {
            m_gathered.reserve(kGather);
            m_gatheredAt = at;
        }
        m_gathered.append(data, size);
    }
    m_size = std::max(m_size, at + size);
    return size;
}

} // namespace sealift
