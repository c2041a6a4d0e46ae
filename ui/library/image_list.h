#pragma once

#include "library/image_catalog.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace sealift {

class ImageModel;

/// A searchable, sortable table of a library's images.
class ImageList : public QWidget
{
    Q_OBJECT

public:
    enum class Choice { One, Several };

    explicit ImageList(Choice choice, QWidget *parent = nullptr);

    /// What was chosen before stays so, where it is still there.
    void setImages(std::vector<CatalogImage> images);
    /// @param snapshot digits of one, perhaps not all.
    void choose(const QString &snapshot);
    std::vector<CatalogImage> chosen() const;
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    void chosenChanged();
    /// By a double click or Return.
    void activated();

private:
    ImageModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLineEdit *m_search;
    QTreeView *m_view;
};

} // namespace sealift
