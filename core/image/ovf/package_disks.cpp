#include "image/ovf/package_disks.h"

#include "image/archive/disk_names.h"
#include "image/hole_source.h"

#include <QFileInfo>

namespace sealift {

namespace {

constexpr std::size_t kMostDisks = 64;
constexpr int kMostChunks = 100'000;

class DiskProbe
{
public:
    DiskProbe(const OvfPackage &package, QStringList &warnings, const ProbeOptions &probing)
        : m_package(package)
        , m_warnings(warnings)
        , m_probing(package.kind == DescriptionKind::Ovf ? ProbeOptions() : probing)
    {
    }

    Result<std::vector<PackageDisk>> run(const std::stop_token &stop)
    {
        for (const auto &id : inOrder()) {
            if (m_disks.size() == kMostDisks)
                return fail(Error(ErrorCode::LimitExceeded,
                                  QStringLiteral("%1 has more than %2 disks").arg(m_package.path).arg(kMostDisks)));
            SEALIFT_ASSIGN(auto disk, probe(*m_package.envelope.disk(id), stop));
            m_disks.push_back(std::move(disk));
        }
        if (m_disks.empty())
            return fail(Error(ErrorCode::NotFound, QStringLiteral("%1 has no disk").arg(m_package.path))
                            .with(QStringLiteral("file"), m_package.path));
        return std::move(m_disks);
    }

private:
    QStringList inOrder() const
    {
        QStringList ids;
        for (const auto &system : m_package.envelope.systems)
            ids += system.disks;
        for (const auto &disk : m_package.envelope.disks) {
            if (!ids.contains(disk.id))
                ids.append(disk.id);
        }
        return ids;
    }

    Error corrupt(const QString &what) const
    {
        return Error(ErrorCode::Corrupt, QStringLiteral("%1: %2").arg(m_package.path, what),
                     QStringLiteral("Copy or download the package again, with all of its files."))
            .with(QStringLiteral("file"), m_package.path);
    }

