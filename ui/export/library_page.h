#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

namespace sealift {

class FieldNote;
class LibraryDestination;
class LibraryService;
class TextService;

/// Into which other library the image is copied.
class ExportLibraryPage : public QWizardPage
{
    Q_OBJECT

public:
    /// The services and @param draft must outlive the page.
    ExportLibraryPage(LibraryService &libraries, TextService &texts, ExportDraft &draft, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

private:
    void judge();
    bool isAnother() const;

    ExportDraft &m_draft;
    LibraryDestination *m_library;
    FieldNote *m_note;
};

} // namespace sealift
