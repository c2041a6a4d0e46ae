#pragma once

#include "ui/services/image_service.h"
#include "ui/services/library_service.h"

#include <QWidget>

class QAction;

namespace sealift {

class ImageList;
class MessagePanel;
class TextService;

/// The images of one library, and what can be done with them.
class ImagesView : public QWidget
{
    Q_OBJECT

public:
    /// The services must outlive the view.
    ImagesView(LibraryService &libraries, ImageService &images, TextService &texts, QWidget *parent = nullptr);

    void setLibrary(const QString &libraryId);

Q_SIGNALS:
    void exportRequested(const QString &libraryId, const QString &snapshotId);
    void importRequested(const QStringList &paths, const QString &libraryId);
    /// The images are to be read to the last byte.
    void verifyRequested(const QString &libraryId, const std::vector<sealift::CatalogImage> &images);
    void unlockRequested(const QString &libraryId);

private:
    void makeActions();
    void showLibrary();
    void showMessage(const LibraryInfo &library);
    void judge();
    void exportChosen();
    void askForName();
    void askForTags();
    void askToRemove();

    LibraryService &m_libraries;
    ImageService &m_service;
    TextService &m_texts;
    QString m_libraryId;
    MessagePanel *m_message;
    ImageList *m_list;
    QAction *m_export;
    QAction *m_verify;
    QAction *m_rename;
    QAction *m_tags;
    QAction *m_remove;
    QAction *m_unlock;
    QAction *m_import;
};

} // namespace sealift
