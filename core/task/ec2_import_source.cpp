#include "task/ec2_import_source.h"

#include "task/snapshot_disk.h"

namespace sealift {

namespace {

/// "sda1" of "/dev/sda1".
QString diskName(const QString &device)
{
    auto name = device.startsWith(QLatin1String("/dev/")) ? device.mid(5) : device;
    return name.replace(QLatin1Char('/'), QLatin1Char('-'));
}

Result<ImportDisk> openOne(const std::shared_ptr<Ec2Access> &access, const Ec2Origin &source, const Ec2OriginDisk &one,
                           const JobTools &tools)
{
    SEALIFT_ASSIGN(const auto blocks, listEc2Blocks(*access, one.snapshot, tools.stop));
    SEALIFT_TRY(auditEc2Disk(tools, source, one, access->region(), blocks->count()));
    ImportDisk disk;
    disk.source = one.snapshot.id == source.id ? source.id : QStringLiteral("%1/%2").arg(source.id, one.snapshot.id);
    disk.image.path = one.snapshot.id;
    disk.image.virtualSize = blocks->size();
    disk.image.allocated = blocks->count() * kSnapshotBlock;
    disk.content = openSnapshotDisk(access, blocks, tools.flow);
    disk.preview = openSnapshotPreview(access, blocks, tools.flow);
    return disk;
}

Result<ImportSource> openAll(const Ec2Settings &settings, const QString &what, const Ec2Reading &reading,
                             const JobTools &tools)
{
    SEALIFT_ASSIGN(const auto access, reading.open(settings, tools.stop));
    SEALIFT_TRY(identifyCaller(*access, reading.identified, tools));
    SEALIFT_ASSIGN(const auto found, findEc2Origin(*access, what, tools.stop));
    ImportSource source;
    source.path = found.id;
    source.name = importNameOf(found);
    if (!found.name.isEmpty())
        source.names.append({QStringLiteral("the name of %1").arg(found.id), found.name});
    for (const auto &one : found.disks) {
        SEALIFT_ASSIGN(auto disk, openOne(access, found, one, tools));
        if (found.disks.size() > 1)
            disk.name = diskName(one.device);
        source.disks.push_back(std::move(disk));
    }
    return source;
}

} // namespace

ImportTask::SourceOpener ec2SourceOpener(Ec2Settings settings, QString what, Ec2Reading reading)
{
    return [settings = std::move(settings), what = std::move(what), reading = std::move(reading)](
               const ImportOpening &, const JobTools &tools) { return openAll(settings, what, reading, tools); };
}

QString importNameOf(const Ec2Origin &source)
{
    auto name = source.name.trimmed();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const bool isUsable = !name.isEmpty() && name != QLatin1String(".") && name != QLatin1String("..");
    return isUsable ? name : source.id;
}

Status auditEc2Disk(const JobTools &tools, const Ec2Origin &source, const Ec2OriginDisk &disk, const QString &region,
                    qint64 blocks)
{
    return tools.audit(QStringLiteral("snapshot-opened"), {{QStringLiteral("source"), source.id},
                                                           {QStringLiteral("snapshot"), disk.snapshot.id},
                                                           {QStringLiteral("region"), region},
                                                           {QStringLiteral("gibibytes"), disk.snapshot.gibibytes},
                                                           {QStringLiteral("blocks"), blocks},
                                                           {QStringLiteral("kms-key"), disk.snapshot.kmsKey}});
}

} // namespace sealift
