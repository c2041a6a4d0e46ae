#include "ui/library/image_list.h"

#include "ui/library/image_model.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace sealift {

ImageList::ImageList(Choice choice, QWidget *parent)
    : QWidget(parent)
    , m_model(new ImageModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_view(new QTreeView(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ImageModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(-1);

    m_search->setObjectName(QStringLiteral("searchImages"));
    m_search->setPlaceholderText(tr("Search images"));
    m_search->setAccessibleName(tr("Search images"));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("images"));
    m_view->setAccessibleName(tr("Images"));
    m_view->setModel(m_sorted);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ImageModel::Date, Qt::DescendingOrder);
    m_view->setSelectionMode(choice == Choice::One ? QAbstractItemView::SingleSelection
                                                   : QAbstractItemView::ExtendedSelection);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    connect(m_search, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImageList::chosenChanged);
    connect(m_view, &QTreeView::activated, this, &ImageList::activated);
}

void ImageList::setImages(std::vector<CatalogImage> images)
{
    QStringList before;
    for (const auto &image : chosen())
        before.append(image.snapshot.hex());
    m_model->setImages(std::move(images));
    const int margin = m_view->fontMetrics().height();
    for (int column = 0; column < ImageModel::Tags; ++column) {
        m_view->resizeColumnToContents(column);
        m_view->setColumnWidth(column, m_view->columnWidth(column) + margin);
    }
    for (const auto &snapshot : before)
        choose(snapshot);
    Q_EMIT chosenChanged();
}

void ImageList::choose(const QString &snapshot)
{
    const int row = m_model->rowOf(snapshot);
    if (row < 0)
        return;
    const auto index = m_sorted->mapFromSource(m_model->index(row, 0));
    m_view->setCurrentIndex(index);
    m_view->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
}

std::vector<CatalogImage> ImageList::chosen() const
{
    std::vector<CatalogImage> images;
    for (const auto &index : m_view->selectionModel()->selectedRows())
        images.push_back(m_model->image(m_sorted->mapToSource(index).row()));
    return images;
}

} // namespace sealift
