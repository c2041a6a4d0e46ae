#include "image/archive/compressed_disk.h"

#include "base/aligned_buffer.h"
#include "image/archive/stream_edges.h"
#include "image/archive/unpacked_source.h"
#include "image/probe.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sealift {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::size_t kPeek = 65536;
constexpr qint64 kMagic = 16;

/// "disk.vmdk" of "disk.vmdk.gz": what the content is called.
QString contentTitle(const QString &path)
{
    for (const auto *suffix : {".gz", ".xz", ".bz2", ".zst"}) {
        if (path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive))
            return path.chopped(static_cast<qsizetype>(std::strlen(suffix)));
    }
    return path;
}

class CompressedOpening
{
public:
    CompressedOpening(std::unique_ptr<DiskFile> packed, QString title, OpenStream open, const Unpacking &unpacking)
        : m_packed(std::move(packed))
        , m_title(std::move(title))
        , m_open(std::move(open))
        , m_unpacking(unpacking)
    {
    }

    Result<CompressedDisk> run(const OpenOptions &options, const std::stop_token &stop)
    {
        SEALIFT_ASSIGN(const auto stream, m_open(*m_packed, stop));
        const auto first = m_buffer.first(kPiece);
        SEALIFT_ASSIGN(const auto begun, stream->read(first, stop));
        const auto start = ByteView(first).first(begun);
        auto disk =
            beginsLikeContainer(start) ? keepAll(*stream, start, options, stop) : readThrough(*stream, start, stop);
        if (!disk)
            return disk;
        disk->image.fileSize = m_fileSize;
        disk->image.allocated = m_allocated;
        return disk;
    }

private:
    /// All that is no raw disk: to be read in any order.
    Result<CompressedDisk> keepAll(ByteStream &stream, ByteView start, const OpenOptions &options,
                                   const std::stop_token &stop)
    {
        const bool ended = start.size() < kPiece;
        auto begin = start; // what is still to be handed on of it
        const auto next = [&](MutableBytes out) -> Result<std::size_t> {
            const auto done = std::min(out.size(), begin.size());
            std::copy_n(begin.begin(), done, out.begin());
            begin = begin.subspan(done);
            if (ended || done == out.size())
                return done;
            SEALIFT_ASSIGN(const auto more, stream.read(out.subspan(done), stop));
            return done + more;
        };
        SEALIFT_ASSIGN(auto file, m_unpacking.keep(m_packed->path(), m_title, stream.toldSize(), next, stop));
        SEALIFT_TRY(m_packed->checkUnchanged());
        CompressedDisk disk;
        SEALIFT_ASSIGN(disk.image, probeDisk(*file, {}, stop));
        SEALIFT_ASSIGN(disk.content, openDisk(disk.image, std::move(file), options, stop));
        return disk;
    }

    /// Raw, as far as its begin tells: read to the end, and not kept.
    Result<CompressedDisk> readThrough(ByteStream &stream, ByteView start, const std::stop_token &stop)
    {
        StreamEdges edges(m_title, m_packed->identity());
        edges.add(start);
        for (auto got = start.size(); got == kPiece;) {
            const auto piece = m_buffer.first(kPiece);
            SEALIFT_ASSIGN(got, stream.read(piece, stop));
            edges.add(ByteView(piece).first(got));
        }
        SEALIFT_TRY(m_packed->checkUnchanged());
        CompressedDisk disk;
        SEALIFT_ASSIGN(disk.image, probeDisk(edges, {}, stop));
        disk.content = openUnpackedSource(std::move(m_packed), m_open, disk.image.virtualSize);
        return disk;
    }

    std::unique_ptr<DiskFile> m_packed;
    const QString m_title;
    const OpenStream m_open;
    const Unpacking &m_unpacking;
    const qint64 m_fileSize = m_packed->size();
    const qint64 m_allocated = m_packed->identity().allocated;
    AlignedBuffer m_buffer;
};

} // namespace

Result<std::unique_ptr<DiskFile>> Unpacking::keep(const QString &packed, const QString &title,
                                                  std::optional<qint64> told, const ReadNext &next,
                                                  const std::stop_token &stop) const
{
    if (room == nullptr)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 holds a disk image that must be unpacked first").arg(packed),
                          QStringLiteral("Import does that, in its encrypted scratch volume."))
                        .with(QStringLiteral("file"), packed));
    if (told && expect)
        SEALIFT_TRY(expect(*told));
    return room->keep(title, next, stop);
}

Packing packingOfFile(ByteView start)
{
    const auto packing = packingOf(start);
    return canUnpack(packing) ? packing : Packing::Unknown;
}

Result<Packing> packingOfFile(const DiskFile &file)
{
    SEALIFT_ASSIGN(const auto start, file.read(0, std::min(kMagic, file.size()), QStringLiteral("the header")));
    return packingOfFile(viewOf(start));
}

Result<DiskFormat> peekFormat(const DiskFile &packed, Packing packing, const std::stop_token &stop)
{
    StreamUnpacker unpacker(packed, packing, {});
    AlignedBuffer buffer;
    const auto first = buffer.first(kPeek);
    SEALIFT_ASSIGN(const auto got, unpacker.read(first, stop));
    return formatByStart(ByteView(first).first(got), contentTitle(packed.path()));
}

Result<CompressedDisk> openStreamedDisk(std::unique_ptr<DiskFile> packed, const QString &title, OpenStream open,
                                        const Unpacking &unpacking, const OpenOptions &options,
                                        const std::stop_token &stop)
{
    return CompressedOpening(std::move(packed), title, std::move(open), unpacking).run(options, stop);
}

Result<CompressedDisk> openCompressedDisk(std::unique_ptr<DiskFile> packed, Packing packing, const Unpacking &unpacking,
                                          const OpenOptions &options, const std::stop_token &stop)
{
    const auto title = contentTitle(packed->path());
    return openStreamedDisk(std::move(packed), title, unpackerOpener(packing, unpacking.limits), unpacking, options,
                            stop);
}

} // namespace sealift
