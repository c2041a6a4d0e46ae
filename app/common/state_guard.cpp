#include "common/state_guard.h"

#include "base/file_descriptor.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr mode_t kOthers = 077;
constexpr mode_t kOthersWriting = 022;

/// What of an entry is to be closed.
enum class Kind { Folder, File };

class Closer
{
public:
    /// @param rights what others must not have.
    Closer(mode_t rights, QStringList &said)
        : m_rights(rights)
        , m_said(said)
    {
    }

    Status close(const QString &path, Kind kind)
    {
        const int what = kind == Kind::Folder ? O_DIRECTORY : O_NONBLOCK;
        const FileDescriptor entry(
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | what));
        if (!entry)
            return {}; // not there, a link, or closed to ourselves: whoever needs it says so
        struct stat status = {};
        if (::fstat(entry.get(), &status) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot look at %1").arg(path)));
        const bool isRoots = status.st_uid == 0 && ::geteuid() != 0;
        if (isRoots || (kind == Kind::File && !S_ISREG(status.st_mode)))
            return {};
        if (status.st_uid != ::geteuid())
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 belongs to another user").arg(path),
                              QStringLiteral("Give it back to yourself (chown), or name a folder of your own by "
                                             "SEALIFT_STATE or SEALIFT_CONFIG.")));
        if ((status.st_mode & m_rights) == 0)
            return {};
        if (::fchmod(entry.get(), status.st_mode & 07777 & ~m_rights) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot close %1 to other users").arg(path)));
        m_said.append(QStringLiteral("%1 was open to other users (mode %2); it is closed to them now.")
                          .arg(path, QString::number(status.st_mode & 0777, 8)));
        return {};
    }

    /// A folder and the files right in it.
    Status closeWithFiles(const QString &path)
    {
        SEALIFT_TRY(close(path, Kind::Folder));
        for (const auto &name : QDir(path).entryList(QDir::Files | QDir::Hidden))
            SEALIFT_TRY(close(path + u'/' + name, Kind::File));
        return {};
    }

private:
    const mode_t m_rights;
    QStringList &m_said;
};

} // namespace

Result<QStringList> closeToOthers(const StatePaths &paths)
{
    QStringList said;
    Closer closer(kOthers, said);
    for (const auto &folder : {paths.state, paths.audit(), paths.receipts()})
        SEALIFT_TRY(closer.closeWithFiles(folder));
    if (!paths.config.isEmpty())
        SEALIFT_TRY(Closer(kOthersWriting, said).closeWithFiles(paths.config));
    return said;
}

} // namespace sealift
