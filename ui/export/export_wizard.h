#pragma once

#include "ui/export/export_draft.h"

#include <QWizard>

namespace sealift {

class Ec2Service;
class ExportTargetPage;
class LibraryService;
class PlaceService;
class SealService;
class TextService;

/// What the pages of the wizard ask. All must outlive it.
struct ExportServices {
    LibraryService &libraries;
    PlaceService &places;
    TextService &texts;
    SealService &seals;
    Ec2Service &ec2;
};

/// From an image in a library, or a disk at EC2, to a file for a hypervisor. Accepted, it has a task for the queue.
class ExportWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page { Image, Target, Place, Protection, Library, Review };

    /// What the wizard begins with.
    struct Beginning {
        QString libraryId;    ///< empty: the first one
        QString snapshot;     ///< digits of an image's; empty: none is chosen yet
        QString target;       ///< name of a WriteTarget; empty: the first one
        QString folder;       ///< where files are suggested
        bool fromEc2 = false; ///< straight out of EC2, without a library
    };

    ExportWizard(const ExportServices &services, const Beginning &beginning, QWidget *parent = nullptr);

    const ExportDraft &draft() const { return m_draft; }
    /// Only of an accepted wizard.
    TaskRecord task() const { return exportTask(m_draft); }
    void accept() override;
    int nextId() const override;

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

private:
    void addImagePage(const ExportServices &services, const Beginning &beginning);

    SealService &m_seals;
    ExportTargetPage *m_target = nullptr;
    ExportDraft m_draft;
};

} // namespace sealift
