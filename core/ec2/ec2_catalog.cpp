#include "ec2/ec2_client.h"

// What of the client lists what there is.

namespace sealift {

namespace {

constexpr auto kNextToken = "NextToken";
constexpr auto kSelf = "self";
const auto kMissing = QLatin1String("InvalidAMIID.NotFound");

} // namespace

Result<QList<ImageFacts>> Ec2Client::images(const QString &filter, const QString &value, const std::stop_token &stop)
{
    Parameters parameters{{"Owner.1", kSelf}};
    if (!filter.isEmpty()) {
        parameters.emplaceBack("Filter.1.Name", filter.toUtf8());
        parameters.emplaceBack("Filter.1.Value.1", value.toUtf8());
    }
    QList<ImageFacts> found;
    QString next;
    do {
        auto page = parameters;
        if (!next.isEmpty())
            page.emplaceBack(kNextToken, next.toUtf8());
        SEALIFT_ASSIGN(const auto answer, ask("DescribeImages", QString(), page, stop));
        SEALIFT_ASSIGN(const auto read, readImagePage(answer.body));
        found += read.images;
        next = read.next;
    } while (!next.isEmpty());
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

Result<QList<SnapshotFacts>> Ec2Client::snapshotsBy(const Parameters &parameters, const std::stop_token &stop)
{
    QList<SnapshotFacts> found;
    QString next;
    do {
        auto page = parameters;
        if (!next.isEmpty())
            page.emplaceBack(kNextToken, next.toUtf8());
        SEALIFT_ASSIGN(const auto answer, ask("DescribeSnapshots", QString(), page, stop));
        SEALIFT_ASSIGN(const auto read, readSnapshotPage(answer.body));
        found += read.snapshots;
        next = read.next;
    } while (!next.isEmpty());
    return found;
}

} // namespace sealift
