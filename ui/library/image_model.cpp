#include "ui/library/image_model.h"

#include "ui/common/icons.h"
#include "ui/common/local_text.h"

#include <QLocale>

#include <numeric>

namespace sealift {

namespace {

QString formatsOf(const CatalogImage &image)
{
    if (!image.manifest)
        return ImageModel::tr("stored by restic");
    QStringList formats;
    for (const auto &disk : image.manifest->disks)
        formats.append(disk.subformat.isEmpty() ? disk.format
                                                : ImageModel::tr("%1, %2").arg(disk.format, disk.subformat));
    formats.removeDuplicates();
    return formats.join(QStringLiteral(" + "));
}

/// Sealift's own mark, which every image of Sealift's has, tells nobody anything.
QString tagsOf(const CatalogImage &image)
{
    auto tags = image.tags;
    tags.removeAll(QStringLiteral("sealift"));
    return tags.join(QStringLiteral(", "));
}

} // namespace

qint64 diskSizeOf(const CatalogImage &image)
{
    return std::accumulate(image.disks.begin(), image.disks.end(), qint64{0},
                           [](qint64 sum, const CatalogDisk &disk) { return sum + disk.size; });
}

std::optional<qint64> dataSizeOf(const CatalogImage &image)
{
    if (!image.manifest)
        return std::nullopt;
    const auto &disks = image.manifest->disks;
    return std::accumulate(disks.begin(), disks.end(), qint64{0},
                           [](qint64 sum, const ImageManifest::Disk &disk) { return sum + disk.allocated; });
}

void ImageModel::setImages(std::vector<CatalogImage> images)
{
    beginResetModel();
    m_images = std::move(images);
    endResetModel();
}

int ImageModel::rowOf(const QString &snapshot) const
{
    for (std::size_t row = 0; row < m_images.size(); ++row) {
        if (!snapshot.isEmpty() && m_images[row].snapshot.hex().startsWith(snapshot))
            return static_cast<int>(row);
    }
    return -1;
}

int ImageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_images.size());
}

int ImageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImageModel::textOf(const CatalogImage &image, int column)
{
    switch (column) {
    case Name:
        return image.name;
    case Disks:
        return QLocale().toString(static_cast<qulonglong>(image.disks.size()));
    case Size:
        return localSize(diskSizeOf(image));
    case Data: {
        const auto size = dataSizeOf(image);
        return size ? localSize(*size) : tr("not known");
    }
    case Date:
        return localMoment(image.time);
    case Format:
        return formatsOf(image);
    case Tags:
        return tagsOf(image);
    default:
        return {};
    }
}

QVariant ImageModel::sortValueOf(const CatalogImage &image, int column)
{
    switch (column) {
    case Disks:
        return static_cast<qulonglong>(image.disks.size());
    case Size:
        return diskSizeOf(image);
    case Data:
        return dataSizeOf(image).value_or(-1);
    case Date:
        return image.time;
    default:
        return textOf(image, column);
    }
}

QVariant ImageModel::data(const QModelIndex &index, int role) const
{
    const auto &row = image(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case SortRole:
        return sortValueOf(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(icon(IconName::Disk)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Disks || index.column() == Size || index.column() == Data
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::ToolTipRole:
        return tr("Snapshot %1, stored by %2 on %3, %4")
            .arg(row.snapshot.shortHex(), row.username, row.hostname, localTimestamp(row.time));
    default:
        return {};
    }
}

QVariant ImageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Data)
        return tr("Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other "
                  "images.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Disks:
        return tr("Disks");
    case Size:
        return tr("Disk size");
    case Data:
        return tr("Data");
    case Date:
        return tr("Stored");
    case Format:
        return tr("Came as");
    case Tags:
        return tr("Tags");
    default:
        return {};
    }
}

} // namespace sealift
