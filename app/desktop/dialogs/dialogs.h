#pragma once

#include "library/image_catalog.h"
#include "ui/export/export_wizard.h"
#include "ui/import/import_plan.h"
#include "ui/settings/shortcut_info.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <vector>

class QDialog;
class QWidget;

namespace sealift {

class Ec2Service;
class HelpWindow;
class ImageProbeService;
class ImageService;
class ImportSheet;
class LibraryService;
class MainWindow;
class MfaService;
class PlaceService;
class RecoverySheetService;
class SealService;
class SettingsService;
class TaskQueue;
class TextService;

/// What the dialogs work with. All of it must outlive them.
struct DialogServices {
    LibraryService &libraries;
    ImageService &images;
    ImageProbeService &probes;
    PlaceService &places;
    RecoverySheetService &sheets;
    SettingsService &settings;
    MfaService &codes;
    TextService &texts;
    SealService &seals;
    Ec2Service &ec2;
};

/// Places that the dialogs begin with.
struct DialogPlaces {
    QString newLibrary;  ///< a folder that a new library could be
    QString exports;     ///< where exported files are suggested
    QString sampleImage; ///< a small image to begin with; empty: there is none on this computer
};

/// Opens the dialogs that the window asks for, and puts what comes of them into the queue. Dialogs are modal to the
/// window, and none of them waits in an event loop of its own.
class Dialogs : public QObject
{
    Q_OBJECT

public:
    /// @param window the dialogs' parent. @param queue and @param window must outlive the object.
    Dialogs(QWidget &window, TaskQueue &queue, const DialogServices &services, DialogPlaces places,
            QObject *parent = nullptr);
    ~Dialogs() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

    /// Answers the signals of the main window, and gives it its view of images.
    void serve(MainWindow &window);

public Q_SLOTS:
    /// Files to import. @param paths empty: to be chosen in the sheet. @param libraryId empty: the first one.
    void importImages(const QStringList &paths, const QString &libraryId);
    void exportImage(const QString &libraryId, const QString &snapshotId);
    void sendToEc2(const QStringList &paths);
    void importFromEc2(const QString &libraryId);
    void exportFromEc2();
    /// One task an image.
    void verifyImages(const QString &libraryId, const std::vector<sealift::CatalogImage> &images);
    void newLibrary();
    void openLibrary();
    void unlockLibrary(const QString &libraryId);
    void forgetLibrary(const QString &libraryId);
    void showSettings();
    void firstRun();
    void importSample();
    /// @param page as HelpWindow::showPage() takes it.
    void showHelp(const QString &page);

Q_SIGNALS:
    /// Something that no dialog is open for went wrong. Plain text.
    void noticed(const QString &title, const QString &detail);

private:
    void open(QDialog *dialog, const QString &helpPage);
    void askForCode(quint64 question, const QString &serial);
    ImportSheet *newSheet();
    void openWizard(const ExportWizard::Beginning &beginning);
    void goStraightAway(ImportSheet *sheet);
    void refreshAfterImport(const QString &location);

    QWidget &m_window;
    TaskQueue &m_queue;
    const DialogServices m_services;
    const DialogPlaces m_places;
    QList<ShortcutInfo> m_actions; ///< of the main window
    QPointer<HelpWindow> m_help;
    QPointer<QDialog> m_open; ///< the one that is open, or the first of those
};

} // namespace sealift
