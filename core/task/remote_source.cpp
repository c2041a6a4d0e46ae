#include "task/remote_source.h"

#include "http/http_client.h"
#include "image/ovf/ovf_package.h"
#include "task/remote_file.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kStart = 4096;
/// For those who look here and there.
constexpr RemoteReading kPreview{.block = 64LL << 10, .kept = 64, .ahead = 0};

class RemoteOpening
{
public:
    RemoteOpening(const ImportOpening &opening, const JobTools &tools)
        : m_opening(opening)
        , m_tools(tools)
    {
    }

    Result<ImportSource> run(const RemoteSettings &settings, const QString &text)
    {
        SEALIFT_ASSIGN(const auto url, remoteImageUrl(text));
        HttpClientOptions options;
        options.caFile = settings.caFile;
        options.allowLoopbackHttp = settings.allowInsecureLoopback;
        SEALIFT_ASSIGN(m_file, RangedFile::open(std::make_shared<HttpClient>(options), url, {}, m_tools.stop));
        m_source.path = m_file->name();
        if (!m_file->isPinned())
            m_source.warnings.append(QStringLiteral(
                "The server does not say which version of the file it sends: had the file changed while it was read, "
                "nothing but another size would have shown it."));
        SEALIFT_TRY(m_tools.audit(QStringLiteral("remote-image-opened"),
                                  {{QStringLiteral("url"), m_source.path}, {QStringLiteral("bytes"), m_file->size()}}));
        SEALIFT_TRY(openDiskOf(url.fileName()));
        return std::move(m_source);
    }

private:
    Status openDiskOf(const QString &name)
    {
        auto file = remoteFile(kPreview);
        SEALIFT_ASSIGN(const auto start, file->read(0, std::min(kStart, file->size()), QStringLiteral("the header")));
        ImportDisk disk;
        disk.source = name;
        switch (packageKindOf(viewOf(start))) {
        case PackageKind::None:
        case PackageKind::Vmx:
            SEALIFT_TRY(openPlain(std::move(file), disk));
            break;
        case PackageKind::Compressed:
            SEALIFT_TRY(openPacked(*file, disk));
            break;
        case PackageKind::Tar:
        case PackageKind::Ovf:
        case PackageKind::Archive:
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1 is an archive or an appliance, which is not read over the network")
                                  .arg(m_source.path),
                              QStringLiteral("Download it, and import it from here."))
                            .with(QStringLiteral("file"), m_source.path));
        }
        m_source.disks.push_back(std::move(disk));
        return {};
    }

    std::unique_ptr<RemoteFile> remoteFile(const RemoteReading &reading) const
    {
        return std::make_unique<RemoteFile>(m_file, m_tools.flow, reading, m_tools.stop);
    }

    /// All of it, kept in the task's scratch volume.
    Result<std::unique_ptr<DiskFile>> fetchAll()
    {
        const auto file = remoteFile({});
        qint64 at = 0;
        const auto next = [&](MutableBytes out) -> Result<std::size_t> {
            const auto part = std::min(static_cast<qint64>(out.size()), file->size() - at);
            SEALIFT_TRY(file->read(at, out.first(static_cast<std::size_t>(part)), QStringLiteral("the image")));
            at += part;
            return static_cast<std::size_t>(part);
        };
        SEALIFT_ASSIGN(auto kept,
                       m_opening.unpacking.keep(m_source.path, m_source.path, file->size(), next, m_tools.stop));
        SEALIFT_TRY(file->checkUnchanged());
        return kept;
    }

    Status openPlain(std::unique_ptr<RemoteFile> file, ImportDisk &disk)
    {
        // What is refused is refused before all of it was fetched.
        SEALIFT_ASSIGN(disk.image, probeDisk(*file, {}, m_tools.stop));
        const bool isInOrder = disk.image.format == DiskFormat::Raw ||
                               (disk.image.format == DiskFormat::Vhd && disk.image.subformat == QLatin1String("fixed"));
        if (isInOrder) {
            SEALIFT_ASSIGN(disk.content, openDisk(disk.image, remoteFile({}), m_opening.disks, m_tools.stop));
            SEALIFT_ASSIGN(disk.preview, openDisk(disk.image, std::move(file), m_opening.disks, m_tools.stop));
            return {};
        }
        SEALIFT_ASSIGN(auto kept, fetchAll());
        SEALIFT_ASSIGN(disk.image, probeDisk(*kept, {}, m_tools.stop));
        SEALIFT_ASSIGN(disk.content, openDisk(disk.image, std::move(kept), m_opening.disks, m_tools.stop));
        return {};
    }

    Status openPacked(const DiskFile &file, ImportDisk &disk)
    {
        SEALIFT_ASSIGN(const auto packing, packingOfFile(file));
        m_source.container = packingName(packing);
        SEALIFT_ASSIGN(auto kept, fetchAll());
        SEALIFT_ASSIGN(const auto archive, archiveKindOf(*kept, m_tools.stop));
        if (archive != ArchiveKind::None)
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1 is an archive, which is not read over the network").arg(m_source.path),
                              QStringLiteral("Download it, and import it from here."))
                            .with(QStringLiteral("file"), m_source.path));
        SEALIFT_ASSIGN(auto opened, openCompressedDisk(std::move(kept), packing, m_opening.unpacking, m_opening.disks,
                                                       m_tools.stop));
        disk.image = std::move(opened.image);
        disk.content = std::move(opened.content);
        return {};
    }

    const ImportOpening &m_opening;
    const JobTools &m_tools;
    std::shared_ptr<const RangedFile> m_file;
    ImportSource m_source;
};

} // namespace

ImportTask::SourceOpener remoteSourceOpener(RemoteSettings settings, QString url)
{
    return [settings = std::move(settings), url = std::move(url)](const ImportOpening &opening, const JobTools &tools) {
        return RemoteOpening(opening, tools).run(settings, url);
    };
}

} // namespace sealift
