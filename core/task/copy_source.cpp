#include "task/copy_source.h"

#include "library/repository.h"
#include "task/stored_disk.h"
#include "task/stored_image.h"

#include <QFileInfo>

namespace sealift {

namespace {

ImportDisk diskOf(const StoredImage &stored, const StoredImage::Disk &one, FlowControl &flow)
{
    ImportDisk disk;
    disk.source = one.source;
    // The only disk has the image's name.
    if (stored.disks().size() > 1)
        disk.name = QFileInfo(one.source).completeBaseName();
    disk.image.path = one.source;
    disk.image.virtualSize = one.plan->size();
    disk.image.allocated = one.plan->dataBytes();
    disk.content = openStoredDisk(stored.repository(), *one.plan, flow);
    return disk;
}

/// All that a person may have written down in the other library.
QList<NamedText> textsOf(const StoredImage &stored)
{
    QList<NamedText> texts{{QStringLiteral("the image's name"), stored.image().name}};
    for (const auto &tag : stored.image().tags)
        texts.append({QStringLiteral("a tag of the image"), tag});
    for (const auto &disk : stored.disks())
        texts.append({QStringLiteral("the name of a disk"), disk.source});
    return texts;
}

Result<ImportSource> openCopy(const QString &image, const LibraryOpener &openLibrary, const JobTools &tools)
{
    ImportSource source;
    SEALIFT_ASSIGN(source.library, openLibrary(tools.stop));
    SEALIFT_TRY(auditLibrary(tools, *source.library));
    source.path = source.library->store().location();
    SEALIFT_ASSIGN(source.stored, StoredImage::open(*source.library, image, tools.stop));
    const auto &stored = *source.stored;
    source.name = stored.image().name;
    source.description = stored.description();
    source.warnings = stored.warnings();
    source.names = textsOf(stored);
    source.copied = {{QStringLiteral("source"), source.path},
                     {QStringLiteral("snapshot"), stored.image().snapshot.hex()},
                     {QStringLiteral("name"), stored.image().name}};
    for (const auto &disk : stored.disks())
        source.disks.push_back(diskOf(stored, disk, tools.flow));
    return source;
}

} // namespace

ImportTask::SourceOpener copySourceOpener(QString image, LibraryOpener openLibrary)
{
    return [image = std::move(image), openLibrary = std::move(openLibrary)](
               const ImportOpening &, const JobTools &tools) { return openCopy(image, openLibrary, tools); };
}

} // namespace sealift
