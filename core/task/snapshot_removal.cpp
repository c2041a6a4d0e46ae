#include "task/snapshot_removal.h"

namespace sealift {

Result<bool> removeSnapshot(Ec2Client &ec2, const QString &snapshot)
{
    auto deleted = ec2.deleteSnapshot(snapshot, {});
    if (deleted || serviceCodeOf(deleted.error()) != QLatin1String("InvalidSnapshot.InUse"))
        return deleted;
    SEALIFT_ASSIGN(const auto images, ec2.ownImages(QStringLiteral("block-device-mapping.snapshot-id"), snapshot, {}));
    for (const auto &image : images)
        SEALIFT_TRY(ec2.deregisterImage(image, {}));
    return ec2.deleteSnapshot(snapshot, {});
}

} // namespace sealift
