#pragma once

#include "base/result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace sealift::test {

/// A file system of another kind, mounted while the object lives, for tests of what differs between them. Needs root,
/// and the kernel's and the tools' support of that kind: where one is missing the error (Unsupported) says which.
class MountedVolume
{
public:
    /// An overlay (as in containers) over two folders made inside `folder`.
    static Result<std::unique_ptr<MountedVolume>> overlay(const QString &folder);
    /// A fresh file system of this type ("vfat") in an image file inside `folder`, made by mkfs.TYPE.
    static Result<std::unique_ptr<MountedVolume>> image(const QString &folder, const QString &type, qint64 bytes);
    ~MountedVolume();
    MountedVolume(const MountedVolume &) = delete;
    MountedVolume &operator=(const MountedVolume &) = delete;

    QString filePath(const QString &name) const { return m_mountPoint + QLatin1Char('/') + name; }

private:
    explicit MountedVolume(const QString &folder);
    Status mount(const QString &type, const QString &options, const QString &source);

    QTemporaryDir m_folder;
    QString m_mountPoint;
    bool m_mounted = false;
};

} // namespace sealift::test