    Result<PackageDisk> probe(const OvfDisk &described, const std::stop_token &stop)
    {
        if (!described.parentRef.isEmpty())
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1: disk \"%2\" is only the difference to disk \"%3\"")
                                  .arg(m_package.path, described.id, described.parentRef),
                              QStringLiteral("Delete the machine's snapshots, or clone it, and export it again."))
                            .with(QStringLiteral("file"), m_package.path));
        PackageDisk disk;
        disk.id = described.id;
        if (described.fileRef.isEmpty()) {
            SEALIFT_TRY(describeNew(described, disk));
            return disk;
        }
        const auto &file = *m_package.envelope.file(described.fileRef);
        disk.href = file.href;
        const bool named = file.href.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive);
        disk.name = m_names.next(QFileInfo(named ? file.href.chopped(3) : file.href).completeBaseName());
        SEALIFT_ASSIGN(disk.file, file.chunkSize > 0 ? openChunks(file) : m_package.open(file.href));
        if (file.size >= 0 && file.size != disk.file->size())
            return fail(corrupt(QStringLiteral("%1 has %2 bytes, the description says %3")
                                    .arg(file.href)
                                    .arg(disk.file->size())
                                    .arg(file.size)));
        SEALIFT_ASSIGN(disk.packing, packingOf(file, *disk.file));
        if (disk.packing != Packing::Unknown) {
            disk.image.path = disk.file->path();
            disk.image.virtualSize = std::max<qint64>(described.capacity, 0);
            disk.image.fileSize = disk.file->size();
            return disk;
        }
        SEALIFT_ASSIGN(disk.image, probeDisk(*disk.file, m_probing, stop));
        SEALIFT_TRY(compare(described, disk));
        return disk;
    }

    /// What the description says, else what the file says of itself.
    Result<Packing> packingOf(const OvfFile &described, const DiskFile &file)
    {
        if (described.gzipped)
            return Packing::Gzip;
        SEALIFT_ASSIGN(const auto packing, packingOfFile(file));
        if (packing != Packing::Unknown)
            m_warnings.append(QStringLiteral("%1 is compressed by %2, of which the description says nothing.")
                                  .arg(described.href, packingName(packing)));
        return packing;
    }

    Status describeNew(const OvfDisk &described, PackageDisk &disk)
    {
        if (described.capacity < 0)
            return fail(corrupt(QStringLiteral("disk \"%1\" has neither a file nor a size").arg(described.id)));
        disk.name = m_names.next(described.id);
        disk.image.path = QStringLiteral("%1: %2").arg(m_package.path, described.id);
        disk.image.virtualSize = described.capacity;
        m_warnings.append(QStringLiteral("Disk %1 is new and empty.").arg(described.id));
        return {};
    }

    /// A file in pieces of one size, but for the last: NAME.000000000, NAME.000000001 and so on.
    Result<std::unique_ptr<PackedFile>> openChunks(const OvfFile &file)
    {
        std::vector<std::unique_ptr<PackedFile>> chunks;
        for (int i = 0;; ++i) {
            const auto name = QStringLiteral("%1.%2").arg(file.href).arg(i, 9, 10, QLatin1Char('0'));
            if (i > 0 && !m_package.contains(name))
                break;
            if (i == kMostChunks)
                return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1: %2 is in more than %3 pieces")
                                                                .arg(m_package.path, file.href)
                                                                .arg(kMostChunks)));
            if (!chunks.empty() && chunks.back()->size() != file.chunkSize)
                return fail(corrupt(QStringLiteral("the piece before %1 has %2 bytes, not %3")
                                        .arg(name)
                                        .arg(chunks.back()->size())
                                        .arg(file.chunkSize)));
            SEALIFT_ASSIGN(auto chunk, m_package.open(name));
            chunks.push_back(std::move(chunk));
        }
        if (chunks.back()->size() > file.chunkSize)
            return fail(
                corrupt(QStringLiteral("a piece of %1 is longer than %2 bytes").arg(file.href).arg(file.chunkSize)));
        return PackedFile::join(QStringLiteral("%1: %2").arg(m_package.path, file.href), chunks);
    }

    /// What the description says of the disk, against what the disk is.
    Status compare(const OvfDisk &described, const PackageDisk &disk)
    {
        const bool shouldBeVmdk = described.format.contains(QLatin1String("vmdk"), Qt::CaseInsensitive);
        if (shouldBeVmdk && disk.image.format == DiskFormat::Raw)
            return fail(
                corrupt(QStringLiteral("%1 should be a VMDK, and has none of the marks of one").arg(disk.href)));
        if (described.capacity >= 0 && described.capacity != disk.image.virtualSize)
            m_warnings.append(QStringLiteral("The description says that %1 has %2 bytes, the disk itself %3; the disk "
                                             "counts.")
                                  .arg(disk.href)
                                  .arg(described.capacity)
                                  .arg(disk.image.virtualSize));
        for (const auto &warning : disk.image.warnings)
            m_warnings.append(QStringLiteral("%1: %2").arg(disk.href, warning));
        return {};
    }

    const OvfPackage &m_package;
    QStringList &m_warnings;
    const ProbeOptions m_probing;
    std::vector<PackageDisk> m_disks;
    UniqueNames m_names;
};

} // namespace

Result<std::vector<PackageDisk>> probePackageDisks(const OvfPackage &package, QStringList &warnings,
                                                   const std::stop_token &stop, const ProbeOptions &probing)
{
    return DiskProbe(package, warnings, probing).run(stop);
}

Result<std::unique_ptr<BlockSource>> openPackageDisk(PackageDisk &disk, const Unpacking &unpacking,
                                                     const OpenOptions &options, const std::stop_token &stop)
{
    if (!disk.file)
        return makeHoleSource(disk.image.virtualSize);
    if (disk.packing != Packing::Unknown) {
        SEALIFT_ASSIGN(auto opened, openCompressedDisk(std::move(disk.file), disk.packing, unpacking, options, stop));
        disk.image = opened.image;
        return std::move(opened.content);
    }
    return openDisk(disk.image, std::move(disk.file), options, stop);
}

} // namespace sealift
