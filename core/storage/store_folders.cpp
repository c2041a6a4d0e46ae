#include "storage/store_folders.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr mode_t kFolderMode = 0700;

Error cannotOpen(int number, const QString &path)
{
    if (number == ENOTDIR)
        return {ErrorCode::InvalidArgument, QStringLiteral("%1 is a file, not a folder").arg(path),
                QStringLiteral("Name the folder of the library.")};
    return Error::fromErrno(number, QStringLiteral("cannot open the folder %1").arg(path));
}

Error cannotMake(int number, const QString &path)
{
    return Error::fromErrno(number, QStringLiteral("cannot make the folder %1").arg(path));
}

QStringList partsOf(const QString &folder)
{
    return folder.split(QLatin1Char('/'), Qt::SkipEmptyParts);
}

} // namespace

StoreFolders::StoreFolders(QString root)
    : m_root(std::move(root))
{
}

QString StoreFolders::pathOf(const QString &name) const
{
    if (name.isEmpty())
        return m_root;
    return m_root.endsWith(QLatin1Char('/')) ? m_root + name : m_root + QLatin1Char('/') + name;
}

Result<FileDescriptor> StoreFolders::openRoot() const
{
    FileDescriptor root(::open(QFile::encodeName(m_root).constData(), kFolderFlags));
    if (!root)
        return fail(cannotOpen(errno, m_root));
    return root;
}

Result<FileDescriptor> StoreFolders::openInside(const FileDescriptor &parent, const QString &name,
                                                const QString &path) const
{
    const auto encoded = QFile::encodeName(name);
    FileDescriptor folder(::openat(parent.get(), encoded.constData(), kFolderFlags | O_NOFOLLOW));
    if (folder)
        return folder;
    const int number = errno;
    struct stat status = {};
    if (::fstatat(parent.get(), encoded.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode))
        return fail(
            Error(ErrorCode::Unsafe, QStringLiteral("%1 is a symbolic link, which could lead anywhere").arg(path),
                  QStringLiteral("Put a real folder in its place, or make the whole library's folder the link.")));
    return fail(cannotOpen(number, path));
}

Result<FileDescriptor> StoreFolders::open(const QString &folder) const
{
    SEALIFT_ASSIGN(auto current, openRoot());
    QString walked;
    for (const auto &part : partsOf(folder)) {
        walked += walked.isEmpty() ? part : QLatin1Char('/') + part;
        SEALIFT_ASSIGN(current, openInside(current, part, pathOf(walked)));
    }
    return current;
}

Result<FileDescriptor> StoreFolders::openOrMakeInside(const QString &folder)
{
    auto opened = open(folder);
    if (opened || opened.error().code() != ErrorCode::NotFound)
        return opened;
    SEALIFT_ASSIGN(auto current, openRoot());
    QString walked;
    for (const auto &part : partsOf(folder)) {
        walked += walked.isEmpty() ? part : QLatin1Char('/') + part;
        SEALIFT_TRY(make(current, part, walked));
        SEALIFT_ASSIGN(current, openInside(current, part, pathOf(walked)));
    }
    return current;
}

Status StoreFolders::make(const FileDescriptor &parent, const QString &name, const QString &path)
{
    if (::mkdirat(parent.get(), QFile::encodeName(name).constData(), kFolderMode) == 0) {
        const std::lock_guard lock(m_mutex);
        m_durable.remove(path); // It was there before, was synced, and somebody removed it.
        return {};
    }
    if (errno == EEXIST)
        return {};
    return fail(cannotMake(errno, pathOf(path)));
}

Status StoreFolders::makeRoot()
{
    QStringList missing;
    for (auto path = m_root; !QFileInfo::exists(path); path = QFileInfo(path).path())
        missing.prepend(path);
    if (missing.isEmpty())
        return openRoot().map([](const FileDescriptor &) {});
    for (const auto &path : missing) {
        if (::mkdir(QFile::encodeName(path).constData(), kFolderMode) != 0 && errno != EEXIST)
            return fail(cannotMake(errno, path));
        const auto above = QFileInfo(path).path();
        const FileDescriptor parent(::open(QFile::encodeName(above).constData(), kFolderFlags));
        if (!parent)
            return fail(cannotOpen(errno, above));
        SEALIFT_TRY(syncFolder(parent, above));
    }
    return {};
}

Status StoreFolders::makeDurable(const QString &folder)
{
    QString parent;
    for (const auto &part : partsOf(folder)) {
        const auto path = parent.isEmpty() ? part : parent + QLatin1Char('/') + part;
        bool known = false;
        {
            const std::lock_guard lock(m_mutex);
            known = m_durable.contains(path);
        }
        if (!known) {
            SEALIFT_ASSIGN(const auto above, open(parent));
            SEALIFT_TRY(syncFolder(above, pathOf(parent)));
            const std::lock_guard lock(m_mutex);
            m_durable.insert(path);
        }
        parent = path;
    }
    return {};
}

Status syncFolder(const FileDescriptor &folder, const QString &path)
{
    if (::fsync(folder.get()) != 0 && errno != EINVAL)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot sync the folder %1 to the disk").arg(path)));
    return {};
}

} // namespace sealift
