#include "storage/folder_store.h"

#include "base/staged_files.h"
#include "storage/object_file_writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

namespace {

// Between two looks at the stop token.
constexpr std::size_t kReadSlice = 4 * 1024 * 1024;

QString folderOf(const QString &name)
{
    return name.left(std::max<qsizetype>(name.lastIndexOf(QLatin1Char('/')), 0));
}

QByteArray fileOf(const QString &name)
{
    return QFile::encodeName(name.mid(name.lastIndexOf(QLatin1Char('/')) + 1));
}

bool isStagedName(QStringView part)
{
    return part.startsWith(QLatin1String(".sealift-"));
}

/// The rules for all stores, and this one's own: names of staged files are taken.
Status checkName(const QString &name)
{
    SEALIFT_TRY(checkObjectName(name));
    const auto parts = QStringView(name).split(u'/');
    if (std::any_of(parts.begin(), parts.end(), isStagedName))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("\"%1\" is not an object name: .sealift-* is reserved").arg(name)));
    return {};
}

Error cannotRead(int number, const QString &path)
{
    return Error::fromErrno(number, QStringLiteral("cannot read %1").arg(path));
}

Error notFound(const QString &path)
{
    return cannotRead(ENOENT, path);
}

Error notAFile(const QString &path)
{
    return {ErrorCode::Unsafe, QStringLiteral("%1 is a symbolic link or a device, not an object").arg(path),
            QStringLiteral("Find out who put it there, and remove it.")};
}

/// The size of an opened or looked-up file, if it is one.
Result<qint64> sizeOf(const struct stat &status, const QString &path)
{
    if (S_ISDIR(status.st_mode))
        return fail(notFound(path)); // "data/4f" is a part of names, and no object.
    if (!S_ISREG(status.st_mode))
        return fail(notAFile(path));
    return status.st_size;
}

Status readFully(const FileDescriptor &file, qint64 offset, MutableBytes out, const QString &path,
                 const std::stop_token &stop)
{
    // As it comes: WILLNEED, SEQUENTIAL, RANDOM and a cache of open descriptors measured no better than this for ranges
    // of 64 KiB to 4 MiB by 1 to 4 threads, and O_DIRECT would lose what the page cache holds.
    const auto end = offset + static_cast<qint64>(out.size());
    while (!out.empty()) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto got = ::pread(file.get(), out.data(), std::min(kReadSlice, out.size()), offset);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return fail(cannotRead(errno, path));
        }
        if (got == 0)
            return fail(Error(ErrorCode::Corrupt,
                              QStringLiteral("%1 is too short: it ends at byte %2, and bytes up to %3 are needed")
                                  .arg(path, QString::number(offset), QString::number(end)),
                              QStringLiteral("The file was cut off after it was written; check the disk.")));
        offset += got;
        out = out.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

} // namespace

FolderStore::FolderStore(const QString &path, Staging staging)
    : m_folders(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
    , m_staging(staging)
{
}

QString FolderStore::location() const
{
    return m_folders.root();
}

Status FolderStore::create(std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    return m_folders.makeRoot();
}

Status FolderStore::put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop)
{
    SEALIFT_TRY(checkName(name));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    SEALIFT_ASSIGN(auto folder, m_folders.openOrMakeInside(folderOf(name)));
    const auto overwrite = mode == PutMode::Replace ? Overwrite::Yes : Overwrite::No;
    SEALIFT_ASSIGN(const auto file,
                   OutputFile::createIn(std::move(folder), m_folders.pathOf(name), overwrite, m_staging));
    qint64 size = 0;
    for (const auto &part : parts)
        size += static_cast<qint64>(part.size());
    ObjectFileWriter writer(*file, size);
    for (const auto &part : parts)
        SEALIFT_TRY(writer.append(part, stop));
    SEALIFT_TRY(writer.finish());
    if (stop.stop_requested())
        return fail(Error::cancelled());
    SEALIFT_TRY(file->finish());
    // Last, as a journal that has just written the object has the folders with it.
    return m_folders.makeDurable(folderOf(name));
}

Result<FileDescriptor> FolderStore::openObject(const QString &name, qint64 &size) const
{
    const auto path = m_folders.pathOf(name);
    auto folder = m_folders.open(folderOf(name));
    if (!folder)
        return fail(folder.error().code() == ErrorCode::NotFound ? notFound(path) : std::move(folder).error());
    // O_NONBLOCK: a named pipe must not keep us waiting; files do not know it.
    constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    FileDescriptor file(::openat(folder->get(), fileOf(name).constData(), kFlags));
    if (!file)
        return fail(errno == ELOOP || errno == ENXIO ? notAFile(path) : cannotRead(errno, path));
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return fail(cannotRead(errno, path));
    SEALIFT_ASSIGN(size, sizeOf(status, path));
    return file;
}

