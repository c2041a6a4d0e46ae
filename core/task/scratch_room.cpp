#include "task/scratch_room.h"

#include "base/aligned_buffer.h"
#include "scratch/scratch_server.h"
#include "scratch/scratch_volume.h"

namespace sealift {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr qint64 kAlignment = qint64{1} << 20;
constexpr qint64 kSector = 512;

/// A file that lies in a stretch of a scratch volume.
class ScratchFile final : public DiskFile
{
public:
    ScratchFile(QString title, ScratchVolume &volume, qint64 begin, qint64 size, std::unique_ptr<ScratchServer> server)
        : m_title(std::move(title))
        , m_volume(volume)
        , m_begin(begin)
        , m_server(std::move(server))
    {
        m_identity.size = size;
        m_identity.allocated = size;
    }

    QString path() const override { return m_title; }
    // Nobody else can write to it.
    Status checkUnchanged() const override { return {}; }
    Result<Stretch> stretchAt(qint64 offset) const override { return Stretch{true, size() - offset}; }
    void willRead(qint64 /*offset*/, qint64 /*length*/) const override {}
    std::vector<FilePiece> pieces() const override { return {}; }
    bool hasNeighbours() const override { return false; }
    QString nbdSocket() const override { return m_server->socketPath(); }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override { return m_volume.readAt(m_begin + offset, out); }

private:
    QString m_title;
    ScratchVolume &m_volume;
    const qint64 m_begin;
    std::unique_ptr<ScratchServer> m_server;
};

} // namespace

ScratchRoom::ScratchRoom(const ScratchFolder &folder, ScratchVolume &volume, QString plugin,
                         std::function<void(pid_t)> helperStarted)
    : m_folder(folder)
    , m_volume(volume)
    , m_plugin(std::move(plugin))
    , m_helperStarted(std::move(helperStarted))
{
}

/// Writes all that comes behind m_begin, but for pieces of zeroes, which the volume reads as such anyway.
Result<qint64> ScratchRoom::fill(const ReadNext &next, const std::stop_token &stop)
{
    AlignedBuffer buffer;
    qint64 size = 0;
    for (bool more = true; more;) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto piece = buffer.first(kPiece);
        SEALIFT_ASSIGN(const auto got, next(piece));
        const auto bytes = ByteView(piece).first(got);
        if (!isAllZero(bytes))
            SEALIFT_TRY(m_volume.writeAt(m_begin + size, bytes));
        size += static_cast<qint64>(got);
        more = got == kPiece;
    }
    return size;
}

Result<std::unique_ptr<DiskFile>> ScratchRoom::keep(const QString &title, const ReadNext &next,
                                                    const std::stop_token &stop)
{
    auto filled = fill(next, stop);
    if (!filled)
        return fail(std::move(filled).error().during(QStringLiteral("unpacking %1").arg(title)));
    ScratchServerOptions options;
    options.plugin = m_plugin;
    options.name = QStringLiteral("unpacked-%1").arg(++m_files);
    options.offset = m_begin;
    // QEMU counts in sectors; what is behind the file in its last one reads as zeroes.
    options.length = (*filled + kSector - 1) / kSector * kSector;
    SEALIFT_ASSIGN(auto server, ScratchServer::start(m_folder, m_volume, options));
    m_helperStarted(server->process().pid);
    auto file = std::make_unique<ScratchFile>(title, m_volume, m_begin, *filled, std::move(server));
    m_begin += (*filled + kAlignment - 1) / kAlignment * kAlignment;
    return file;
}

} // namespace sealift
