#include "ec2/image_facts.h"

#include "ec2/xml_elements.h"

#include <optional>

namespace sealift {

namespace {

const auto kItem = QStringLiteral("imagesSet/item");

/// What is read at this moment: an image, a disk of it, and a tag of it.
struct OpenImage {
    ImageFacts image;
    ImageDiskFacts disk;
    QString key;
    QString value;
};

void takeDisk(OpenImage &open, const QString &field, const QString &text)
{
    if (field.isEmpty()) {
        const auto disk = std::exchange(open.disk, {});
        if (!disk.snapshot.isEmpty())
            open.image.disks.append(disk);
    } else if (field == QLatin1String("deviceName")) {
        open.disk.device = text;
    } else if (field == QLatin1String("ebs/snapshotId")) {
        open.disk.snapshot = text;
    } else if (field == QLatin1String("ebs/volumeSize")) {
        open.disk.gibibytes = text.toLongLong();
    } else if (field == QLatin1String("ebs/encrypted")) {
        open.disk.encrypted = text == QLatin1String("true");
    }
}

void takeTag(OpenImage &open, const QString &field, const QString &text)
{
    if (field == QLatin1String("key"))
        open.key = text;
    else if (field == QLatin1String("value"))
        open.value = text;
    else if (field.isEmpty())
        open.image.tags.append({std::exchange(open.key, {}), std::exchange(open.value, {})});
}

void takeField(ImageFacts &image, const QString &field, const QString &text)
{
    if (field == QLatin1String("imageId"))
        image.id = text;
    else if (field == QLatin1String("name"))
        image.name = text;
    else if (field == QLatin1String("imageState"))
        image.state = text;
    else if (field == QLatin1String("description"))
        image.description = text;
    else if (field == QLatin1String("architecture"))
        image.architecture = text;
    else if (field == QLatin1String("bootMode"))
        image.bootMode = text;
    else if (field == QLatin1String("platform"))
        image.platform = text;
    else if (field == QLatin1String("rootDeviceName"))
        image.rootDevice = text;
    else if (field == QLatin1String("creationDate"))
        image.created = QDateTime::fromString(text, Qt::ISODateWithMs);
}

/// The rest of a path below an element; nothing where it is not that element or below it.
std::optional<QString> below(const QString &path, const QString &element)
{
    if (path == element)
        return QString();
    if (path.startsWith(element + QLatin1Char('/')))
        return path.mid(element.size() + 1);
    return {};
}

} // namespace

Result<ImagePage> readImagePage(const QByteArray &xml)
{
    ImagePage page;
    OpenImage open;
    const bool whole =
        eachElement(xml, QStringLiteral("DescribeImagesResponse"), [&](const QString &path, const QString &text) {
            if (path == QLatin1String("nextToken")) {
                page.next = text;
            } else if (path == kItem) {
                page.images.append(std::exchange(open, {}).image);
            } else if (const auto disk = below(path, kItem + QStringLiteral("/blockDeviceMapping/item"))) {
                takeDisk(open, *disk, text);
            } else if (const auto tag = below(path, kItem + QStringLiteral("/tagSet/item"))) {
                takeTag(open, *tag, text);
            } else if (const auto field = below(path, kItem)) {
                takeField(open.image, *field, text);
            }
        });
    if (!whole)
        return fail(wrongAnswer(QStringLiteral("DescribeImages")));
    return page;
}

} // namespace sealift
