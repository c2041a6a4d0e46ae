#include "scratch/scratch_server.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr int kBacklog = 64;
constexpr auto kStartTimeout = 20s;
constexpr auto kEndTimeout = 5s;

struct Pipe {
    FileDescriptor reading;
    FileDescriptor writing;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a pipe")));
    return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

/// The key, ready to be read from a pipe: in the kernel's memory, until the server has it.
Result<FileDescriptor> keyInPipe(const QCA::SymmetricKey &key)
{
    SEALIFT_ASSIGN(auto pipe, makePipe());
    if (::write(pipe.writing.get(), key.constData(), static_cast<std::size_t>(key.size())) != key.size())
        return fail(Error::fromErrno(errno, QStringLiteral("cannot write to a pipe")));
    return std::move(pipe.reading);
}

/// Bound by its real path: that is what /proc/net/unix shows of it, and what QEMU has to go by.
Result<FileDescriptor> listeningSocket(const QString &path)
{
    const auto encoded = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(encoded.size()) >= sizeof address.sun_path)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("the path of the socket %1 is longer than %2 bytes")
                              .arg(path)
                              .arg(sizeof address.sun_path - 1),
                          QStringLiteral("Choose a scratch root with a shorter path.")));
    std::memcpy(address.sun_path, encoded.constData(), static_cast<std::size_t>(encoded.size()));
    FileDescriptor made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    // The mode of the socket becomes the file's.
    if (!made || ::fchmod(made.get(), 0600) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a socket")));
    if (::bind(made.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return fail(Error::fromErrno(errno == EADDRINUSE ? EEXIST : errno,
                                     QStringLiteral("cannot bind the socket %1").arg(path)));
    if (::listen(made.get(), kBacklog) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot listen on the socket %1").arg(path)));
    return made;
}

Result<QString> findNbdkit()
{
    auto path = QStandardPaths::findExecutable(QStringLiteral("nbdkit"));
    if (path.isEmpty())
        return fail(Error(ErrorCode::ToolMissing, QStringLiteral("nbdkit is not installed"),
                          QStringLiteral("Install it: apt install nbdkit"))
                        .with(QStringLiteral("tool"), QStringLiteral("nbdkit"))
                        .with(QStringLiteral("package"), QStringLiteral("nbdkit")));
    return path;
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.')) && !name.contains(QLatin1Char('/'));
}

/// Waits for the byte that says that the plugin has all it needs; false at the pipe's end, or after the time.
bool isReady(const FileDescriptor &pipe)
{
    pollfd waiting{pipe.get(), POLLIN, 0};
    const auto timeout = std::chrono::milliseconds(kStartTimeout).count();
    while (::poll(&waiting, 1, static_cast<int>(timeout)) < 0 && errno == EINTR) {
    }
    char byte = 0;
    return (waiting.revents & POLLIN) != 0 && ::read(pipe.get(), &byte, 1) == 1;
}

} // namespace

Result<std::unique_ptr<ScratchServer>> ScratchServer::start(const ScratchFolder &folder, const ScratchVolume &volume,
                                                            const ScratchServerOptions &options)
{
    const auto length = options.length < 0 ? volume.quota() - options.offset : options.length;
    if (options.offset < 0 || length <= 0 || length > volume.quota() - options.offset)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("bytes %1 to %2 are not in a scratch volume of %3")
                                                          .arg(options.offset)
                                                          .arg(options.offset + length)
                                                          .arg(volume.quota())));
    if (!isPlainName(options.name))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot name a socket").arg(options.name)));
    if (!QFileInfo(options.plugin).isFile())
        return fail(Error(ErrorCode::ToolMissing, QStringLiteral("the nbdkit plugin %1 is missing").arg(options.plugin),
                          QStringLiteral("Install Sealift anew.")));
    const auto key = volume.m_lanes.key();
    if (key.isEmpty())
        return fail(Error::cancelled());

    std::unique_ptr<ScratchServer> server(new ScratchServer);
    server->m_socketPath = folder.path() + QLatin1Char('/') + options.name + QLatin1String(kSocketSuffix);
    ChildSpec spec;
    SEALIFT_ASSIGN(spec.program, findNbdkit());
    const FileDescriptor file(::openat(folder.descriptor(), kVolumeName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the scratch volume %1").arg(volume.path())));
    SEALIFT_ASSIGN(const auto keyPipe, keyInPipe(key));
    SEALIFT_ASSIGN(auto ready, makePipe());
    SEALIFT_ASSIGN(const auto listening, listeningSocket(server->m_socketPath));
    // In the plugin's order; the first is nbdkit's own (socket activation).
    spec.descriptors = {listening.get(), keyPipe.get(), file.get(), volume.m_map.descriptor(), ready.writing.get()};
    spec.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C", "LISTEN_FDS=1"};
    spec.pidVariable = "LISTEN_PID";
    spec.arguments = {QStringLiteral("--exit-with-parent"),         QStringLiteral("--readonly"),
                      QFileInfo(options.plugin).absoluteFilePath(), QStringLiteral("offset=%1").arg(options.offset),
                      QStringLiteral("size=%1").arg(length),        QStringLiteral("quota=%1").arg(volume.quota())};
    SEALIFT_ASSIGN(server->m_child, ChildProcess::start(spec));
    ready.writing.reset();
    if (!isReady(ready.reading)) {
        server->m_child->kill();
        server->m_child->waitFor(kEndTimeout);
        ::unlinkat(folder.descriptor(), QFile::encodeName(QFileInfo(server->m_socketPath).fileName()).constData(), 0);
        return fail(
            Error(ErrorCode::ToolFailed, QStringLiteral("nbdkit does not serve the scratch volume: %1")
                                             .arg(QString::fromLocal8Bit(server->m_child->standardError().trimmed()))));
    }
    SEALIFT_ASSIGN(server->m_process, HelperProcess::of(server->m_child->pid()));
    return server;
}

QString ScratchServer::uri() const
{
    return QStringLiteral("nbd+unix:///?socket=") + QString::fromLatin1(QUrl::toPercentEncoding(m_socketPath, "/"));
}

Status ScratchServer::stop()
{
    m_child->kill();
    if (m_child->waitFor(kEndTimeout))
        return {};
    return fail(Error(ErrorCode::Timeout,
                      QStringLiteral("the server of the scratch volume, process %1, does not end").arg(m_process.pid)));
}

} // namespace sealift
