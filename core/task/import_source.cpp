#include "task/import_source.h"

#include "image/ovf/package_disks.h"
#include "task/archive_source.h"
#include "task/import_names.h"
#include "task/stored_image.h"

#include <QFileInfo>
#include <QJsonArray>

namespace sealift {

namespace {

Result<ImportSource> openBareDisk(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    ImportSource source;
    ImportDisk disk;
    SEALIFT_ASSIGN(disk.image, probeDisk(path, options.probing, stop));
    source.path = disk.image.path;
    SEALIFT_ASSIGN(disk.content, openDisk(disk.image, options.disks, stop));
    disk.source = QFileInfo(disk.image.path).fileName();
    source.disks.push_back(std::move(disk));
    return source;
}

/// No disk has a name of that kind.
QString descriptionName(const QString &name, DescriptionKind kind)
{
    const auto suffix = QLatin1Char('.') + descriptionKindName(kind);
    return name.endsWith(suffix, Qt::CaseInsensitive) ? name : name + suffix;
}

Result<ImportSource> openCompressed(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto packed, LocalFile::open(QFileInfo(path).canonicalFilePath()));
    SEALIFT_ASSIGN(const auto packing, packingOfFile(*packed));
    ImportSource source;
    source.path = packed->path();
    source.container = packingName(packing);
    ImportDisk disk;
    disk.source = QFileInfo(source.path).fileName();
    SEALIFT_ASSIGN(auto opened, openCompressedDisk(std::move(packed), packing, options.unpacking, options.disks, stop));
    disk.image = std::move(opened.image);
    disk.content = std::move(opened.content);
    source.disks.push_back(std::move(disk));
    return source;
}

QJsonObject factsOf(const OvfPackage &package)
{
    const auto manifest = package.kind != DescriptionKind::Ovf ? QStringLiteral("none")
                          : package.manifest.isThere()         ? QStringLiteral("verified")
                                                               : QStringLiteral("missing");
    QJsonObject facts{{QStringLiteral("description"), package.descriptorName}, {QStringLiteral("manifest"), manifest}};
    if (package.manifest.signature)
        facts.insert(QStringLiteral("signer"), package.manifest.signature->signer);
    return facts;
}

/// An OVA, or a plain tar archive of disk images.
Result<ImportSource> openTar(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    const auto real = QFileInfo(path).canonicalFilePath();
    SEALIFT_ASSIGN(std::shared_ptr<PackageFiles> files, openTarFiles(real, options.limits, stop));
    if (descriptionsIn(files->names()).isEmpty())
        return openTarSource(real, *files, options, stop);
    SEALIFT_ASSIGN(const auto package, openOvfPackage(real, QFileInfo(real).size(), std::move(files)));
    return openPackageSource(package, QStringLiteral("ova"), options, stop);
}

Result<ImportSource> openFolder(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto package, openOvfPackage(path, options.limits, stop));
    return openPackageSource(package, descriptionKindName(package.kind), options, stop);
}

} // namespace

Result<ImportSource> openPackageSource(const OvfPackage &package, const QString &container,
                                       const ImportOpening &options, const std::stop_token &stop)
{
    ImportSource source;
    source.path = package.path;
    source.container = container;
    source.description = ImportFile{descriptionName(package.descriptorName, package.kind), package.descriptor};
    source.warnings = package.warnings;
    source.names = namesOfPackage(package);
    if (package.envelope.systems.size() > 1)
        source.warnings.append(QStringLiteral("It describes %1 machines; all their disks become one image.")
                                   .arg(package.envelope.systems.size()));
    SEALIFT_ASSIGN(const auto doubts, verifyPackage(package, {}, stop));
    source.warnings += doubts;
    SEALIFT_ASSIGN(auto disks, probePackageDisks(package, source.warnings, stop, options.probing));
    for (auto &probed : disks) {
        ImportDisk disk;
        disk.name = probed.name;
        disk.source = probed.href.isEmpty() ? probed.id : probed.href.section(QLatin1Char('/'), -1);
        SEALIFT_ASSIGN(disk.content, openPackageDisk(probed, options.unpacking, options.disks, stop));
        disk.image = probed.image;
        source.disks.push_back(std::move(disk));
    }
    source.facts = factsOf(package);
    source.facts.insert(QStringLiteral("disks"), static_cast<qint64>(source.disks.size()));
    source.facts.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(source.warnings));
    return source;
}

qint64 ImportSource::size() const
{
    qint64 bytes = 0;
    for (const auto &disk : disks)
        bytes += disk.content->size();
    return bytes;
}

QString ImportSource::format() const
{
    if (stored) {
        const auto &record = stored->disks().front().record;
        return record ? record->format : diskFormatName(DiskFormat::Raw);
    }
    return container.isEmpty() ? diskFormatName(disks.front().image.format) : container;
}

std::vector<pid_t> ImportSource::helperProcesses() const
{
    std::vector<pid_t> processes;
    for (const auto &disk : disks) {
        const auto own = disk.content->helperProcesses();
        processes.insert(processes.end(), own.begin(), own.end());
    }
    return processes;
}

Status ImportSource::close()
{
    Status first;
    for (auto &disk : disks) {
        auto closed = disk.content->close();
        if (!closed && first)
            first = std::move(closed);
    }
    if (stored) {
        auto closed = stored->release();
        if (!closed && first)
            first = std::move(closed);
    }
    return first;
}

Result<ImportSource> openImportSource(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto kind, packageKindOf(path));
    switch (kind) {
    case PackageKind::None:
        return openBareDisk(path, options, stop);
    case PackageKind::Tar:
        return openTar(path, options, stop);
    case PackageKind::Ovf:
    case PackageKind::Vmx:
        return openFolder(path, options, stop);
    case PackageKind::Archive:
    case PackageKind::Compressed:
        break;
    }
    ArchiveKind archive = ArchiveKind::None;
    {
        SEALIFT_ASSIGN(const auto file, LocalFile::open(QFileInfo(path).canonicalFilePath()));
        SEALIFT_ASSIGN(archive, archiveKindOf(*file, stop));
    }
    return archive == ArchiveKind::None ? openCompressed(path, options, stop)
                                        : openArchiveSource(path, archive, options, stop);
}

} // namespace sealift
