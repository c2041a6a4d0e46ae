#include "base/output_file.h"

#include "base/aligned_buffer.h"
#include "base/size_text.h"
#include "base/staged_files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace sealift {

namespace {

/// Bytes that this user may still write to the file system; nothing where it does not say.
std::optional<qint64> freeSpace(int descriptor)
{
    struct statvfs status = {};
    if (::fstatvfs(descriptor, &status) != 0 || status.f_blocks == 0)
        return std::nullopt;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

Error alreadyExists(const QString &path)
{
    return {ErrorCode::AlreadyExists, QStringLiteral("%1 already exists").arg(path),
            QStringLiteral("Choose another name, or ask for the file to be replaced.")};
}

/// True for the ways in which a file system says that it has no unnamed files (open(2), O_TMPFILE).
bool lacksUnnamedFiles(int number)
{
    return number == EOPNOTSUPP || number == EISDIR || number == EINVAL || number == ENOSYS;
}

} // namespace

OutputFile::OutputFile(QString path, Overwrite overwrite)
    : m_path(std::move(path))
    , m_overwrite(overwrite)
    , m_name(QFile::encodeName(QFileInfo(m_path).fileName()))
{
}

OutputFile::~OutputFile()
{
    // Before the descriptor, and with it the lock, is closed: a sweep cannot meet the name in between.
    if (!m_stagedName.isEmpty())
        ::unlinkat(m_folder.get(), m_stagedName.constData(), 0);
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString &path, Overwrite overwrite, Staging staging)
{
    std::unique_ptr<OutputFile> file(new OutputFile(path, overwrite));
    SEALIFT_TRY(file->openFolder());
    SEALIFT_TRY(file->checkTarget());
    SEALIFT_TRY(file->openFile(staging));
    return file;
}

Result<std::unique_ptr<OutputFile>> OutputFile::createIn(FileDescriptor folder, const QString &path,
                                                         Overwrite overwrite, Staging staging)
{
    std::unique_ptr<OutputFile> file(new OutputFile(path, overwrite));
    file->m_folder = std::move(folder);
    SEALIFT_TRY(file->checkTarget());
    SEALIFT_TRY(file->openFile(staging));
    return file;
}

Status OutputFile::openFolder()
{
    if (m_name.isEmpty() || m_name == "." || m_name == "..")
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" names no file").arg(m_path),
                          QStringLiteral("Add the name of the file to write.")));
    const auto folder = QFileInfo(m_path).path();
    m_folder = FileDescriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!m_folder)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the folder %1").arg(folder)));
    sweepStagedFiles(m_folder.get(), folder);
    return {};
}

/// What would go wrong with the name after hours of writing goes wrong here, before them.
Status OutputFile::checkTarget() const
{
    struct stat status = {};
    bool found = ::fstatat(m_folder.get(), m_name.constData(), &status, 0) == 0;
    if (!found && (errno == ENOENT || errno == ELOOP)) // nothing, or a link that leads nowhere
        found = ::fstatat(m_folder.get(), m_name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (!found) {
        if (errno == ENOENT)
            return {};
        return fail(Error::fromErrno(errno, QStringLiteral("cannot write %1").arg(m_path)));
    }
    if (S_ISDIR(status.st_mode))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 is a folder").arg(m_path),
                          QStringLiteral("Name a file inside it.")));
    if (S_ISBLK(status.st_mode))
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 is a block device, and Sealift writes only to files").arg(m_path),
                          QStringLiteral("Write to a file and copy that to the device.")));
    if (!S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode))
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1 is no regular file").arg(m_path),
                          QStringLiteral("Choose the name of a new file.")));
    if (m_overwrite == Overwrite::No)
        return fail(alreadyExists(m_path));
    return {};
}

