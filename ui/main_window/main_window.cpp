#include "ui/main_window/main_window.h"

#include <QCloseEvent>
#include <QStackedWidget>

namespace sealift {

class MainWindow::Private
{
public:
    QStackedWidget *pages = nullptr;
    QWidget *images = nullptr;
};

MainWindow::MainWindow(TaskQueue &, const WindowServices &, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>())
{
    d->pages = new QStackedWidget(this);
    setCentralWidget(d->pages);
    setMinimumSize(800, 500);
}

MainWindow::~MainWindow() = default;

void MainWindow::setImagesView(QWidget *view)
{
    d->images = view;
    d->pages->addWidget(view);
}

QByteArray MainWindow::saveLayout() const
{
    return saveState();
}

bool MainWindow::restoreLayout(const QByteArray &layout)
{
    return restoreState(layout);
}

void MainWindow::showQueue()
{
    d->pages->setCurrentIndex(0);
}

void MainWindow::showImages(const QString &libraryId)
{
    if (d->images == nullptr)
        return;
    d->pages->setCurrentWidget(d->images);
    Q_EMIT libraryShown(libraryId);
}

void MainWindow::showNotice(const QString &, const QString &) {}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT closeRequested();
}

} // namespace sealift
