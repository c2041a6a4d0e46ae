#include "task/ec2_origin.h"

#include "task/snapshot_staging.h"

#include <algorithm>

namespace sealift {

namespace {

QString tagOf(const Ec2Tags &tags, const QString &wanted)
{
    for (const auto &[key, value] : tags) {
        if (key == wanted)
            return value;
    }
    return {};
}

Result<SnapshotFacts> completedSnapshot(Ec2Access &access, const QString &id, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto found, access.ec2().snapshot(id, stop));
    if (!found)
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no snapshot %1 in %2").arg(id, access.region()),
                          QStringLiteral("\"sealift ec2 snapshots\" lists your own; --region chooses another region. A "
                                         "snapshot that was made a moment ago is not known for up to two minutes.")));
    if (found->state != QLatin1String("completed"))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("snapshot %1 is not complete: EC2 says \"%2\"").arg(id, found->state),
                          QStringLiteral("Wait until it is \"completed\"; \"sealift ec2 snapshots\" shows that.")));
    return *found;
}

Result<ImageFacts> findImage(Ec2Access &access, const QString &what, const std::stop_token &stop)
{
    std::optional<ImageFacts> image;
    if (what.startsWith(QLatin1String("ami-"))) {
        SEALIFT_ASSIGN(image, access.ec2().image(what, stop));
    }
    if (!image) {
        SEALIFT_ASSIGN(const auto named, access.ec2().images(QStringLiteral("name"), what, stop));
        if (!named.isEmpty())
            image = named.first();
    }
    if (!image)
        return fail(
            Error(ErrorCode::NotFound, QStringLiteral("there is no image \"%1\" in %2").arg(what, access.region()),
                  QStringLiteral("Name the id of a snapshot (snap-...) or of an image (ami-...), or the name of "
                                 "one of your own images: \"sealift ec2 images\" lists them.")));
    if (image->state != QLatin1String("available"))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("image %1 is not available: EC2 says \"%2\"").arg(image->id, image->state),
                          QStringLiteral("\"sealift ec2 images\" shows when it is.")));
    return *image;
}

} // namespace

Result<Ec2Origin> findEc2Origin(Ec2Access &access, const QString &what, const std::stop_token &stop)
{
    Ec2Origin source;
    if (what.startsWith(QLatin1String("snap-"))) {
        SEALIFT_ASSIGN(const auto snapshot, completedSnapshot(access, what, stop));
        source.id = snapshot.id;
        source.name = tagOf(snapshot.tags, QStringLiteral("Name"));
        source.disks.append({QString(), snapshot});
        return source;
    }
    SEALIFT_ASSIGN(const auto image, findImage(access, what, stop));
    source.id = image.id;
    source.name = image.name;
    for (const auto &disk : image.disks) {
        SEALIFT_ASSIGN(const auto snapshot, completedSnapshot(access, disk.snapshot, stop));
        source.disks.append({disk.device, snapshot});
    }
    if (source.disks.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("image %1 has no disk that starts from a snapshot").arg(image.id),
                          QStringLiteral("Images whose root is an instance store have none.")));
    std::stable_partition(source.disks.begin(), source.disks.end(),
                          [&image](const Ec2OriginDisk &disk) { return disk.device == image.rootDevice; });
    return source;
}

Result<Ec2OriginDisk> chooseEc2Disk(const Ec2Origin &source, const QString &device)
{
    if (device.isEmpty() && source.disks.size() == 1)
        return source.disks.first();
    QStringList devices;
    for (const auto &disk : source.disks) {
        if (!device.isEmpty() && disk.device == device)
            return disk;
        devices.append(disk.device.isEmpty() ? disk.snapshot.id : disk.device);
    }
    const auto all = devices.join(QStringLiteral(", "));
    if (device.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 has %2 disks: %3").arg(source.id).arg(devices.size()).arg(all),
                          QStringLiteral("Choose one of them with --disk.")));
    return fail(Error(ErrorCode::NotFound, QStringLiteral("%1 has no disk \"%2\"").arg(source.id, device),
                      QStringLiteral("It has: %1.").arg(all)));
}

Result<std::shared_ptr<SnapshotBlocks>> listEc2Blocks(Ec2Access &access, const SnapshotFacts &snapshot,
                                                      const std::stop_token &stop)
{
    const auto age = snapshot.started.secsTo(QDateTime::currentDateTimeUtc());
    const bool fresh = snapshot.started.isValid() && age < kSnapshotSettling.count();
    SEALIFT_ASSIGN(std::shared_ptr<SnapshotBlocks> blocks,
                   SnapshotBlocks::list(access.ebs(), snapshot.id, fresh, stop));
    return blocks;
}

} // namespace sealift