Status OutputFile::openFile(Staging staging)
{
    if (staging == Staging::Automatic) {
        m_file = FileDescriptor(::openat(m_folder.get(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
        if (m_file)
            return {};
        if (!lacksUnnamedFiles(errno))
            return fail(Error::fromErrno(errno, QStringLiteral("cannot create %1").arg(m_path)));
    }
    SEALIFT_ASSIGN(auto staged, createStagedFile(m_folder.get(), m_path));
    m_file = std::move(staged.descriptor);
    m_stagedName = std::move(staged.name);
    return {};
}

Status OutputFile::requireSpace(qint64 bytes)
{
    m_required = bytes;
    const auto free = freeSpace(m_file.get());
    if (!free || *free >= bytes)
        return {};
    return fail(Error(ErrorCode::NoSpace,
                      QStringLiteral("not enough room for %1: it needs %2, %3 are free, %4 are missing")
                          .arg(m_path, sizeText(bytes), sizeText(*free), sizeText(bytes - *free)),
                      QStringLiteral("Free that much on the file system, or choose another place."))
                    .with(QStringLiteral("missing-bytes"), QString::number(bytes - *free)));
}

Status OutputFile::resize(qint64 size)
{
    if (::ftruncate(m_file.get(), size) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make %1 %2 long").arg(m_path, sizeText(size))));
    return {};
}

Status OutputFile::writeAt(qint64 offset, ByteView data)
{
    while (!data.empty()) {
        const auto written = ::pwrite(m_file.get(), data.data(), data.size(), offset);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return fail(writeError(errno));
        }
        m_bytesWritten.fetch_add(written, std::memory_order_relaxed);
        offset += written;
        data = data.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

/// A description of its own: the flag is one of the open file, and writeAt() needs it off.
int OutputFile::directDescriptor()
{
    std::call_once(m_directOnce, [this] {
        const auto self = "/proc/self/fd/" + QByteArray::number(m_file.get());
        m_direct.reset(::open(self.constData(), O_WRONLY | O_DIRECT | O_CLOEXEC));
        m_directWorks = static_cast<bool>(m_direct);
    });
    return m_directWorks ? m_direct.get() : -1;
}

Result<bool> OutputFile::writeDirectAt(qint64 offset, ByteView data)
{
    constexpr auto kMask = AlignedBuffer::kAlignment - 1;
    const auto bits = static_cast<std::size_t>(offset) | data.size() | reinterpret_cast<std::uintptr_t>(data.data());
    const int file = (bits & kMask) == 0 ? directDescriptor() : -1;
    if (file < 0)
        return false;
    for (bool isFirst = true; !data.empty(); isFirst = false) {
        const auto written = ::pwrite(file, data.data(), data.size(), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EINVAL) {
            // This file system takes the flag but not the write, or wants a larger alignment.
            m_directWorks = false;
            if (isFirst)
                return false;
            break;
        }
        if (written < 0)
            return fail(writeError(errno));
        m_bytesWritten.fetch_add(written, std::memory_order_relaxed);
        offset += written;
        data = data.subspan(static_cast<std::size_t>(written));
        // The disk filled up within a block: the rest says so, or fits after all.
        if (static_cast<std::size_t>(written) % AlignedBuffer::kAlignment != 0)
            break;
    }
    SEALIFT_TRY(writeAt(offset, data));
    return true;
}

Status OutputFile::startWriteBack(qint64 offset, qint64 length)
{
    if (::sync_file_range(m_file.get(), offset, length, SYNC_FILE_RANGE_WRITE) == 0 || errno == ESPIPE ||
        errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)
        return {}; // done, or not to be had here, which costs time and nothing else
    return fail(writeError(errno));
}

Error OutputFile::writeError(int number) const
{
    const auto free = freeSpace(m_file.get());
    const qint64 missing = m_required - bytesWritten() - free.value_or(0);
    if (number != ENOSPC || missing <= 0)
        return Error::fromErrno(number, QStringLiteral("cannot write %1").arg(m_path));
    return Error::fromErrno(number, QStringLiteral("cannot write %1 beyond %2 of %3, at least %4 are missing")
                                        .arg(m_path, sizeText(bytesWritten()), sizeText(m_required), sizeText(missing)))
        .with(QStringLiteral("missing-bytes"), QString::number(missing));
}

Status OutputFile::finish()
{
    if (::fsync(m_file.get()) != 0)
        return fail(writeError(errno));
    SEALIFT_TRY(m_stagedName.isEmpty() ? giveName() : renameStaged());
    // Some file systems (EINVAL) keep names without being asked.
    if (::fsync(m_folder.get()) != 0 && errno != EINVAL)
        return fail(Error::fromErrno(
            errno, QStringLiteral("%1 is complete, but its folder cannot be synced to the disk").arg(m_path)));
    return {};
}

Status OutputFile::giveName()
{
    auto linked = linkName(m_name);
    if (linked || linked.error().code() != ErrorCode::AlreadyExists || m_overwrite == Overwrite::No)
        return linked;
    // link(2) never replaces, rename(2) does: first a staged name, locked against sweeps, then the final one.
    ::flock(m_file.get(), LOCK_EX | LOCK_NB);
    const auto staged = stagedFileName();
    SEALIFT_TRY(linkName(staged));
    m_stagedName = staged;
    return replaceTarget();
}

Status OutputFile::linkName(const QByteArray &name)
{
    const auto self = "/proc/self/fd/" + QByteArray::number(m_file.get());
    if (::linkat(AT_FDCWD, self.constData(), m_folder.get(), name.constData(), AT_SYMLINK_FOLLOW) == 0)
        return {};
    if (errno == EEXIST)
        return fail(alreadyExists(m_path));
    // Without /proc; needs CAP_DAC_READ_SEARCH on kernels before 6.10.
    if (errno == ENOENT && ::linkat(m_file.get(), "", m_folder.get(), name.constData(), AT_EMPTY_PATH) == 0)
        return {};
    return fail(Error::fromErrno(errno, QStringLiteral("cannot give %1 its name").arg(m_path)));
}

Status OutputFile::replaceTarget()
{
    if (::renameat(m_folder.get(), m_stagedName.constData(), m_folder.get(), m_name.constData()) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot replace %1").arg(m_path)));
    m_stagedName.clear();
    return {};
}

Status OutputFile::renameStaged()
{
    if (m_overwrite == Overwrite::Yes)
        return replaceTarget();
    const int folder = m_folder.get();
    const char *staged = m_stagedName.constData();
    const char *name = m_name.constData();
    if (::renameat2(folder, staged, folder, name, RENAME_NOREPLACE) == 0) {
        m_stagedName.clear();
        return {};
    }
    // File systems that lack RENAME_NOREPLACE (NFS) have hard links; the staged name is removed with this object.
    const bool onlyReplaces = errno == EINVAL || errno == ENOSYS;
    if (onlyReplaces && ::linkat(folder, staged, folder, name, 0) == 0)
        return {};
    if (errno == EEXIST)
        return fail(alreadyExists(m_path));
    if (onlyReplaces && (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS))
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("cannot give %1 its name: this file system has no way to do so that is sure "
                                         "not to replace another file")
                              .arg(m_path),
                          QStringLiteral("Choose a place on another file system.")));
    return fail(Error::fromErrno(errno, QStringLiteral("cannot give %1 its name").arg(m_path)));
}

} // namespace sealift
