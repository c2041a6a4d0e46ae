#include "ec2/ec2_client.h"

// What of the client lists what there is.

namespace sealift {

namespace {

constexpr auto kSelf = "self";
const auto kMissing = QLatin1String("InvalidAMIID.NotFound");

} // namespace

Result<QList<ImageFacts>> Ec2Client::images(const QString &filter, const QString &value, const std::stop_token &stop)
{
    Ec2Parameters parameters{{"Owner.1", kSelf}};
    if (!filter.isEmpty()) {
        parameters.emplaceBack("Filter.1.Name", filter.toUtf8());
        parameters.emplaceBack("Filter.1.Value.1", value.toUtf8());
    }
    QList<ImageFacts> found;
    const auto take = [&found](const QByteArray &xml) -> Result<QString> {
        SEALIFT_ASSIGN(const auto page, readImagePage(xml));
        found += page.images;
        return page.next;
    };
    SEALIFT_TRY(eachEc2Page(m_connection, "DescribeImages", parameters, take, stop));
    return found;
}

Result<std::optional<ImageFacts>> Ec2Client::image(const QString &id, const std::stop_token &stop)
{
    const auto answer = ask("DescribeImages", QStringLiteral("image %1").arg(id), {{"ImageId.1", id.toUtf8()}}, stop);
    if (!answer && serviceCodeOf(answer.error()) == kMissing)
        return std::optional<ImageFacts>();
    if (!answer)
        return fail(answer.error());
    SEALIFT_ASSIGN(const auto page, readImagePage(answer->body));
    for (const auto &image : page.images) {
        if (image.id == id)
            return std::optional(image);
    }
    return std::optional<ImageFacts>();
}

Result<QList<SnapshotFacts>> Ec2Client::ownSnapshots(const std::stop_token &stop)
{
    return snapshotsBy({{"Owner.1", kSelf}, {"MaxResults", "500"}}, stop);
}

Result<QList<SnapshotFacts>> Ec2Client::snapshotsBy(const Ec2Parameters &parameters, const std::stop_token &stop)
{
    QList<SnapshotFacts> found;
    const auto take = [&found](const QByteArray &xml) -> Result<QString> {
        SEALIFT_ASSIGN(const auto page, readSnapshotPage(xml));
        found += page.snapshots;
        return page.next;
    };
    SEALIFT_TRY(eachEc2Page(m_connection, "DescribeSnapshots", parameters, take, stop));
    return found;
}

} // namespace sealift
