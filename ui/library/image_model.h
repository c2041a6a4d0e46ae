#pragma once

#include "library/image_catalog.h"

#include <QAbstractTableModel>

#include <vector>

namespace sealift {

/// The images of a library.
class ImageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Disks, Size, Data, Date, Format, Tags, ColumnCount };
    /// The value to sort by.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setImages(std::vector<CatalogImage> images);
    const CatalogImage &image(int row) const { return m_images.at(static_cast<std::size_t>(row)); }
    /// The row of the image with that snapshot, or the beginning of its digits; -1: none.
    int rowOf(const QString &snapshot) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant textOf(const CatalogImage &image, int column);
    static QVariant sortValueOf(const CatalogImage &image, int column);

    std::vector<CatalogImage> m_images;
};

/// Bytes of all disks as a guest sees them.
qint64 diskSizeOf(const CatalogImage &image);
/// Of these, bytes that are neither hole nor zero; nothing where the image does not say.
std::optional<qint64> dataSizeOf(const CatalogImage &image);

} // namespace sealift
