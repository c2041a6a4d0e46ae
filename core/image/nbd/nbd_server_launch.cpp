#include "image/nbd/nbd_server_launch.h"

#include "image/vmdk_image.h"

#include <QFile>
#include <QSet>

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr int kMaxClients = 64;
constexpr qint64 kSector = 512;

/// How QEMU calls the format, and what else it has to be told: options, each KEY=VALUE.
QStringList driverOptions(DiskFormat format)
{
    switch (format) {
    case DiskFormat::Raw:
        return {QStringLiteral("driver=raw")};
    case DiskFormat::Qcow2:
        return {QStringLiteral("driver=qcow2")};
    case DiskFormat::Vmdk:
        return {QStringLiteral("driver=vmdk")};
    case DiskFormat::Vhd:
        // The size field counts. QEMU would take the geometry for some creators and cut the disk.
        return {QStringLiteral("driver=vpc"), QStringLiteral("force_size_calc=current_size")};
    case DiskFormat::Vhdx:
        return {QStringLiteral("driver=vhdx")};
    case DiskFormat::Vdi:
        return {QStringLiteral("driver=vdi")};
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
class CommandLine
{
public:
    CommandLine(const DiskImage &image, const std::vector<std::unique_ptr<DiskFile>> &files, Isolation isolation,
                int listening)
        : m_image(image)
        , m_files(files)
        , m_isolated(isolation == Isolation::Sandboxed)
    {
        m_program.descriptors.push_back(listening);
    }

    Result<NbdServerLaunch> prepare()
    {
        SEALIFT_ASSIGN(m_program.program, findTool(QStringLiteral("qemu-nbd"), QStringLiteral("qemu-utils")));
        m_program.pidVariable = "LISTEN_PID";
        auto options = driverOptions(m_image.format);
        SEALIFT_ASSIGN(const auto own,
                       m_image.vmdkExtents.isEmpty() ? showFile() : showExtents(ownLayer(), m_image.path));
        options += own;
        SEALIFT_TRY(addParents(options));
        m_program.arguments << QStringLiteral("--read-only") << QStringLiteral("--shared=%1").arg(kMaxClients)
                            << QStringLiteral("--cache=writeback") << QStringLiteral("--aio=threads")
                            << QStringLiteral("--image-opts") << options.join(QLatin1Char(','));
        SEALIFT_ASSIGN(auto made, m_isolated ? sandboxed(m_program) : unsandboxed(m_program));
        made.environment.append("LISTEN_FDS=1");
        made.limits.push_back({RLIMIT_CPU, cpuSeconds(m_image.virtualSize)});
        return NbdServerLaunch{std::move(made), std::move(m_paths), std::move(m_shown)};
    }

private:
    VmdkLayer ownLayer() const
    {
        return {m_image.vmdkExtents, m_image.contentId, m_image.parent ? m_image.parent->contentId : QByteArray()};
    }

    /// What the image is but the difference to: each one is named explicitly, whatever the image above it says.
    Status addParents(QStringList &options)
    {
        QString prefix;
        for (const auto &parent : m_image.parents) {
            prefix += QStringLiteral("backing.");
            SEALIFT_ASSIGN(const auto file, showParent(parent));
            for (const auto &option : driverOptions(parent.format) + file)
                options.append(prefix + option);
        }
        return {};
    }

    Result<QStringList> showParent(const ParentImage &parent)
    {
        const auto &file = *m_files[static_cast<std::size_t>(parent.firstFile)];
        if (!parent.vmdkExtents.isEmpty())
            return showExtents({parent.vmdkExtents, parent.contentId, parent.parentId}, file.path());
        return fileOptions(escaped(show(file.pieces().front(), parent.firstFile, file.path())));
    }

    static QStringList fileOptions(const QString &name)
    {
        return {QStringLiteral("file.driver=file"), QStringLiteral("file.filename=") + name};
    }

    /// An image of one file, wherever its bytes lie. Returns the options that open it.
    Result<QStringList> showFile()
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
            return fileOptions(where);
        // QEMU counts in sectors, here as with a file of its own.
        return QStringList{QStringLiteral("file.driver=raw"), QStringLiteral("file.offset=%1").arg(piece.offset),
                           QStringLiteral("file.size=%1").arg((piece.length + kSector - 1) / kSector * kSector),
                           QStringLiteral("file.file.driver=file"), QStringLiteral("file.file.filename=") + where};
    }

    /// Bytes that another server shows: QEMU gets its socket, and nothing else.
    Result<QStringList> showSocket(const QString &path)
    {
        const auto options = [](const QString &where) {
            return QStringList{QStringLiteral("file.driver=nbd"), QStringLiteral("file.server.type=unix"),
                               QStringLiteral("file.server.path=") + where};
        };
        if (!m_isolated)
            return options(escaped(path));
        FileDescriptor socket(::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC | O_NOFOLLOW));
        if (!socket)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot open the socket %1").arg(path)));
        m_program.files.push_back({socket.get(), sandboxName(0)});
        m_shown.push_back(std::move(socket));
        m_paths.emplace_back(inSandbox(sandboxName(0)), m_image.path);
        return options(inSandbox(sandboxName(0)));
    }

    /// A file in several pieces: they are the extents of a flat disk, in which the image lies.
    Result<QStringList> showPieces(const DiskFile &file, const std::vector<FilePiece> &pieces)
    {
        QList<ImageFile> files;
        QList<VmdkExtent> extents;
        for (const auto &piece : pieces) {
            const bool last = &piece == &pieces.back();
            if (piece.offset % kSector != 0 || (!last && piece.length % kSector != 0))
                return fail(Error(ErrorCode::Unsupported,
                                  QStringLiteral("%1: its pieces are no whole sectors").arg(file.path()),
                                  QStringLiteral("Put the pieces together: cat PIECES > IMAGE")));
            const auto index = files.size();
            files.append({piece.path, {}});
            extents.append(
                {VmdkExtent::Kind::Flat, index, (piece.length + kSector - 1) / kSector * kSector, piece.offset});
            show(piece, index, piece.path);
        }
        SEALIFT_ASSIGN(const auto descriptor, showDescriptor({extents, {}, {}}, files, file.path()));
        return QStringList{QStringLiteral("file.driver=vmdk"), QStringLiteral("file.file.driver=file"),
                           QStringLiteral("file.file.filename=") + descriptor};
    }

    /// A disk in several files: the extents, and a descriptor of our own.
    Result<QStringList> showExtents(const VmdkLayer &layer, const QString &title)
    {
        QSet<qsizetype> shown;
        for (const auto &extent : layer.extents) {
            if (shown.contains(extent.file))
                continue;
            shown.insert(extent.file);
            const auto &file = *m_files[static_cast<std::size_t>(extent.file)];
            show(file.pieces().front(), extent.file, file.path());
        }
        SEALIFT_ASSIGN(const auto descriptor, showDescriptor(layer, m_image.files, title));
        return fileOptions(descriptor);
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

    /// A descriptor of our own for extents in these files, which are shown. Returns its name there.
    Result<QString> showDescriptor(const VmdkLayer &layer, const QList<ImageFile> &files, const QString &title)
    {
        const auto nameOf = [this, &files](qsizetype index) {
            return m_isolated ? sandboxName(index).toLatin1() : QFile::encodeName(files.at(index).path);
        };
        if (!m_isolated) {
            for (const auto &file : files) {
                if (file.path.contains(QLatin1Char('"')) || file.path.contains(QLatin1Char('\n')))
                    return fail(Error(ErrorCode::Unsupported,
                                      QStringLiteral("%1 has a quote or a line end in its path").arg(file.path),
                                      QStringLiteral("Move the image to another folder, or install bubblewrap.")));
            }
        }
        SEALIFT_ASSIGN(auto descriptor, memoryFile(plainVmdkDescriptor(layer, nameOf)));
        const auto name = QStringLiteral("descriptor-%1").arg(m_shown.size());
        m_shown.push_back(std::move(descriptor));
        if (!m_isolated) {
            constexpr std::size_t kFirstPassedOn = 3;
            m_program.descriptors.push_back(m_shown.back().get());
            return QStringLiteral("/proc/self/fd/%1").arg(kFirstPassedOn + m_program.descriptors.size() - 1);
        }
        m_program.files.push_back({m_shown.back().get(), name, true});
        m_paths.emplace_back(inSandbox(name), title);
        return inSandbox(name);
    }

    const DiskImage &m_image;
    const std::vector<std::unique_ptr<DiskFile>> &m_files;
    bool m_isolated;
    SandboxedProgram m_program;
    std::vector<FileDescriptor> m_shown; ///< that nobody else keeps open: descriptors of our own, a socket
    std::vector<std::pair<QString, QString>> m_paths;
};

} // namespace

Result<NbdServerLaunch> prepareNbdServer(const DiskImage &image, const std::vector<std::unique_ptr<DiskFile>> &files,
                                         Isolation isolation, int listening)
{
    return CommandLine(image, files, isolation, listening).prepare();
}

} // namespace sealift
