#pragma once

#include "ui/export/export_draft.h"
#include "ui/services/place_service.h"

#include <QWizard>

namespace sealift {

class ExportImagePage;
class LibraryService;
class TextService;

/// From an image in a library to a file for a hypervisor. Accepted, it has a task for the queue.
class ExportWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page { Image, Target, Place, Protection, Review };

    /// What the wizard begins with.
    struct Beginning {
        QString libraryId; ///< empty: the first one
        QString snapshot;  ///< digits of an image's; empty: none is chosen yet
        QString target;    ///< name of a WriteTarget; empty: the first one
        QString folder;    ///< where files are suggested
    };

    /// The services must outlive the wizard.
    ExportWizard(LibraryService &libraries, PlaceService &places, TextService &texts, const Beginning &beginning,
                 QWidget *parent = nullptr);

    const ExportDraft &draft() const { return m_draft; }
    /// Only of an accepted wizard.
    TaskRecord task() const { return exportTask(m_draft); }

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

private:
    ExportDraft m_draft;
};

} // namespace sealift
