#include "ui/export/export_wizard.h"

#include "ui/export/ec2_page.h"
#include "ui/export/image_page.h"
#include "ui/export/library_page.h"
#include "ui/export/place_page.h"
#include "ui/export/protection_page.h"
#include "ui/export/review_page.h"
#include "ui/export/target_page.h"
#include "ui/services/library_service.h"
#include "ui/services/seal_service.h"

namespace sealift {

ExportWizard::ExportWizard(const ExportServices &services, const Beginning &beginning, QWidget *parent)
    : QWizard(parent)
    , m_seals(services.seals)
{
    setWindowTitle(beginning.fromEc2 ? tr("Export from Amazon EC2") : tr("Export Image"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    addImagePage(services, beginning);
    m_target = new ExportTargetPage(m_draft, beginning.target, this);
    setPage(Target, m_target);
    setPage(Place, new ExportPlacePage(services.places, services.texts, m_draft, beginning.folder, this));
    setPage(Protection, new ExportProtectionPage(services.seals, services.places, services.texts, m_draft, this));
    auto *library = new ExportLibraryPage(services.libraries, services.texts, m_draft, this);
    connect(library, &ExportLibraryPage::unlockRequested, this, &ExportWizard::unlockRequested);
    setPage(Library, library);
    const auto name = [this, &libraries = services.libraries] {
        return libraries.library(m_draft.libraryId).value_or(LibraryInfo()).name;
    };
    setPage(Review, new ExportReviewPage(m_draft, name, this));
    resize(fontMetrics().averageCharWidth() * 125, fontMetrics().height() * 34);
}

void ExportWizard::addImagePage(const ExportServices &services, const Beginning &beginning)
{
    if (beginning.fromEc2) {
        setPage(Image, new ExportEc2Page(services.ec2, m_draft, this));
        return;
    }
    auto *image = new ExportImagePage(services.libraries, m_draft, this);
    setPage(Image, image);
    if (!beginning.libraryId.isEmpty())
        image->choose(beginning.libraryId, beginning.snapshot);
    connect(image, &ExportImagePage::unlockRequested, this, &ExportWizard::unlockRequested);
}

int ExportWizard::nextId() const
{
    switch (currentId()) {
    case Target:
        return m_target->isLibrary() ? Library : Place;
    case Protection:
        return Review;
    default:
        return QWizard::nextId();
    }
}

/// From here on the passphrase is the service's to keep.
void ExportWizard::accept()
{
    if (!m_draft.passphrase.isEmpty()) {
        const auto name = m_seals.keep(m_draft.passphrase);
        (m_draft.sealKind == SealKind::LuksPassphrase ? m_draft.seal.luksFile : m_draft.seal.passphraseFile) = name;
        m_draft.passphrase.clear();
    }
    QWizard::accept();
}

} // namespace sealift