Result<qint64> FolderStore::size(const QString &name, std::stop_token stop)
{
    SEALIFT_TRY(checkName(name));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    const auto path = m_folders.pathOf(name);
    auto folder = m_folders.open(folderOf(name));
    if (!folder)
        return fail(folder.error().code() == ErrorCode::NotFound ? notFound(path) : std::move(folder).error());
    struct stat status = {};
    if (::fstatat(folder->get(), fileOf(name).constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(cannotRead(errno, path));
    return sizeOf(status, path);
}

Status FolderStore::read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop)
{
    SEALIFT_TRY(checkName(name));
    if (offset < 0)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot read %1 from byte %2 on").arg(name, QString::number(offset))));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    qint64 size = 0;
    SEALIFT_ASSIGN(const auto file, openObject(name, size));
    return readFully(file, offset, out, m_folders.pathOf(name), stop);
}

Result<QByteArray> FolderStore::readAll(const QString &name, qint64 maxSize, std::stop_token stop)
{
    SEALIFT_TRY(checkName(name));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    qint64 size = 0;
    SEALIFT_ASSIGN(const auto file, openObject(name, size));
    const auto path = m_folders.pathOf(name);
    if (size > maxSize)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1 has %2 bytes, more than the %3 that it can have")
                              .arg(path, QString::number(size), QString::number(maxSize)),
                          QStringLiteral("The file was damaged, or put there by something else.")));
    QByteArray bytes(size, Qt::Uninitialized);
    SEALIFT_TRY(readFully(file, 0, mutableViewOf(bytes), path, stop));
    return bytes;
}

namespace {

namespace fs = std::filesystem;

/// What a walk through a store's folders calls; each may be empty.
struct Visitor {
    std::function<Status(const QString &name, const fs::directory_entry &)> file;
    std::function<Status(const QString &folder)> folder;
};

/// Visits what lies in the folder and below it, symbolic links left out. What vanishes meanwhile was removed by
/// somebody.
Status walk(const StoreFolders &folders, const QString &folder, const Visitor &visitor, const std::stop_token &stop)
{
    const auto opened = folders.open(folder);
    if (!opened && opened.error().code() == ErrorCode::NotFound)
        return {};
    if (!opened)
        return fail(opened.error());
    if (visitor.folder)
        SEALIFT_TRY(visitor.folder(folder));
    const auto failed = [&folders, &folder](const std::error_code &problem) {
        return fail(Error::fromErrno(problem.value(), QStringLiteral("cannot list %1").arg(folders.pathOf(folder))));
    };
    std::error_code problem;
    fs::directory_iterator at(QFile::encodeName(folders.pathOf(folder)).toStdString(), problem);
    for (; !problem && at != fs::directory_iterator(); at.increment(problem)) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto entry = QFile::decodeName(at->path().filename().c_str());
        const auto name = folder.isEmpty() ? entry : folder + QLatin1Char('/') + entry;
        std::error_code vanished;
        const auto type = at->symlink_status(vanished).type();
        if (type == fs::file_type::directory)
            SEALIFT_TRY(walk(folders, name, visitor, stop));
        else if (type == fs::file_type::regular && visitor.file)
            SEALIFT_TRY(visitor.file(name, *at));
    }
    if (problem && problem.value() != ENOENT)
        return failed(problem);
    return {};
}

} // namespace

Status FolderStore::list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                         std::stop_token stop)
{
    const auto folder = prefix.endsWith(QLatin1Char('/')) ? prefix.chopped(1) : prefix;
    if (!prefix.isEmpty() && (folder.size() == prefix.size() || !checkObjectName(folder)))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not a folder of objects").arg(prefix)));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    Visitor visitor;
    visitor.file = [this, &each](const QString &name, const fs::directory_entry &entry) -> Status {
        if (!checkName(name)) // Staged files, and what other programs leave (".DS_Store~").
            return {};
        std::error_code problem;
        const auto size = entry.file_size(problem);
        if (problem.value() == ENOENT)
            return {};
        if (problem)
            return fail(cannotRead(problem.value(), m_folders.pathOf(name)));
        return each({name, static_cast<qint64>(size)});
    };
    return walk(m_folders, folder, visitor, stop);
}

Status FolderStore::remove(const QString &name, std::stop_token stop)
{
    SEALIFT_TRY(checkName(name));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    const auto folder = m_folders.open(folderOf(name));
    if (!folder && folder.error().code() == ErrorCode::NotFound)
        return {};
    if (!folder)
        return fail(folder.error());
    if (::unlinkat(folder->get(), fileOf(name).constData(), 0) != 0) {
        if (errno == ENOENT)
            return {};
        return fail(Error::fromErrno(errno, QStringLiteral("cannot remove %1").arg(m_folders.pathOf(name))));
    }
    return syncFolder(*folder, m_folders.pathOf(folderOf(name)));
}

int FolderStore::suggestedConcurrency() const
{
    // Two writers reach the speed of a local disk; a few more hide the waits of one with latency.
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 4);
}

Status FolderStore::sweepTemporaries(std::stop_token stop)
{
    Visitor visitor;
    visitor.folder = [this](const QString &folder) -> Status {
        SEALIFT_ASSIGN(const auto opened, m_folders.open(folder));
        sweepStagedFiles(opened.get(), m_folders.pathOf(folder));
        return {};
    };
    return walk(m_folders, {}, visitor, stop);
}

} // namespace sealift
