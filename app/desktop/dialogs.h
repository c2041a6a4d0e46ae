#pragma once

#include <QObject>
#include <QStringList>

class QDialog;

namespace sealift {

class ImageProbeService;
class LibraryService;
class MainWindow;
class PlaceService;
class RecoverySheetService;
class SettingsService;
class TaskQueue;

/// Opens the dialogs that the window asks for, and makes tasks of what they say. None of them blocks the window's
/// thread.
class Dialogs : public QObject
{
    Q_OBJECT

public:
    /// What they work with; all must outlive it.
    struct Services {
        LibraryService &libraries;
        ImageProbeService &probes;
        PlaceService &places;
        RecoverySheetService &sheets;
        SettingsService &settings;
    };

    Dialogs(MainWindow &window, TaskQueue &queue, const Services &services, QObject *parent = nullptr);

    void import(const QStringList &paths, const QString &libraryId);
    void exportImage(const QString &libraryId, const QString &snapshotId);
    void unlock(const QString &libraryId);
    void makeLibrary();
    void openLibrary();

private:
    QString suggestedFolder() const;

    MainWindow &m_window;
    TaskQueue &m_queue;
    Services m_services;
};

} // namespace sealift
