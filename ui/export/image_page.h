#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

class QComboBox;

namespace sealift {

class FieldNote;
class ImageList;
class LibraryChoice;
class LibraryService;

/// Which image, and which disk of it.
class ExportImagePage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param libraries and @param draft must outlive the page.
    ExportImagePage(LibraryService &libraries, ExportDraft &draft, QWidget *parent = nullptr);

    /// @param snapshot digits of one; empty: none yet.
    void choose(const QString &libraryId, const QString &snapshot);
    bool isComplete() const override;
    bool validatePage() override;

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

private:
    void showLibrary();
    void showDisks();

    LibraryService &m_libraries;
    ExportDraft &m_draft;
    LibraryChoice *m_library;
    FieldNote *m_note;
    ImageList *m_images;
    QComboBox *m_disk;
    QString m_wanted; ///< to be chosen once the images are there
};

} // namespace sealift
