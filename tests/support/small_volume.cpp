#include "support/small_volume.h"

#include <QFile>
#include <QStorageInfo>

#include <cerrno>
#include <system_error>

#include <sys/mount.h>

namespace sealift::test {

SmallVolume::SmallVolume(qint64 bytes)
{
    const auto size = "size=" + QByteArray::number(bytes) + ",mode=0700";
    const auto folder = QFile::encodeName(m_folder.path());
    m_mounted = m_folder.isValid() && ::mount("tmpfs", folder.constData(), "tmpfs", 0, size.constData()) == 0;
    if (!m_mounted)
        m_why = QStringLiteral("cannot mount a tmpfs: %1")
                    .arg(QString::fromStdString(std::generic_category().message(errno)));
}

SmallVolume::~SmallVolume()
{
    // Lazily, so that a descriptor that a failing test left open does not keep the mount for good.
    if (m_mounted)
        ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

qint64 SmallVolume::freeBytes() const
{
    return QStorageInfo(m_folder.path()).bytesAvailable();
}

bool SmallVolume::resize(qint64 bytes)
{
    const auto size = "size=" + QByteArray::number(bytes);
    const auto folder = QFile::encodeName(m_folder.path());
    return m_mounted && ::mount(nullptr, folder.constData(), nullptr, MS_REMOUNT, size.constData()) == 0;
}

bool SmallVolume::makeReadOnly()
{
    const auto folder = QFile::encodeName(m_folder.path());
    return m_mounted && ::mount(nullptr, folder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

} // namespace sealift::test
