#include "common/source_probe.h"

#include "image/ovf/package_disks.h"
#include "image/probe.h"

#include <QFileInfo>

namespace sealift {

namespace {

Result<ProbedSource> probePackage(const QString &path, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto package, openOvfPackage(path, {}, stop));
    ProbedSource source;
    source.container = package.ova ? QStringLiteral("OVA") : descriptionKindName(package.kind).toUpper();
    source.image.path = package.path;
    source.image.warnings = package.warnings;
    source.image.fileSize = package.size;
    source.image.files.append({package.path, {}});
    SEALIFT_ASSIGN(const auto disks, probePackageDisks(package, source.image.warnings, stop));
    for (const auto &disk : disks) {
        source.image.virtualSize += disk.image.virtualSize;
        if (!package.ova)
            source.image.files += disk.image.files;
    }
    return source;
}

Result<ProbedSource> probeCompressed(const QString &path, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto file, LocalFile::open(QFileInfo(path).canonicalFilePath()));
    ProbedSource source;
    SEALIFT_ASSIGN(const auto archive, archiveKindOf(*file, stop));
    if (archive == ArchiveKind::None) {
        SEALIFT_ASSIGN(const auto packing, packingOfFile(*file));
        SEALIFT_ASSIGN(source.image.format, peekFormat(*file, packing, stop));
        source.container = packingName(packing);
    } else {
        source.container = archiveKindName(archive);
        source.isArchive = true;
    }
    source.image.path = file->path();
    source.image.fileSize = file->size();
    source.image.allocated = file->identity().allocated;
    source.image.files.append({file->path(), file->identity()});
    return source;
}

} // namespace

Result<ProbedSource> probeSource(const QString &path, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto kind, packageKindOf(path));
    if (kind == PackageKind::Compressed || kind == PackageKind::Archive)
        return probeCompressed(path, stop);
    if (kind != PackageKind::None)
        return probePackage(path, stop);
    ProbedSource source;
    SEALIFT_ASSIGN(source.image, probeDisk(path, {}, stop));
    return source;
}

} // namespace sealift
