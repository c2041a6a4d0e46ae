#include "task/ec2_export_disk.h"

#include "task/snapshot_disk.h"

namespace sealift {

namespace {

Result<Ec2ExportDisk> openDirectly(const Ec2Settings &settings, const QString &what, const QString &device,
                                   const Ec2Reading &reading, const JobTools &tools)
{
    SEALIFT_ASSIGN(const auto access, reading.open(settings, tools.stop));
    SEALIFT_ASSIGN(const auto caller, identifyCaller(*access, reading.identified, tools));
    SEALIFT_ASSIGN(const auto source, findEc2Origin(*access, what, tools.stop));
    SEALIFT_ASSIGN(const auto disk, chooseEc2Disk(source, device));
    SEALIFT_ASSIGN(const auto blocks, listEc2Blocks(*access, disk.snapshot, tools.stop));
    SEALIFT_TRY(auditEc2Disk(tools, source, disk, access->region(), blocks->count()));
    Ec2ExportDisk opened;
    opened.facts.id = source.id;
    opened.facts.name = source.name;
    opened.facts.device = disk.device;
    opened.facts.snapshot = disk.snapshot.id;
    opened.facts.region = access->region();
    opened.facts.account = caller.account;
    opened.facts.kmsKey = disk.snapshot.kmsKey;
    opened.facts.size = blocks->size();
    opened.content = openSnapshotDisk(access, blocks, tools.flow);
    opened.preview = openSnapshotPreview(access, blocks, tools.flow);
    opened.dataBytes = blocks->count() * kSnapshotBlock;
    return opened;
}

} // namespace

Ec2DiskOpener directDiskOpener(Ec2Settings settings, QString what, QString device, Ec2Reading reading)
{
    return [settings = std::move(settings), what = std::move(what), device = std::move(device),
            reading = std::move(reading)](const JobTools &tools) {
        return openDirectly(settings, what, device, reading, tools);
    };
}

} // namespace sealift
