#include "ui/main_window/main_window.h"
#include "ui/main_window/main_window_parts.h"

#include <QAction>
#include <QDataStream>
#include <QIODevice>

namespace sealift {

namespace {

constexpr int kLayoutVersion = 1;

} // namespace

QByteArray MainWindow::saveLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kLayoutVersion << saveGeometry() << d->splitter->saveState() << d->page->saveSplitter()
           << d->view->saveColumns() << d->actions.showDetails->isChecked() << d->actions.showDestinations->isChecked()
           << d->detail->page();
    return bytes;
}

bool MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    int version = 0;
    QByteArray geometry;
    QByteArray splitter;
    QByteArray page;
    QByteArray columns;
    bool isDetailShown = true;
    bool isSideShown = true;
    int detailPage = 0;
    stream >> version >> geometry >> splitter >> page >> columns >> isDetailShown >> isSideShown >> detailPage;
    if (stream.status() != QDataStream::Ok || version != kLayoutVersion)
        return false;
    d->actions.showDetails->setChecked(isDetailShown);
    d->actions.showDestinations->setChecked(isSideShown);
    d->detail->setPage(detailPage);
    return restoreGeometry(geometry) && d->splitter->restoreState(splitter) && d->page->restoreSplitter(page) &&
           d->view->restoreColumns(columns);
}

} // namespace sealift
