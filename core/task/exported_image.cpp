#include "task/exported_image.h"

#include "image/probe.h"
#include "task/object_stream.h"

namespace sealift {

namespace {

Result<S3Folder::Stored> lookAt(S3Folder &folder, const QString &object, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto stored, folder.stored(object, stop));
    if (!stored)
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("%1/%2 is not there any more").arg(folder.place(), object),
                          QStringLiteral("Find out who else removes objects there, then begin anew.")));
    if (stored->encryption.isEmpty())
        return fail(
            Error(ErrorCode::Unsafe,
                  QStringLiteral("the service does not say that it has encrypted %1/%2").arg(folder.place(), object),
                  QStringLiteral("It is removed. Use a bucket of a service that encrypts at rest.")));
    return *stored;
}

Result<ImportDisk> openOne(S3Folder &folder, const QString &object, DiskFormat format, const ImportOpening &opening,
                           const JobTools &tools)
{
    const auto title = QStringLiteral("%1/%2").arg(folder.place(), object);
    SEALIFT_ASSIGN(const auto stored, lookAt(folder, object, tools.stop));
    ObjectStream stream(folder, object, stored, tools.flow, tools.counters, tools.stop);
    SEALIFT_ASSIGN(auto file, opening.unpacking.keep(
                                  title, title, stored.size, [&stream](MutableBytes out) { return stream.next(out); },
                                  tools.stop));
    if (file->size() != stored.size)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 did not arrive whole").arg(title),
                          QStringLiteral("Begin anew.")));
    SEALIFT_TRY(tools.audit(QStringLiteral("export-fetched"), {{QStringLiteral("object"), object},
                                                               {QStringLiteral("place"), folder.place()},
                                                               {QStringLiteral("size"), stored.size},
                                                               {QStringLiteral("sha256"), stream.digest().hex()}}));
    ImportDisk disk;
    disk.source = object;
    SEALIFT_ASSIGN(disk.image, probeDisk(*file, {.format = format}, tools.stop));
    SEALIFT_ASSIGN(disk.content, openDisk(disk.image, std::move(file), opening.disks, tools.stop));
    return disk;
}

} // namespace

Result<ImportSource> openExportedImage(S3Folder &folder, const ExportTaskFacts &exported, const QString &name,
                                       DiskFormat format, const ImportOpening &opening, const JobTools &tools)
{
    SEALIFT_ASSIGN(const auto objects, folder.names(tools.stop, exported.id));
    if (objects.isEmpty())
        return fail(Error(
            ErrorCode::NotFound,
            QStringLiteral("EC2 says that %1 is completed, and %2 has nothing of it").arg(exported.id, folder.place()),
            QStringLiteral("Look whether the bucket or its objects belong to somebody else.")));
    ImportSource source;
    source.path = exported.id;
    source.name = name;
    for (const auto &object : objects) {
        SEALIFT_ASSIGN(auto disk, openOne(folder, object, format, opening, tools));
        if (objects.size() > 1)
            disk.name = object.section(QLatin1Char('.'), 0, -2);
        source.disks.push_back(std::move(disk));
    }
    return source;
}

} // namespace sealift
