#include "image/nbd/nbd_server.h"

#include "image/vmdk_image.h"

#include <QFile>
#include <QRegularExpression>

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr auto kEndsByItself = 3s;
constexpr auto kLastWords = 500ms;
constexpr int kMaxClients = 64;
constexpr qint64 kSector = 512;

/// How QEMU calls the format, and what else it has to be told.
QString driverOptions(const DiskImage &image)
{
    switch (image.format) {
    case DiskFormat::Raw:
        return QStringLiteral("driver=raw");
    case DiskFormat::Qcow2:
        return QStringLiteral("driver=qcow2");
    case DiskFormat::Vmdk:
        return QStringLiteral("driver=vmdk");
    case DiskFormat::Vhd:
        // The size field counts. QEMU would take the geometry for some creators and cut the disk.
        return QStringLiteral("driver=vpc,force_size_calc=current_size");
    case DiskFormat::Vhdx:
        return QStringLiteral("driver=vhdx");
    case DiskFormat::Vdi:
        return QStringLiteral("driver=vdi");
    }
    return {};
}

/// A comma ends a value in QEMU's option syntax, two are one.
QString escaped(QString path)
{
    return path.replace(QLatin1Char(','), QStringLiteral(",,"));
}

Result<FileDescriptor> memoryFile(const QByteArray &content)
{
    FileDescriptor file(::memfd_create("sealift-descriptor", MFD_CLOEXEC));
    if (!file || ::write(file.get(), content.constData(), static_cast<std::size_t>(content.size())) != content.size() ||
        ::lseek(file.get(), 0, SEEK_SET) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a memory file")));
    return file;
}

/// Processor time for reading a disk: what unpacks slowest takes about 10 s for 1 GiB, and some read it several times.
/// An image that keeps QEMU busy for ever ends there.
quint64 cpuSeconds(qint64 size)
{
    constexpr quint64 kAtLeast = 600;
    constexpr quint64 kPerGibibyte = 120;
    return kAtLeast + kPerGibibyte * (static_cast<quint64>(size) >> 30);
}

QString sandboxName(qsizetype index)
{
    return QStringLiteral("file-%1").arg(index);
}

QString inSandbox(const QString &name)
{
    return QLatin1String(kSandboxFolder) + QLatin1Char('/') + name;
}

/// Puts the command line together: what the server is given, and how it calls that.
class NbdServerLaunch
{
public:
    NbdServerLaunch(const DiskImage &image, const std::vector<std::unique_ptr<DiskFile>> &files, Isolation isolation,
                    int listening)
        : m_image(image)
        , m_files(files)
        , m_isolated(isolation == Isolation::Sandboxed)
    {
        m_program.descriptors.push_back(listening);
    }

    Result<ChildSpec> spec()
    {
        SEALIFT_ASSIGN(m_program.program, findTool(QStringLiteral("qemu-nbd"), QStringLiteral("qemu-utils")));
        m_program.pidVariable = "LISTEN_PID";
        QString file;
        SEALIFT_ASSIGN(file, m_image.vmdkExtents.isEmpty() ? showFile() : showExtents());
        const auto options = driverOptions(m_image) + QLatin1Char(',') + file;
        m_program.arguments << QStringLiteral("--read-only") << QStringLiteral("--shared=%1").arg(kMaxClients)
                            << QStringLiteral("--cache=writeback") << QStringLiteral("--aio=threads")
                            << QStringLiteral("--image-opts") << options;
        SEALIFT_ASSIGN(auto made, m_isolated ? sandboxed(m_program) : unsandboxed(m_program));
        made.environment.append("LISTEN_FDS=1");
        made.limits.push_back({RLIMIT_CPU, cpuSeconds(m_image.virtualSize)});
        return made;
    }

    const std::vector<std::pair<QString, QString>> &paths() const { return m_paths; }

private:
    /// An image of one file, wherever its bytes lie. Returns the options that open it.
    Result<QString> showFile()
    {
        const auto &file = *m_files.front();
        if (!file.nbdSocket().isEmpty())
            return showSocket(file.nbdSocket());
        const auto pieces = file.pieces();
        if (pieces.empty())
            return fail(Error(ErrorCode::Internal, QStringLiteral("%1 cannot be shown to QEMU").arg(file.path())));
        if (pieces.size() > 1)
            return showPieces(file, pieces);
        const auto &piece = pieces.front();
        const auto where = escaped(show(piece, 0, file.path()));
        if (piece.whole)
            return QStringLiteral("file.driver=file,file.filename=%1").arg(where);
        // QEMU counts in sectors, here as with a file of its own.
        return QStringLiteral("file.driver=raw,file.offset=%1,file.size=%2,file.file.driver=file,file.file.filename=%3")
            .arg(piece.offset)
            .arg((piece.length + kSector - 1) / kSector * kSector)
            .arg(where);
    }

    /// Bytes that another server shows: QEMU gets its socket, and nothing else.
    Result<QString> showSocket(const QString &path)
    {
        static const auto options = QStringLiteral("file.driver=nbd,file.server.type=unix,file.server.path=%1");
        if (!m_isolated)
            return options.arg(escaped(path));
        m_socket.reset(::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC | O_NOFOLLOW));
        if (!m_socket)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot open the socket %1").arg(path)));
        m_program.files.push_back({m_socket.get(), sandboxName(0)});
        m_paths.emplace_back(inSandbox(sandboxName(0)), m_image.path);
        return options.arg(inSandbox(sandboxName(0)));
    }

    /// A file in several pieces: they are the extents of a flat disk, in which the image lies.
    Result<QString> showPieces(const DiskFile &file, const std::vector<FilePiece> &pieces)
    {
        DiskImage flat;
        for (const auto &piece : pieces) {
            const bool last = &piece == &pieces.back();
            if (piece.offset % kSector != 0 || (!last && piece.length % kSector != 0))
                return fail(Error(ErrorCode::Unsupported,
                                  QStringLiteral("%1: its pieces are no whole sectors").arg(file.path()),
                                  QStringLiteral("Put the pieces together: cat PIECES > IMAGE")));
            const auto index = flat.files.size();
            flat.files.append({piece.path, {}});
            flat.vmdkExtents.append(
                {VmdkExtent::Kind::Flat, index, (piece.length + kSector - 1) / kSector * kSector, piece.offset});
            show(piece, index, piece.path);
        }
        SEALIFT_ASSIGN(const auto descriptor, showDescriptor(flat, file.path()));
        return QStringLiteral("file.driver=vmdk,file.file.driver=file,file.file.filename=%1").arg(descriptor);
    }

    /// A disk in several files: the extents, and a descriptor of our own.
    Result<QString> showExtents()
    {
        for (std::size_t i = 1; i < m_files.size(); ++i) {
            const auto pieces = m_files[i]->pieces();
            show(pieces.front(), static_cast<qsizetype>(i), m_files[i]->path());
        }
        SEALIFT_ASSIGN(const auto descriptor, showDescriptor(m_image, m_image.path));
        return QStringLiteral("file.driver=file,file.filename=%1").arg(descriptor);
    }

    /// Shows the file that the piece is in, and returns its name there.
    QString show(const FilePiece &piece, qsizetype index, const QString &title)
    {
        if (!m_isolated)
            return piece.path;
        m_program.files.push_back({piece.descriptor, sandboxName(index)});
        m_paths.emplace_back(inSandbox(sandboxName(index)), title);
        return inSandbox(sandboxName(index));
    }

    /// A descriptor of our own for that image, whose files are shown. Returns its name there.
    Result<QString> showDescriptor(const DiskImage &image, const QString &title)
    {
        const auto nameOf = [this, &image](qsizetype index) {
            return m_isolated ? sandboxName(index).toLatin1() : QFile::encodeName(image.files.at(index).path);
        };
        if (!m_isolated) {
            for (const auto &file : image.files) {
                if (file.path.contains(QLatin1Char('"')) || file.path.contains(QLatin1Char('\n')))
                    return fail(Error(ErrorCode::Unsupported,
                                      QStringLiteral("%1 has a quote or a line end in its path").arg(file.path),
                                      QStringLiteral("Move the image to another folder, or install bubblewrap.")));
            }
        }
        SEALIFT_ASSIGN(m_descriptor, memoryFile(plainVmdkDescriptor(image, nameOf)));
        if (!m_isolated) {
            m_program.descriptors.push_back(m_descriptor.get());
            return QStringLiteral("/proc/self/fd/4");
        }
        m_program.files.push_back({m_descriptor.get(), QStringLiteral("descriptor"), true});
        m_paths.emplace_back(inSandbox(QStringLiteral("descriptor")), title);
        return inSandbox(QStringLiteral("descriptor"));
    }

    const DiskImage &m_image;
    const std::vector<std::unique_ptr<DiskFile>> &m_files;
    bool m_isolated;
    SandboxedProgram m_program;
    FileDescriptor m_descriptor;
    FileDescriptor m_socket;
    std::vector<std::pair<QString, QString>> m_paths;
};

} // namespace

