#include "ui/main_window/window_actions.h"

#include "ui/queue/task_actions.h"

#include <QAction>
#include <QMenuBar>
#include <QToolBar>

#include <utility>

namespace sealift {

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , import(make(IconName::Import, tr("&Import..."), tr("Bring disk images into a library"), Qt::CTRL | Qt::Key_I))
    , paste(make(IconName::Paste, tr("&Paste"), tr("Import the files that were copied in the file manager"),
                 QKeySequence::Paste))
    , exportImage(
          make(IconName::Export, tr("&Export..."), tr("Write an image of a library to a file"), Qt::CTRL | Qt::Key_E))
    , sendToEc2(make(IconName::Cloud, tr("&Send Images to Amazon EC2..."),
                     tr("Make images or snapshots at Amazon EC2 out of disk images")))
    , importFromEc2(make(IconName::Import, tr("&Import from Amazon EC2..."),
                         tr("Bring an image or a snapshot of Amazon EC2 into a library")))
    , exportFromEc2(make(IconName::Export, tr("&Export from Amazon EC2..."),
                         tr("Write a disk of Amazon EC2 to a file, without a library")))
    , newLibrary(make(IconName::Add, tr("&New Library..."), tr("Make a place where images are kept encrypted"),
                      QKeySequence::New))
    , openLibrary(
          make(IconName::Folder, tr("&Open Library..."), tr("Use a library that is there already"), QKeySequence::Open))
    , unlock(make(IconName::Key, tr("&Unlock Library..."), tr("Enter the password of the chosen library"),
                  Qt::CTRL | Qt::Key_U))
    , settings(make(IconName::Settings, tr("&Settings..."), tr("Change how Sealift works"), Qt::CTRL | Qt::Key_Comma))
    , quit(make(IconName::Quit, tr("&Quit"), tr("End Sealift"), QKeySequence::Quit))
    , showQueue(make(tr("&Tasks"), tr("Show what runs, waits and has ended"), Qt::CTRL | Qt::Key_1))
    , showImages(make(tr("&Images"), tr("Show the images of a library"), Qt::CTRL | Qt::Key_2))
    , showDetails(make(tr("&Details"), tr("Show the chosen task in detail"), Qt::Key_F4))
    , showDestinations(make(tr("D&estinations"), tr("Show libraries and scratch at the side"), Qt::Key_F9))
    , find(make(tr("&Find Tasks"), tr("Search tasks by name and destination"), QKeySequence::Find))
    , help(make(tr("&Contents"), tr("Read how Sealift works"), QKeySequence::HelpContents))
    , welcome(make(tr("&First Steps..."), tr("Set up a library and import a sample image")))
    , about(make(tr("&About Sealift"), tr("Which version this is")))
{
    for (auto *action : {showDetails, showDestinations}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    const std::pair<QAction *, const char *> names[] = {
        {import, "import"},
        {paste, "paste"},
        {exportImage, "export"},
        {sendToEc2, "ec2-send"},
        {importFromEc2, "ec2-import"},
        {exportFromEc2, "ec2-export"},
        {newLibrary, "new-library"},
        {openLibrary, "open-library"},
        {unlock, "unlock-library"},
        {settings, "settings"},
        {quit, "quit"},
        {showQueue, "show-tasks"},
        {showImages, "show-images"},
        {showDetails, "show-details"},
        {showDestinations, "show-destinations"},
        {find, "find-tasks"},
        {help, "help"},
        {welcome, "first-steps"},
        {about, "about"},
    };
    for (const auto &[action, name] : names)
        action->setObjectName(QLatin1String(name));
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
}

QList<QAction *> WindowActions::all() const
{
    return {import,           paste,  exportImage, sendToEc2, importFromEc2, exportFromEc2, newLibrary,
            openLibrary,      unlock, settings,    quit,      showQueue,     showImages,    showDetails,
            showDestinations, find,   help,        welcome,   about};
}

QAction *WindowActions::make(const QString &text, const QString &hint, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setToolTip(hint);
    action->setStatusTip(hint);
    action->setWhatsThis(hint);
    return action;
}

QAction *WindowActions::make(IconName shape, const QString &text, const QString &hint, const QKeySequence &keys)
{
    auto *action = make(text, hint, keys);
    action->setIcon(icon(shape));
    return action;
}

void WindowActions::fill(QMenuBar &bar, const TaskActions &tasks) const
{
    auto *file = bar.addMenu(tr("&File"));
    file->addActions({import, paste, exportImage});
    auto *ec2 = file->addMenu(icon(IconName::Cloud), tr("&Amazon EC2"));
    ec2->addActions({sendToEc2, importFromEc2, exportFromEc2});
    file->addSeparator();
    file->addActions({newLibrary, openLibrary, unlock});
    file->addSeparator();
    file->addActions({settings, quit});
    auto *task = bar.addMenu(tr("&Task"));
    tasks.fill(*task);
    task->addSeparator();
    task->addActions({tasks.pauseAll, tasks.resumeAll});
    auto *view = bar.addMenu(tr("&View"));
    view->addActions({showQueue, showImages});
    view->addSeparator();
    view->addActions({showDestinations, showDetails});
    view->addSeparator();
    view->addAction(find);
    auto *helpMenu = bar.addMenu(tr("&Help"));
    helpMenu->addActions({help, welcome, about});
}

void WindowActions::fill(QToolBar &bar, const TaskActions &tasks) const
{
    bar.addActions({import, exportImage});
    bar.addSeparator();
    bar.addActions({tasks.pause, tasks.resume, tasks.cancel, tasks.retry});
}

} // namespace sealift
