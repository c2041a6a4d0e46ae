#include "ec2/ec2_client.h"

namespace sealift {

namespace {

const auto kMissing = QLatin1String("InvalidSnapshot.NotFound");
/// Amazon EC2 User Guide, "Device names for volumes on Amazon EC2 instances": of Linux; Windows takes it as well.
const QByteArray kRootDevice = "/dev/sda1";
/// The same; letters from f to p follow.
const QByteArray kDataDevice = "/dev/sd";

void appendDisk(Ec2Parameters &parameters, int number, const QByteArray &device, const QString &snapshot)
{
    const auto name = "BlockDeviceMapping." + QByteArray::number(number);
    parameters.emplaceBack(name + ".DeviceName", device);
    parameters.emplaceBack(name + ".Ebs.SnapshotId", snapshot.toUtf8());
    parameters.emplaceBack(name + ".Ebs.VolumeType", "gp3");
    parameters.emplaceBack(name + ".Ebs.DeleteOnTermination", "true");
}

} // namespace

Result<HttpResponse> Ec2Client::ask(const QByteArray &action, const QString &what, const Ec2Parameters &parameters,
                                    const std::stop_token &stop)
{
    return askEc2(m_connection, action, what, parameters, stop);
}

Result<std::optional<SnapshotFacts>> Ec2Client::snapshot(const QString &id, const std::stop_token &stop)
{
    const auto answer =
        ask("DescribeSnapshots", QStringLiteral("snapshot %1").arg(id), {{"SnapshotId.1", id.toUtf8()}}, stop);
    if (!answer && serviceCodeOf(answer.error()) == kMissing)
        return std::optional<SnapshotFacts>();
    if (!answer)
        return fail(answer.error());
    SEALIFT_ASSIGN(const auto page, readSnapshotPage(answer->body));
    for (const auto &snapshot : page.snapshots) {
        if (snapshot.id == id)
            return std::optional(snapshot);
    }
    return std::optional<SnapshotFacts>();
}

Result<QList<SnapshotFacts>> Ec2Client::taggedSnapshots(const QString &key, const QString &value,
                                                        const std::stop_token &stop)
{
    Ec2Parameters parameters{{"Owner.1", "self"}, {"MaxResults", "500"}};
    if (value.isEmpty()) {
        parameters.emplaceBack("Filter.1.Name", "tag-key");
        parameters.emplaceBack("Filter.1.Value.1", key.toUtf8());
    } else {
        parameters.emplaceBack("Filter.1.Name", "tag:" + key.toUtf8());
        parameters.emplaceBack("Filter.1.Value.1", value.toUtf8());
    }
    return snapshotsBy(parameters, stop);
}

Result<QString> Ec2Client::registerImage(const NewImage &image, const std::stop_token &stop)
{
    Ec2Parameters parameters{{"Name", image.name.toUtf8()},         {"Architecture", image.architecture.toUtf8()},
                             {"BootMode", image.bootMode.toUtf8()}, {"EnaSupport", image.ena ? "true" : "false"},
                             {"VirtualizationType", "hvm"},         {"RootDeviceName", kRootDevice}};
    appendDisk(parameters, 1, kRootDevice, image.snapshot);
    for (qsizetype i = 0; i < image.others.size(); ++i)
        appendDisk(parameters, static_cast<int>(i) + 2, kDataDevice + static_cast<char>('f' + i), image.others[i]);
    if (!image.description.isEmpty())
        parameters.emplaceBack("Description", image.description.toUtf8());
    SEALIFT_ASSIGN(const auto answer,
                   ask("RegisterImage", QStringLiteral("image \"%1\"").arg(image.name), parameters, stop));
    return readRegisteredImage(answer.body);
}

Result<QStringList> Ec2Client::ownImages(const QString &filter, const QString &value, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto found, images(filter, value, stop));
    QStringList ids;
    for (const auto &image : found)
        ids.append(image.id);
    return ids;
}

Result<bool> Ec2Client::deregisterImage(const QString &id, const std::stop_token &stop)
{
    const auto answer = ask("DeregisterImage", QStringLiteral("image %1").arg(id), {{"ImageId", id.toUtf8()}}, stop);
    if (answer)
        return true;
    const auto code = serviceCodeOf(answer.error());
    if (code == QLatin1String("InvalidAMIID.NotFound") || code == QLatin1String("InvalidAMIID.Unavailable"))
        return false;
    return fail(answer.error());
}

Status Ec2Client::tag(const QString &resource, const Ec2Tags &tags, const std::stop_token &stop)
{
    Ec2Parameters parameters{{"ResourceId.1", resource.toUtf8()}};
    int number = 0;
    for (const auto &[key, value] : tags) {
        const auto name = "Tag." + QByteArray::number(++number);
        parameters.emplaceBack(name + ".Key", key.toUtf8());
        parameters.emplaceBack(name + ".Value", value.toUtf8());
    }
    return ask("CreateTags", resource, parameters, stop).map([](const HttpResponse &) {});
}

Result<bool> Ec2Client::deleteSnapshot(const QString &id, const std::stop_token &stop)
{
    const auto answer =
        ask("DeleteSnapshot", QStringLiteral("snapshot %1").arg(id), {{"SnapshotId", id.toUtf8()}}, stop);
    if (answer)
        return true;
    if (serviceCodeOf(answer.error()) == kMissing)
        return false;
    return fail(answer.error());
}

} // namespace sealift