Result<std::unique_ptr<NbdServer>> NbdServer::start(const DiskImage &image,
                                                    const std::vector<std::unique_ptr<DiskFile>> &files,
                                                    Isolation isolation, const QString &socketFolder)
{
    std::unique_ptr<NbdServer> server(new NbdServer);
    server->m_imagePath = image.path;
    SEALIFT_ASSIGN(server->m_socket, ListeningSocket::create(socketFolder));
    NbdServerLaunch launch(image, files, isolation, server->m_socket.descriptor());
    SEALIFT_ASSIGN(const auto spec, launch.spec());
    server->m_paths = launch.paths();
    SEALIFT_ASSIGN(server->m_child, ChildProcess::start(spec));
    server->m_socket.giveUp();
    return server;
}

bool NbdServer::sandboxFailed() const
{
    return m_child->waitFor(kLastWords) && m_child->standardError().startsWith("bwrap: ");
}

QString NbdServer::words() const
{
    QStringList said;
    for (const auto &line : m_child->standardError().split('\n')) {
        auto text = QString::fromLocal8Bit(line).trimmed();
        for (const auto &[theirs, users] : m_paths)
            text.replace(theirs, users);
        // Of a failure to open, the last line repeats our own options; what went wrong follows them, or stood before.
        static const QRegularExpression prefix(QStringLiteral("^qemu-nbd: (Failed to blk_new_open '.*': )?"));
        text.remove(prefix);
        if (!text.isEmpty() && !said.contains(text))
            said.append(text);
    }
    return said.join(QStringLiteral("; "));
}

