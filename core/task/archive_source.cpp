#include "task/archive_source.h"

#include "image/archive/disk_names.h"
#include "image/ovf/archive_files.h"
#include "image/ovf/ovf_package.h"
#include "task/import_names.h"

#include <QFileInfo>

#include <functional>

namespace sealift {

namespace {

constexpr qsizetype kMostDisks = 64;

/// Opens one member as a disk.
using OpenMember = std::function<Status(const QString &member, ImportDisk &disk)>;

Result<ImportSource> openDisks(const QString &path, const QString &container, const QStringList &names,
                               const OpenMember &open)
{
    const auto members = diskNamesIn(names);
    if (members.isEmpty()) {
        const bool hasOva = !names.filter(QStringLiteral(".ova"), Qt::CaseInsensitive).isEmpty();
        return fail(Error(ErrorCode::NotFound, QStringLiteral("%1 has no disk image in it").arg(path),
                          hasOva ? QStringLiteral("Unpack it, and import the OVA that is inside.")
                                 : QStringLiteral("Name the disk image itself."))
                        .with(QStringLiteral("file"), path));
    }
    if (members.size() > kMostDisks)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1 has more than %2 disk images in it").arg(path).arg(kMostDisks)));
    ImportSource source;
    source.path = path;
    source.container = container;
    source.names = namesOfMembers(members);
    UniqueNames unique;
    for (const auto &member : members) {
        ImportDisk disk;
        disk.source = member.section(QLatin1Char('/'), -1);
        // The only disk has the image's name.
        if (members.size() > 1)
            disk.name = unique.next(QFileInfo(disk.source).completeBaseName());
        SEALIFT_TRY(open(member, disk));
        for (const auto &warning : disk.image.warnings)
            source.warnings.append(QStringLiteral("%1: %2").arg(member, warning));
        source.disks.push_back(std::move(disk));
    }
    return source;
}

Status take(Result<CompressedDisk> opened, ImportDisk &disk)
{
    if (!opened)
        return fail(std::move(opened).error());
    disk.image = std::move(opened->image);
    disk.content = std::move(opened->content);
    return {};
}

} // namespace

Result<ImportSource> openArchiveSource(const QString &path, ArchiveKind kind, const ImportOpening &options,
                                       const std::stop_token &stop)
{
    const auto real = QFileInfo(path).canonicalFilePath();
    SEALIFT_ASSIGN(std::shared_ptr<const DiskFile> archive, LocalFile::open(real));
    SEALIFT_ASSIGN(const auto names, listArchive(*archive, kind, options.limits, options.unpacking.limits, stop));
    SEALIFT_TRY(archive->checkUnchanged());
    const auto container = archiveKindName(kind);
    if (!descriptionsIn(names).isEmpty()) {
        auto files = openArchiveFiles(archive, kind, names, options.limits, options.unpacking, stop);
        SEALIFT_ASSIGN(const auto package, openOvfPackage(real, archive->size(), std::move(files)));
        return openPackageSource(package, container, options, stop);
    }
    return openDisks(real, container, names, [&](const QString &member, ImportDisk &disk) -> Status {
        SEALIFT_ASSIGN(auto packed, LocalFile::open(real));
        SEALIFT_TRY(archive->identity().compare(packed->identity(), real));
        return take(openStreamedDisk(std::move(packed), QStringLiteral("%1: %2").arg(real, member),
                                     memberOpener(kind, member, options.limits, options.unpacking.limits),
                                     options.unpacking, options.disks, stop),
                    disk);
    });
}

Result<ImportSource> openTarSource(const QString &path, PackageFiles &files, const ImportOpening &options,
                                   const std::stop_token &stop)
{
    return openDisks(
        path, QStringLiteral("tar"), files.names(), [&](const QString &member, ImportDisk &disk) -> Status {
            SEALIFT_ASSIGN(std::unique_ptr<DiskFile> file, files.open(member));
            SEALIFT_ASSIGN(const auto packing, packingOfFile(*file));
            if (packing != Packing::Unknown)
                return take(openCompressedDisk(std::move(file), packing, options.unpacking, options.disks, stop), disk);
            SEALIFT_ASSIGN(disk.image, probeDisk(*file, {}, stop));
            SEALIFT_ASSIGN(disk.content, openDisk(disk.image, std::move(file), options.disks, stop));
            return {};
        });
}

} // namespace sealift
