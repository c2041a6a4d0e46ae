#include "ui/export/library_page.h"

#include "ui/common/field_note.h"
#include "ui/common/guarantee_view.h"
#include "ui/common/tab_order.h"
#include "ui/import/library_destination.h"

#include <QVBoxLayout>

namespace sealift {

ExportLibraryPage::ExportLibraryPage(LibraryService &libraries, TextService &texts, ExportDraft &draft, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_library(new LibraryDestination(libraries, texts, this))
    , m_note(new FieldNote(m_library, this))
{
    setTitle(tr("Which library?"));
    setSubTitle(
        tr("The image keeps its name, its disks and all that is known of it. What is there already is not sent."));
    m_library->hidePurpose();
    auto *guarantee = new GuaranteeView(this);
    guarantee->setShown(true, DestinationKind::Library);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_library);
    layout->addWidget(m_note);
    layout->addStretch();
    layout->addWidget(guarantee);
    connect(m_library, &LibraryDestination::changed, this, &ExportLibraryPage::judge);
    connect(m_library, &LibraryDestination::unlockRequested, this, &ExportLibraryPage::unlockRequested);
    orderTabs(*this);
}

void ExportLibraryPage::initializePage()
{
    judge();
}

bool ExportLibraryPage::isAnother() const
{
    const auto library = m_library->library();
    return library && library->location != m_draft.location;
}

void ExportLibraryPage::judge()
{
    if (m_library->library() && !isAnother())
        m_note->setNote(FieldNote::Kind::Problem, tr("This is the library that the image is in. Choose another one."));
    else
        m_note->clear();
    Q_EMIT completeChanged();
}

bool ExportLibraryPage::isComplete() const
{
    return m_library->isComplete() && isAnother();
}

bool ExportLibraryPage::validatePage()
{
    const auto library = m_library->library();
    if (!isComplete())
        return false;
    m_draft.toLibrary = CopyDraft{library->name, library->location, library->store, m_library->tags()};
    m_library->recordKept();
    return true;
}

} // namespace sealift
