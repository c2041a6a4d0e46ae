#pragma once

#include <QString>
#include <QTemporaryDir>

namespace sealift::test {

/// A file system of its own in memory (tmpfs) that is soon full, mounted while the object lives. Only root may mount: a
/// test asks isMounted() and skips with why() where it is not.
class SmallVolume
{
public:
    /// @param bytes its capacity, a multiple of 4096.
    explicit SmallVolume(qint64 bytes);
    ~SmallVolume();
    SmallVolume(const SmallVolume &) = delete;
    SmallVolume &operator=(const SmallVolume &) = delete;

    bool isMounted() const { return m_mounted; }
    QString why() const { return m_why; }
    QString path() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    qint64 freeBytes() const;
    /// Gives it another capacity, a multiple of 4096. False where that failed.
    bool resize(qint64 bytes);
    /// From now on it can only be read. False where that failed.
    bool makeReadOnly();

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
    QString m_why;
};

} // namespace sealift::test
