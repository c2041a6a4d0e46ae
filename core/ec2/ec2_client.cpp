#include "ec2/ec2_client.h"

#include "aws/signature_v4.h"

namespace sealift {

namespace {

const auto kMissing = QLatin1String("InvalidSnapshot.NotFound");

}

Result<HttpResponse> Ec2Client::ask(const QByteArray &action, const QString &what, const Parameters &parameters,
                                    const std::stop_token &stop)
{
    auto form = "Action=" + action + "&Version=2016-11-15";
    for (const auto &[name, value] : parameters)
        form += '&' + name + '=' + uriEncode(value);
    const ByteView parts[]{viewOf(form)};
    ServiceCall call;
    call.action = QStringLiteral("ec2:") + QString::fromLatin1(action);
    call.what = what;
    call.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    call.body = parts;
    return m_connection.send(call, stop);
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
    Parameters parameters{{"Owner.1", "self"}, {"MaxResults", "500"}};
    if (value.isEmpty()) {
        parameters.emplaceBack("Filter.1.Name", "tag-key");
        parameters.emplaceBack("Filter.1.Value.1", key.toUtf8());
    } else {
        parameters.emplaceBack("Filter.1.Name", "tag:" + key.toUtf8());
        parameters.emplaceBack("Filter.1.Value.1", value.toUtf8());
    }
    QList<SnapshotFacts> found;
    QString next;
    do {
        auto page = parameters;
        if (!next.isEmpty())
            page.emplaceBack("NextToken", next.toUtf8());
        SEALIFT_ASSIGN(const auto answer, ask("DescribeSnapshots", QString(), page, stop));
        SEALIFT_ASSIGN(const auto read, readSnapshotPage(answer.body));
        found += read.snapshots;
        next = read.next;
    } while (!next.isEmpty());
    return found;
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
