#include "ui/main_window/main_window.h"

#include "task/task_queue.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/main_window/main_window_parts.h"
#include "ui/services/file_service.h"
#include "ui/services/library_service.h"
#include "ui/services/settings_service.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>

namespace sealift {

namespace {

constexpr int kSideWidth = 205;

} // namespace

MainWindow::MainWindow(TaskQueue &queue, const WindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(this, queue, services))
{
    setWindowTitle(tr("Sealift"));
    setWindowIcon(applicationIcon());
    setMinimumSize(800, 500);
    resize(1400, 840);
    setUnifiedTitleAndToolBarOnMac(true);

    d->pages->addWidget(d->page);
    d->splitter->addWidget(d->side);
    d->splitter->addWidget(d->pages);
    d->splitter->setStretchFactor(1, 1);
    d->splitter->setSizes({kSideWidth, width() - kSideWidth});
    d->splitter->setChildrenCollapsible(false);
    d->splitter->setHandleWidth(1);
    setCentralWidget(d->splitter);

    d->actions.fill(*menuBar(), d->taskActions);
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(18, 18));
    d->actions.fill(*bar, d->taskActions);
    bar->addWidget(d->search);
    setContextMenuPolicy(Qt::NoContextMenu);

    connectActions();
    connectParts();
    d->shortcuts.apply(d->services.settings.settings().shortcuts);
    connect(&d->services.settings, &SettingsService::changed, this,
            [this](const AppSettings &settings) { d->shortcuts.apply(settings.shortcuts); });
    updateActions();
    namePlaces();
    d->side->setTotals(d->summary.totals());
    d->status.setTotals(d->summary.totals());
    d->view->setFocus();
}

MainWindow::~MainWindow()
{
    // Its parts look at members of `d`: they go first.
    delete takeCentralWidget();
}

void MainWindow::connectActions()
{
    const auto &actions = d->actions;
    const auto on = [this](QAction *action, auto &&slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions.import, [this] { Q_EMIT importRequested({}, d->drops.usualLibrary()); });
    on(actions.exportImage, [this] { Q_EMIT exportRequested(d->side->chosenLibrary(), {}); });
    on(actions.sendToEc2, [this] { Q_EMIT ec2SendRequested({}); });
    on(actions.importFromEc2, [this] { Q_EMIT ec2ImportRequested(d->drops.usualLibrary()); });
    on(actions.exportFromEc2, [this] { Q_EMIT ec2ExportRequested(); });
    on(actions.newLibrary, [this] { Q_EMIT newLibraryRequested(); });
    on(actions.openLibrary, [this] { Q_EMIT openLibraryRequested(); });
    on(actions.unlock, [this] { Q_EMIT unlockRequested(d->drops.usualLibrary()); });
    on(actions.settings, [this] { Q_EMIT settingsRequested(); });
    on(actions.quit, [this] { Q_EMIT quitRequested(); });
    on(actions.help, [this] { Q_EMIT helpRequested(); });
    on(actions.welcome, [this] { Q_EMIT firstRunRequested(); });
    on(actions.paste, [this] { paste(); });
    on(actions.showQueue, [this] { showQueue(); });
    on(actions.showImages, [this] { showImages(d->drops.usualLibrary()); });
    on(actions.find, [this] { d->search->begin(); });
    on(actions.about, [this] {
        QMessageBox::about(this, tr("About Sealift"),
                           tr("<h3>Sealift %1</h3><p>Moves disk images of virtual machines between hypervisors and "
                              "libraries that only you can read.</p>")
                               .arg(QCoreApplication::applicationVersion()));
    });
    connect(actions.showDetails, &QAction::toggled, d->page, &QueuePage::setDetailShown);
    connect(actions.showDestinations, &QAction::toggled, d->side, &QWidget::setVisible);
}

