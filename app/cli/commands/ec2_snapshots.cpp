#include "cli/commands/ec2_snapshots.h"

#include "base/json.h"
#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/ec2_report.h"
#include "cli/stored_jobs.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kGibibyte = 1LL << 30;

/// What a snapshot is called: the tag that EC2's console shows as its name, else what it says of itself.
QString nameOf(const SnapshotFacts &snapshot)
{
    for (const auto &[key, value] : snapshot.tags) {
        if (key == QLatin1String("Name") && !value.isEmpty())
            return value;
    }
    return snapshot.description;
}

QJsonObject objectOf(const SnapshotFacts &snapshot)
{
    return {{QStringLiteral("id"), snapshot.id},
            {QStringLiteral("name"), nameOf(snapshot)},
            {QStringLiteral("state"), snapshot.state},
            {QStringLiteral("message"), snapshot.message},
            {QStringLiteral("started"), snapshot.started.isValid() ? toRfc3339(snapshot.started) : QString()},
            {QStringLiteral("description"), snapshot.description},
            {QStringLiteral("size"), snapshot.gibibytes * kGibibyte},
            {QStringLiteral("encrypted"), snapshot.encrypted},
            {QStringLiteral("kmsKey"), snapshot.kmsKey},
            {QStringLiteral("tags"), ec2TagsObject(snapshot.tags)}};
}

QString tableOf(const QList<SnapshotFacts> &snapshots)
{
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("NAME")},
                     {QStringLiteral("STARTED")},
                     {QStringLiteral("SIZE"), TextTable::Align::Right},
                     {QStringLiteral("ENCRYPTED")},
                     {QStringLiteral("STATE")}});
    for (const auto &one : snapshots)
        table.add({one.id, nameOf(one), one.started.isValid() ? localTimeText(one.started) : QString(),
                   sizeText(one.gibibytes * kGibibyte), one.encrypted ? QStringLiteral("yes") : QStringLiteral("no"),
                   one.state});
    return table.text();
}

} // namespace

CommandInfo Ec2SnapshotsCommand::info() const
{
    return {
        .words = {QStringLiteral("ec2"), QStringLiteral("snapshots")},
        .summary = QStringLiteral("List the snapshots of an account at Amazon EBS."),
        .description = QStringLiteral(
            "Lists the account's own snapshots in one region, oldest first: what \"import --from ec2\" and \"export "
            "--from ec2\" take, once they are completed. The name is the tag \"Name\", else the description; the size "
            "is that of the volume."),
        .arguments = {},
        .options = ec2AccessOptions(),
        .examples = {{QStringLiteral("List the snapshots"),
                      QStringLiteral("sealift ec2 snapshots --region eu-central-1")},
                     {QStringLiteral("Those that are encrypted, for a script"),
                      QStringLiteral("sealift ec2 snapshots --json | jq -r '.[] | select(.encrypted) | .id'")}},
    };
}

Status Ec2SnapshotsCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto settings, ec2SettingsOf(context.arguments));
    SEALIFT_ASSIGN(const auto access, cliEc2Opener(console)(settings, context.stop));
    SEALIFT_ASSIGN(auto snapshots, access->ec2().ownSnapshots(context.stop));
    std::sort(snapshots.begin(), snapshots.end(),
              [](const SnapshotFacts &one, const SnapshotFacts &other) { return one.started < other.started; });
    if (console.json()) {
        QJsonArray list;
        for (const auto &snapshot : snapshots)
            list.append(objectOf(snapshot));
        console.result(list);
    } else if (snapshots.isEmpty()) {
        console.note(QStringLiteral("The account has no snapshot in %1.").arg(access->region()));
    } else {
        console.result(tableOf(snapshots));
    }
    return {};
}

} // namespace sealift
