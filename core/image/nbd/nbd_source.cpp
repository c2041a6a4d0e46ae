#include "image/nbd/nbd_source.h"

#include "image/container_map.h"
#include "image/nbd/nbd_connection.h"
#include "image/nbd/nbd_server.h"

namespace sealift {

namespace {

/// qemu-nbd serves all connections from one thread: a second connection keeps it busy while the first reader is
/// elsewhere, more only wait.
constexpr int kReaders = 2;
constexpr qint64 kSector = 512;

Status checkFiles(const std::vector<std::unique_ptr<DiskFile>> &files)
{
    for (const auto &file : files)
        SEALIFT_TRY(file->checkUnchanged());
    return {};
}

class NbdReader final : public BlockReader
{
public:
    NbdReader(std::unique_ptr<NbdConnection> connection, const NbdServer &server,
              const std::vector<std::unique_ptr<DiskFile>> &files)
        : m_connection(std::move(connection))
        , m_server(server)
        , m_files(files)
    {
    }

    Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
    {
        auto status = m_connection->read(offset, out, stop);
        if (status)
            return {};
        if (status.error().code() != ErrorCode::Cancelled)
            SEALIFT_TRY(checkFiles(m_files)); // a changed file explains every failure
        return fail(m_server.explain(std::move(status).error())
                        .during(QStringLiteral("reading %1").arg(m_files.front()->path())));
    }

private:
    std::unique_ptr<NbdConnection> m_connection;
    const NbdServer &m_server;
    const std::vector<std::unique_ptr<DiskFile>> &m_files;
};

class NbdSource final : public BlockSource
{
public:
    NbdSource(qint64 size, std::vector<std::unique_ptr<DiskFile>> files)
        : m_size(size)
        , m_files(std::move(files))
    {
    }

    Status start(const DiskImage &image, const OpenOptions &options, const std::stop_token &stop)
    {
        auto started = startHelper(image, Isolation::Sandboxed, options, stop);
        const bool noSandbox =
            !started && (m_server ? m_server->sandboxFailed() : started.error().code() == ErrorCode::ToolMissing);
        if (noSandbox && options.sandbox == SandboxPolicy::AllowUnsandboxed)
            started = startHelper(image, Isolation::None, options, stop);
        SEALIFT_TRY(std::move(started));
        // QEMU counts in sectors; the last one may be more than the disk has.
        if (m_control->size() != (m_size + kSector - 1) / kSector * kSector)
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: QEMU sees a disk of %2 bytes, its header says %3")
                                                      .arg(image.path)
                                                      .arg(m_control->size())
                                                      .arg(m_size)));
        // What is not in the image may be in a parent, which our map does not know: QEMU does.
        if (image.parents.isEmpty()) {
            SEALIFT_ASSIGN(m_map, ContainerMap::open(image, m_files));
        }
        return {};
    }

    qint64 size() const override { return m_size; }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &stop) override
    {
        if (m_map)
            return m_map->forEach(offset, length, each, stop);
        ExtentJoiner joiner(each);
        qint64 at = offset;
        auto status = m_control->blockStatus(
            offset, length,
            [&](qint64 bytes, bool hole, bool zero) {
                const auto kind = !zero ? ExtentKind::Data : hole ? ExtentKind::Hole : ExtentKind::Zero;
                const Extent extent{at, bytes, kind};
                at += bytes;
                return joiner.add(extent);
            },
            stop);
        if (!status)
            return fail(m_server->explain(std::move(status).error()));
        return joiner.finish();
    }

    Result<std::unique_ptr<BlockReader>> openReader() override
    {
        auto connection = connect(NbdConnection::Purpose::Blocks, {});
        if (!connection)
            return fail(m_server->explain(std::move(connection).error()));
        return std::make_unique<NbdReader>(std::move(*connection), *m_server, m_files);
    }

    int suggestedReaders() const override { return kReaders; }

    Status checkUnchanged() const override { return checkFiles(m_files); }

    std::vector<pid_t> helperProcesses() const override { return {m_server->pid()}; }

    Status close() override
    {
        m_control.reset();
        return m_server->stop();
    }

private:
    Status startHelper(const DiskImage &image, Isolation isolation, const OpenOptions &options,
                       const std::stop_token &stop)
    {
        SEALIFT_ASSIGN(m_server, NbdServer::start(image, m_files, isolation, options.helperFolder));
        auto control = connect(NbdConnection::Purpose::BlockStatus, stop);
        if (!control)
            return fail(
                m_server->explain(std::move(control).error()).during(QStringLiteral("cannot open %1").arg(image.path)));
        m_control = std::move(*control);
        return {};
    }

    Result<std::unique_ptr<NbdConnection>> connect(NbdConnection::Purpose purpose, const std::stop_token &stop)
    {
        SEALIFT_ASSIGN(auto socket, m_server->connect());
        return NbdConnection::open(std::move(socket), purpose, stop);
    }

    qint64 m_size;
    std::vector<std::unique_ptr<DiskFile>> m_files;
    std::unique_ptr<NbdServer> m_server;
    std::unique_ptr<NbdConnection> m_control;
    std::unique_ptr<ContainerMap> m_map;
};

} // namespace

Result<std::unique_ptr<BlockSource>> openNbdSource(const DiskImage &image, std::vector<std::unique_ptr<DiskFile>> files,
                                                   const OpenOptions &options, const std::stop_token &stop)
{
    auto source = std::make_unique<NbdSource>(image.virtualSize, std::move(files));
    SEALIFT_TRY(source->start(image, options, stop));
    return std::unique_ptr<BlockSource>(std::move(source));
}

} // namespace sealift
