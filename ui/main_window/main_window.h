#pragma once

#include "task/task_id.h"
#include "ui/main_window/window_services.h"
#include "ui/settings/shortcut_info.h"

#include <QList>
#include <QMainWindow>
#include <QStringList>

#include <memory>

namespace sealift {

class QueueSummary;
class TaskQueue;

/// The window: destinations on the left, the queue or a library's images in the centre, the chosen task below. It asks
/// for what it does not do itself by signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @param queue must outlive the window.
    MainWindow(TaskQueue &queue, const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The second view, shown in place of the queue when the user chooses a library's images. Takes ownership.
    void setImagesView(QWidget *view);

    /// Size, columns and splitters, for the next time.
    QByteArray saveLayout() const;
    /// False, and nothing changes, where the bytes are not from saveLayout().
    bool restoreLayout(const QByteArray &layout);

    /// All tasks in numbers, for whoever shows them elsewhere (a tray icon).
    const QueueSummary &summary() const;
    /// The actions whose keys can be chosen.
    QList<ShortcutInfo> shortcuts() const;
    QAction *pauseAllAction() const;
    QAction *resumeAllAction() const;

public Q_SLOTS:
    /// Shows the queue.
    void showQueue();
    /// Shows the images of a library; libraryShown() tells the view.
    void showImages(const QString &libraryId);
    /// Shows the queue with these tasks chosen.
    void choose(const QList<sealift::TaskId> &ids);
    /// Shows a message above the queue until it is dismissed: what the user should know and no dialog says.
    void showNotice(const QString &title, const QString &detail);

Q_SIGNALS:
    /// Something was dropped or pasted. @param paths files and folders; empty: the user is to choose. @param libraryId
    /// where to; empty: the user is to choose.
    void importRequested(const QStringList &paths, const QString &libraryId);
    /// @param snapshotId in hexadecimal digits; empty: the user is to choose; so with libraryId.
    void exportRequested(const QString &libraryId, const QString &snapshotId);
    /// Images are to go to Amazon EC2; from there into a library; from there to a file. @param paths empty: the user is
    /// to choose.
    void ec2SendRequested(const QStringList &paths);
    void ec2ImportRequested(const QString &libraryId);
    void ec2ExportRequested();
    void newLibraryRequested();
    void openLibraryRequested();
    void unlockRequested(const QString &libraryId);
    void settingsRequested();
    void firstRunRequested();
    void helpRequested();
    /// The images view is to show this library.
    void libraryShown(const QString &libraryId);
    /// The small image that comes with Sealift is to be imported.
    void sampleRequested();
    /// The user closes the window. What becomes of the tasks is the application's to ask.
    void closeRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectActions();
    void connectParts();
    void updateActions();
    void namePlaces();
    void paste();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sealift
