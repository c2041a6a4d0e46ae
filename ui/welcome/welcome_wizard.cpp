#include "ui/welcome/welcome_wizard.h"

#include "ui/library/new_library_wizard.h"
#include "ui/welcome/welcome_pages.h"

namespace sealift {

WelcomeWizard::WelcomeWizard(const Services &services, const QString &suggestion, bool hasSample, QWidget *parent)
    : QWizard(parent)
    , m_libraries(services.libraries)
    , m_settings(services.settings)
    , m_welcome(new WelcomePage(this))
    , m_sample(new SamplePage(hasSample, this))
{
    setWindowTitle(tr("Welcome"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    const bool offerKeyring = services.settings.settings().offerKeyring;
    setPage(Welcome, m_welcome);
    setPage(NewPlace, new NewPlacePage(services.places, services.texts, m_draft, suggestion, this));
    setPage(NewPassword, new NewPasswordPage(services.libraries, m_draft, offerKeyring, this));
    auto *recovery = new RecoveryPage(services.sheets, m_draft, this);
    // There is no way back to a library that is not made yet.
    recovery->setCommitPage(true);
    recovery->setButtonText(QWizard::CommitButton, tr("&Next >"));
    setPage(Recovery, recovery);
    setPage(Existing,
            new ExistingLibraryPage(services.libraries, services.places, services.texts, m_draft, offerKeyring, this));
    setPage(Scratch, new WelcomeScratchPage(services.settings, services.places, this));
    setPage(Sample, m_sample);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 27);
}

QString WelcomeWizard::libraryId() const
{
    const auto library = m_libraries.library(m_draft.id);
    return library && library->state == LibraryState::Unlocked ? m_draft.id : QString();
}

bool WelcomeWizard::wantsSample() const
{
    return m_sample->wantsSample();
}

int WelcomeWizard::nextId() const
{
    switch (currentId()) {
    case Welcome:
        return m_welcome->wantsNewLibrary() ? NewPlace : Existing;
    case NewPlace:
        return NewPassword;
    case NewPassword:
        return Recovery;
    case Recovery:
    case Existing:
        return Scratch;
    case Scratch:
        return Sample;
    default:
        return -1;
    }
}

void WelcomeWizard::done(int result)
{
    auto settings = m_settings.settings();
    settings.welcomed = true;
    m_settings.set(settings);
    QWizard::done(result);
}

void WelcomeWizard::reject()
{
    if (currentId() == Recovery && !currentPage()->isComplete()) {
        askBeforeLosingPassphrase(this, [this] { QWizard::reject(); });
        return;
    }
    // One that was added, but never opened.
    if (currentId() == Existing && !m_draft.id.isEmpty() && libraryId().isEmpty())
        m_libraries.forget(m_draft.id);
    QWizard::reject();
}

} // namespace sealift
