#include "ui/welcome/welcome_pages.h"

#include "ui/common/tab_order.h"
#include "ui/library/library_pages.h"
#include "ui/library/place_form.h"
#include "ui/library/unlock_form.h"
#include "ui/settings/scratch_form.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QWizard>

namespace sealift {

namespace {

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWizardPage(parent)
    , m_new(new QRadioButton(tr("&Make a new library"), this))
    , m_existing(new QRadioButton(tr("&Open a library that exists already, made by Sealift or restic"), this))
{
    setTitle(tr("Welcome to Sealift"));
    setSubTitle(tr("Disk images of virtual machines: in, encrypted; out, for any hypervisor."));
    m_new->setObjectName(QStringLiteral("makeNew"));
    m_existing->setObjectName(QStringLiteral("openExisting"));
    m_new->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(paragraph(tr("Images live in a library, where everything is encrypted before it leaves this "
                                   "computer's memory. Only its passwords open it."),
                                this));
    layout->addSpacing(fontMetrics().height());
    layout->addWidget(m_new);
    layout->addWidget(m_existing);
    layout->addStretch();
}

bool WelcomePage::wantsNewLibrary() const
{
    return m_new->isChecked();
}

ExistingLibraryPage::ExistingLibraryPage(LibraryService &libraries, PlaceService &places, TextService &texts,
                                         LibraryDraft &draft, bool offerKeyring, QWidget *parent)
    : QWizardPage(parent)
    , m_libraries(libraries)
    , m_draft(draft)
    , m_place(new PlaceForm(PlaceForm::Purpose::Existing, places, texts, this))
    , m_unlock(new UnlockForm(libraries, offerKeyring, this))
{
    setTitle(tr("Where is the library?"));
    setSubTitle(
        tr("A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket."));
    setCommitPage(true);
    setButtonText(QWizard::CommitButton, tr("&Unlock"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_place);
    layout->addWidget(m_unlock);
    layout->addStretch();
    connect(m_place, &PlaceForm::changed, this, &QWizardPage::completeChanged);
    orderTabs(*this);
    connect(m_unlock, &UnlockForm::changed, this, &QWizardPage::completeChanged);
    connect(m_unlock, &UnlockForm::unlocked, this, [this] {
        m_isOpen = true;
        wizard()->next();
    });
}

bool ExistingLibraryPage::isComplete() const
{
    return m_isOpen || (m_place->isComplete() && m_unlock->isComplete());
}

bool ExistingLibraryPage::validatePage()
{
    if (m_isOpen)
        return true;
    // One that was tried before and turned out to be another place.
    if (!m_draft.id.isEmpty() &&
        m_libraries.library(m_draft.id).value_or(LibraryInfo()).location != m_place->location())
        m_libraries.forget(m_draft.id);
    m_draft.id = m_libraries.add(m_place->name(), m_place->place());
    m_libraries.rename(m_draft.id, m_place->name());
    m_place->recordKept(QStringLiteral("library open"));
    m_unlock->tryOn(m_draft.id);
    return false; // unlocked() goes on
}

WelcomeScratchPage::WelcomeScratchPage(SettingsService &settings, PlaceService &places, QWidget *parent)
    : QWizardPage(parent)
    , m_settings(settings)
    , m_form(new ScratchForm(places, settings.usualScratchFolder(), this))
{
    setTitle(tr("Room to work"));
    setSubTitle(tr("What must rest on the way lies in an encrypted volume that is destroyed when its task ends."));
    m_form->set(settings.settings());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(
        paragraph(tr("A disk of this computer serves best. The usual place is fine for most people."), this));
    layout->addStretch();
    orderTabs(*this);
    connect(m_form, &ScratchForm::changed, this, &QWizardPage::completeChanged);
}

bool WelcomeScratchPage::isComplete() const
{
    return m_form->isComplete();
}

bool WelcomeScratchPage::validatePage()
{
    auto settings = m_settings.settings();
    m_form->applyTo(settings);
    m_settings.set(settings);
    return true;
}

SamplePage::SamplePage(bool hasSample, QWidget *parent)
    : QWizardPage(parent)
    , m_sample(new QCheckBox(tr("&Import the sample image, to see how it goes"), this))
{
    setTitle(tr("Ready"));
    setSubTitle(tr("The library is open. Drop disk images onto the window to import them."));
    m_sample->setObjectName(QStringLiteral("sample"));
    m_sample->setChecked(hasSample);
    m_sample->setVisible(hasSample);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_sample);
    layout->addStretch();
}

bool SamplePage::wantsSample() const
{
    return !m_sample->isHidden() && m_sample->isChecked();
}

} // namespace sealift
