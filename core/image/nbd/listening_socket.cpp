#include "image/nbd/listening_socket.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr int kBacklog = 64;
constexpr const char *kName = "nbd";

/// An address is at most 107 bytes long; through a descriptor it always is.
sockaddr_un addressVia(int descriptor, const char *name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = QByteArray("/proc/self/fd/") + QByteArray::number(descriptor) + name;
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    return address;
}

Result<FileDescriptor> makeSocket()
{
    FileDescriptor made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!made)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a socket")));
    return made;
}

/// A folder of our own, gone with this object.
class PrivateFolder
{
public:
    static Result<PrivateFolder> create(const QString &parent)
    {
        QByteArray path = QFile::encodeName(parent + QStringLiteral("/sealift-XXXXXX"));
        if (::mkdtemp(path.data()) == nullptr)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot make a private folder in %1").arg(parent)));
        PrivateFolder folder(path);
        folder.m_descriptor.reset(::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!folder.m_descriptor)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot open the private folder in %1").arg(parent)));
        return folder;
    }
    PrivateFolder(PrivateFolder &&other) noexcept
        : m_path(std::exchange(other.m_path, {}))
        , m_descriptor(std::move(other.m_descriptor))
    {
    }
    PrivateFolder(const PrivateFolder &) = delete;
    PrivateFolder &operator=(const PrivateFolder &) = delete;
    PrivateFolder &operator=(PrivateFolder &&) = delete;
    ~PrivateFolder()
    {
        if (m_path.isEmpty())
            return;
        ::unlinkat(m_descriptor.get(), kName, 0);
        ::rmdir(m_path.constData());
    }
    int descriptor() const { return m_descriptor.get(); }

private:
    explicit PrivateFolder(QByteArray path)
        : m_path(std::move(path))
    {
    }

    QByteArray m_path;
    FileDescriptor m_descriptor;
};

QString usualFolder()
{
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QDir(runtime).exists() ? runtime : QDir::tempPath();
}

} // namespace

Result<ListeningSocket> ListeningSocket::create(const QString &folder)
{
    ListeningSocket result;
    SEALIFT_ASSIGN(result.m_listening, makeSocket());
    SEALIFT_ASSIGN(const PrivateFolder home, PrivateFolder::create(folder.isEmpty() ? usualFolder() : folder));
    const auto address = addressVia(home.descriptor(), "/nbd");
    if (::bind(result.descriptor(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot bind a socket")));
    result.m_handle.reset(::openat(home.descriptor(), kName, O_PATH | O_CLOEXEC | O_NOFOLLOW));
    if (!result.m_handle)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the socket")));
    if (::listen(result.descriptor(), kBacklog) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot listen on a socket")));
    return result;
}

Result<FileDescriptor> ListeningSocket::connect() const
{
    SEALIFT_ASSIGN(auto made, makeSocket());
    const auto address = addressVia(m_handle.get(), "");
    int status = 0;
    do {
        status = ::connect(made.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address);
    } while (status != 0 && errno == EINTR);
    if (status != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("the helper does not listen")));
    return made;
}

} // namespace sealift