void MainWindow::connectParts()
{
    connect(d->view, &TaskView::choiceChanged, this, [this](const QList<TaskId> &ids) {
        d->detail->setTask(ids.size() == 1 ? ids.front() : TaskId(), ids.size());
    });
    connect(&d->taskActions, &TaskActions::receiptRequested, this, [this] {
        d->actions.showDetails->setChecked(true);
        d->detail->showReceipt();
    });
    connect(&d->filter, &TaskFilter::moveRequested, this, [this](const QList<TaskId> &ids, const TaskId &before) {
        for (const auto &id : ids) {
            if (before.isNull())
                d->queue.move(id, QueueMove::Bottom);
            else
                d->queue.moveBefore(id, before);
        }
    });
    connect(&d->summary, &QueueSummary::changed, this, [this](const QueueTotals &totals) {
        d->side->setTotals(totals);
        d->status.setTotals(totals);
        updateActions();
    });
    connect(d->page, &QueuePage::importRequested, d->actions.import, &QAction::trigger);
    connect(d->page, &QueuePage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(d->page, &QueuePage::filterCleared, d->search, &SearchBar::clear);
    connect(&d->drops, &DropController::dropped, this, &MainWindow::importRequested);
    connect(&d->drops, &DropController::droppedOntoEc2, this, &MainWindow::ec2SendRequested);

    connect(d->side, &DestinationPanel::queueChosen, this, &MainWindow::showQueue);
    connect(d->side, &DestinationPanel::libraryChosen, this, &MainWindow::showImages);
    connect(d->side, &DestinationPanel::importRequested, this,
            [this](const QString &library) { Q_EMIT importRequested({}, library); });
    connect(d->side, &DestinationPanel::exportRequested, this,
            [this](const QString &library) { Q_EMIT exportRequested(library, {}); });
    connect(d->side, &DestinationPanel::ec2SendRequested, d->actions.sendToEc2, &QAction::trigger);
    connect(d->side, &DestinationPanel::ec2ImportRequested, d->actions.importFromEc2, &QAction::trigger);
    connect(d->side, &DestinationPanel::ec2ExportRequested, this, &MainWindow::ec2ExportRequested);
    connect(d->side, &DestinationPanel::unlockRequested, this, &MainWindow::unlockRequested);
    connect(d->side, &DestinationPanel::newLibraryRequested, this, &MainWindow::newLibraryRequested);
    connect(d->side, &DestinationPanel::openLibraryRequested, this, &MainWindow::openLibraryRequested);
    connect(&d->services.libraries, &LibraryService::librariesChanged, this, [this] {
        updateActions();
        namePlaces();
    });
    connect(&d->services.libraries, &LibraryService::libraryChanged, this, &MainWindow::namePlaces);

    connect(&d->queue, &TaskQueue::refused, this,
            [this](const TaskId &, const Error &error) { showNotice(errorText(error).title, error.what()); });
    connect(&d->queue, &TaskQueue::problem, this,
            [this](const QString &words) { showNotice(tr("The list of tasks"), words); });
    connect(&d->services.files, &FileService::failed, this,
            [this](const QString &, const Error &error) { showNotice(errorText(error).title, error.what()); });
    connect(&d->services.files, &FileService::saved, this, [this](const QString &path) {
        constexpr int kShownMs = 5000;
        statusBar()->showMessage(tr("Saved as %1").arg(path), kShownMs);
    });
}

void MainWindow::updateActions()
{
    const bool hasLibrary = !d->services.libraries.libraries().isEmpty();
    const auto &totals = d->summary.totals();
    d->actions.exportImage->setEnabled(hasLibrary);
    d->actions.importFromEc2->setEnabled(hasLibrary);
    d->actions.unlock->setEnabled(hasLibrary);
    d->actions.showImages->setEnabled(hasLibrary && d->images != nullptr);
    d->taskActions.pauseAll->setEnabled(totals.active + totals.queued > 0);
    d->taskActions.resumeAll->setEnabled(totals.paused > 0);
}

void MainWindow::namePlaces()
{
    QHash<QString, QString> names;
    for (const auto &library : d->services.libraries.libraries())
        names.insert(library.location, library.name);
    d->model.setPlaceNames(names);
}

void MainWindow::paste()
{
    const auto verdict = firstVerdict(urlsIn(QGuiApplication::clipboard()->mimeData()));
    const auto plan = dropPlan(verdict, {});
    if (!plan.refused.isEmpty())
        showNotice(tr("Some of what was copied cannot be imported"), plan.refused.join(QLatin1Char('\n')));
    if (plan.mayDrop())
        Q_EMIT importRequested(plan.paths, d->drops.usualLibrary());
    else if (plan.refused.isEmpty())
        showNotice(tr("There is no file to import in the clipboard"),
                   tr("Copy disk images in the file manager first."));
}

void MainWindow::setImagesView(QWidget *view)
{
    d->images = view;
    d->pages->addWidget(view);
    updateActions();
}

void MainWindow::showQueue()
{
    d->pages->setCurrentWidget(d->page);
    d->side->mark({});
}

void MainWindow::showImages(const QString &libraryId)
{
    if (d->images == nullptr || libraryId.isEmpty())
        return;
    d->pages->setCurrentWidget(d->images);
    d->side->mark(libraryId);
    Q_EMIT libraryShown(libraryId);
}

void MainWindow::showNotice(const QString &title, const QString &detail)
{
    showQueue();
    d->page->showNotice(title, detail);
}

void MainWindow::choose(const QList<TaskId> &ids)
{
    showQueue();
    d->view->choose(ids);
}

QList<ShortcutInfo> MainWindow::shortcuts() const
{
    return d->shortcuts.list();
}

QAction *MainWindow::pauseAllAction() const
{
    return d->taskActions.pauseAll;
}

QAction *MainWindow::resumeAllAction() const
{
    return d->taskActions.resumeAll;
}

const QueueSummary &MainWindow::summary() const
{
    return d->summary;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT closeRequested();
}

} // namespace sealift
