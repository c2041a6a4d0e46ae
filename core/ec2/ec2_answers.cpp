#include "ec2/ec2_answers.h"

#include "ec2/xml_elements.h"

namespace sealift {

namespace {

void takeField(SnapshotFacts &snapshot, const QString &field, const QString &text)
{
    if (field == QLatin1String("snapshotId"))
        snapshot.id = text;
    else if (field == QLatin1String("status"))
        snapshot.state = text;
    else if (field == QLatin1String("statusMessage"))
        snapshot.message = text;
    else if (field == QLatin1String("encrypted"))
        snapshot.encrypted = text == QLatin1String("true");
    else if (field == QLatin1String("kmsKeyId"))
        snapshot.kmsKey = text;
    else if (field == QLatin1String("volumeSize"))
        snapshot.gibibytes = text.toLongLong();
    else if (field == QLatin1String("startTime"))
        snapshot.started = QDateTime::fromString(text, Qt::ISODateWithMs);
    else if (field == QLatin1String("description"))
        snapshot.description = text;
}

} // namespace

Result<SnapshotPage> readSnapshotPage(const QByteArray &xml)
{
    const auto item = QStringLiteral("snapshotSet/item");
    SnapshotPage page;
    SnapshotFacts snapshot;
    QString key;
    QString value;
    const bool whole =
        eachElement(xml, QStringLiteral("DescribeSnapshotsResponse"), [&](const QString &path, const QString &text) {
            if (path == QLatin1String("nextToken")) {
                page.next = text;
            } else if (path == item) {
                page.snapshots.append(std::exchange(snapshot, {}));
            } else if (path.startsWith(item + QLatin1String("/tagSet/item"))) {
                const auto field = path.section(QLatin1Char('/'), 4);
                if (field == QLatin1String("key"))
                    key = text;
                else if (field == QLatin1String("value"))
                    value = text;
                else if (field.isEmpty())
                    snapshot.tags.append({std::exchange(key, {}), std::exchange(value, {})});
            } else if (path.startsWith(item)) {
                takeField(snapshot, path.mid(item.size() + 1), text);
            }
        });
    if (!whole)
        return fail(wrongAnswer(QStringLiteral("DescribeSnapshots")));
    return page;
}

Result<QString> readRegisteredImage(const QByteArray &xml)
{
    QString id;
    const bool whole =
        eachElement(xml, QStringLiteral("RegisterImageResponse"), [&id](const QString &path, const QString &text) {
            if (path == QLatin1String("imageId"))
                id = text;
        });
    if (!whole || id.isEmpty())
        return fail(wrongAnswer(QStringLiteral("RegisterImage")));
    return id;
}

Ec2FaultBody readEc2Fault(const QByteArray &xml)
{
    Ec2FaultBody body;
    const auto take = [&](const QString &path, const QString &text) {
        if (path.endsWith(QLatin1String("Error/Code")))
            body.code = text;
        else if (path.endsWith(QLatin1String("Error/Message")))
            body.message = text;
    };
    // Other services of the Query protocol, as IAM, have another root.
    const bool whole =
        eachElement(xml, QStringLiteral("Response"), take) || eachElement(xml, QStringLiteral("ErrorResponse"), take);
    return whole ? body : Ec2FaultBody();
}

} // namespace sealift
