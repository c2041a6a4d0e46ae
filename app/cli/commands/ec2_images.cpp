#include "cli/commands/ec2_images.h"

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

qint64 sizeOf(const ImageFacts &image)
{
    qint64 size = 0;
    for (const auto &disk : image.disks)
        size += disk.gibibytes * kGibibyte;
    return size;
}

/// Whether all disks are, none, or some.
QString encryptedText(const ImageFacts &image)
{
    const auto encrypted = std::count_if(image.disks.begin(), image.disks.end(),
                                         [](const ImageDiskFacts &disk) { return disk.encrypted; });
    if (encrypted == 0)
        return QStringLiteral("no");
    return encrypted == image.disks.size() ? QStringLiteral("yes") : QStringLiteral("in part");
}

QJsonObject objectOf(const ImageFacts &image)
{
    QJsonArray disks;
    for (const auto &disk : image.disks)
        disks.append(QJsonObject{{QStringLiteral("device"), disk.device},
                                 {QStringLiteral("snapshot"), disk.snapshot},
                                 {QStringLiteral("size"), disk.gibibytes * kGibibyte},
                                 {QStringLiteral("encrypted"), disk.encrypted}});
    return {{QStringLiteral("id"), image.id},
            {QStringLiteral("name"), image.name},
            {QStringLiteral("state"), image.state},
            {QStringLiteral("created"), image.created.isValid() ? toRfc3339(image.created) : QString()},
            {QStringLiteral("description"), image.description},
            {QStringLiteral("architecture"), image.architecture},
            {QStringLiteral("bootMode"), image.bootMode},
            {QStringLiteral("platform"), image.platform},
            {QStringLiteral("rootDevice"), image.rootDevice},
            {QStringLiteral("size"), sizeOf(image)},
            {QStringLiteral("disks"), disks},
            {QStringLiteral("tags"), ec2TagsObject(image.tags)}};
}

QString tableOf(const QList<ImageFacts> &images)
{
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("NAME")},
                     {QStringLiteral("CREATED")},
                     {QStringLiteral("SIZE"), TextTable::Align::Right},
                     {QStringLiteral("DISKS"), TextTable::Align::Right},
                     {QStringLiteral("ENCRYPTED")},
                     {QStringLiteral("STATE")}});
    for (const auto &image : images)
        table.add({image.id, image.name, image.created.isValid() ? localTimeText(image.created) : QString(),
                   sizeText(sizeOf(image)), QString::number(image.disks.size()), encryptedText(image), image.state});
    return table.text();
}

} // namespace

CommandInfo Ec2ImagesCommand::info() const
{
    return {
        .words = {QStringLiteral("ec2"), QStringLiteral("images")},
        .summary = QStringLiteral("List the images (AMIs) of an account at Amazon EC2."),
        .description = QStringLiteral("Lists the account's own images in one region, oldest first: what \"import "
                                      "--from ec2\" and \"export --from "
                                      "ec2\" take, by id or by name."),
        .arguments = {},
        .options = ec2AccessOptions(),
        .examples = {{QStringLiteral("List the images"), QStringLiteral("sealift ec2 images --region eu-central-1")},
                     {QStringLiteral("Ids and names for a script"),
                      QStringLiteral("sealift ec2 images --json | jq -r '.[] | .id + \" \" + .name'")}},
    };
}

Status Ec2ImagesCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto settings, ec2SettingsOf(context.arguments));
    SEALIFT_ASSIGN(const auto access, cliEc2Opener(console)(settings, context.stop));
    SEALIFT_ASSIGN(auto images, access->ec2().images({}, {}, context.stop));
    std::sort(images.begin(), images.end(),
              [](const ImageFacts &one, const ImageFacts &other) { return one.created < other.created; });
    if (console.json()) {
        QJsonArray list;
        for (const auto &image : images)
            list.append(objectOf(image));
        console.result(list);
    } else if (images.isEmpty()) {
        console.note(QStringLiteral("The account has no image in %1.").arg(access->region()));
    } else {
        console.result(tableOf(images));
    }
    return {};
}

} // namespace sealift