Error NbdServer::explain(Error error) const
{
    if (error.code() == ErrorCode::Cancelled || error.code() == ErrorCode::SourceChanged)
        return error;
    const auto ended = m_child->waitFor(kLastWords);
    const auto said = words();
    if (said.isEmpty())
        return ended ? Error(ErrorCode::ToolFailed, QStringLiteral("the QEMU helper died: %1").arg(error.what()))
                     : error;
    // A broken connection says nothing beside the reason why the helper ended.
    const auto what = ended ? said : QStringLiteral("%1: %2").arg(error.what(), said);
    const auto isSaid = [&](const char *text) { return said.contains(QLatin1String(text)); };
    if (isSaid("bwrap: Unknown option"))
        return {ErrorCode::ToolFailed, what,
                QStringLiteral("This bubblewrap is too old: 0.8.0-2+deb12u1, or 0.10, is needed.")};
    if (isSaid("bwrap: "))
        return {ErrorCode::ToolFailed, what,
                QStringLiteral("The sandbox cannot start here: unprivileged user namespaces must be allowed (in a "
                               "container: by its host).")};
    if (isSaid("Failed to get") && isSaid("lock"))
        return {ErrorCode::Locked, what,
                QStringLiteral("Another program has the image open for writing: shut the virtual machine down first.")};
    if (isSaid("orrupt") || isSaid("truncated"))
        return {ErrorCode::Corrupt, what,
                QStringLiteral("Check the image: qemu-img check IMAGE. Repair a copy, or take it from a backup.")};
    return {ended ? ErrorCode::ToolFailed : error.code(), what, error.remedy()};
}

Status NbdServer::stop()
{
    const auto ended = m_child->waitFor(kEndsByItself);
    if (!ended) {
        m_child->kill();
        return fail(Error(ErrorCode::ToolFailed,
                          QStringLiteral("qemu-nbd did not end after serving %1, and was killed").arg(m_imagePath)));
    }
    if (!ended->ok()) {
        const auto how = ended->signal != 0 ? QStringLiteral("signal %1").arg(ended->signal)
                                            : QStringLiteral("exit status %1").arg(ended->code);
        return fail(
            Error(ErrorCode::ToolFailed,
                  QStringLiteral("qemu-nbd failed while it served %1 (%2): %3").arg(m_imagePath, how, words())));
    }
    return {};
}

} // namespace sealift
