#include "ui/export/export_wizard.h"

#include "ui/export/image_page.h"
#include "ui/export/place_page.h"
#include "ui/export/protection_page.h"
#include "ui/export/review_page.h"
#include "ui/export/target_page.h"
#include "ui/services/library_service.h"

namespace sealift {

ExportWizard::ExportWizard(LibraryService &libraries, PlaceService &places, TextService &texts,
                           const Beginning &beginning, QWidget *parent)
    : QWizard(parent)
{
    setWindowTitle(tr("Export Image"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    auto *image = new ExportImagePage(libraries, m_draft, this);
    setPage(Image, image);
    setPage(Target, new ExportTargetPage(m_draft, beginning.target, this));
    setPage(Place, new ExportPlacePage(places, texts, m_draft, beginning.folder, this));
    setPage(Protection, new ExportProtectionPage(m_draft, this));
    const auto name = [this, &libraries] { return libraries.library(m_draft.libraryId).value_or(LibraryInfo()).name; };
    setPage(Review, new ExportReviewPage(m_draft, name, this));
    if (!beginning.libraryId.isEmpty())
        image->choose(beginning.libraryId, beginning.snapshot);
    connect(image, &ExportImagePage::unlockRequested, this, &ExportWizard::unlockRequested);
    resize(fontMetrics().averageCharWidth() * 125, fontMetrics().height() * 34);
}

} // namespace sealift
