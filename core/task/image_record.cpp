#include "task/image_record.h"

#include "task/program_name.h"
#include "task/stored_image.h"

namespace sealift {

Snapshot newSnapshot(const ImportSource &source, const QStringList &tags)
{
    auto snapshot = source.stored ? source.stored->copiedSnapshot(tags) : Snapshot::now();
    if (!source.stored)
        snapshot.tags = tags;
    snapshot.programVersion = programNameAndVersion();
    return snapshot;
}

ImageManifest newManifest(const ImportSource &source, const QString &name, const QDateTime &now)
{
    ImageManifest manifest;
    if (source.stored && source.stored->image().manifest) {
        manifest = *source.stored->image().manifest;
        manifest.disks.clear();
    } else {
        manifest.created = now;
        manifest.program = programNameAndVersion();
    }
    manifest.name = name;
    return manifest;
}

ImageManifest::Disk recordOfDisk(const ImportSource &source, std::size_t number, const ImportedDisk &imported,
                                 const QString &imageName)
{
    if (source.stored) {
        if (const auto &record = source.stored->disks()[number].record)
            return *record;
    }
    const auto &disk = source.disks[number];
    ImageManifest::Disk entry;
    entry.file = (disk.name.isEmpty() ? imageName : disk.name) + QStringLiteral(".raw");
    entry.source = disk.source;
    entry.format = diskFormatName(disk.image.format);
    entry.subformat = disk.image.subformat;
    entry.virtualSize = imported.size;
    entry.allocated = imported.allocated;
    entry.chunkSize = imported.chunkSize;
    entry.contentHash = contentHashOf(imported.content, imported.size);
    return entry;
}

} // namespace sealift
