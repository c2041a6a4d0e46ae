#include "ui/library/library_pages.h"

#include "ui/common/field_note.h"
#include "ui/common/tab_order.h"
#include "ui/library/new_password_form.h"
#include "ui/library/place_form.h"
#include "ui/library/recovery_view.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWizard>

namespace sealift {

namespace {

QLabel *explanation(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

NewPlacePage::NewPlacePage(PlaceService &places, TextService &texts, LibraryDraft &draft, const QString &suggestion,
                           QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_form(new PlaceForm(PlaceForm::Purpose::New, places, texts, this))
{
    setTitle(tr("Where will the library be?"));
    setSubTitle(tr("A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or "
                   "a place in a bucket."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addStretch();
    connect(m_form, &PlaceForm::changed, this, &QWizardPage::completeChanged);
    m_form->setLocation(suggestion);
    orderTabs(*this);
}

bool NewPlacePage::isComplete() const
{
    return m_form->isComplete();
}

bool NewPlacePage::validatePage()
{
    m_draft.name = m_form->name();
    m_draft.place = m_form->place();
    m_form->recordKept(QStringLiteral("library init"));
    return true;
}

NewPasswordPage::NewPasswordPage(LibraryService &libraries, LibraryDraft &draft, bool offerKeyring, QWidget *parent)
    : QWizardPage(parent)
    , m_libraries(libraries)
    , m_draft(draft)
    , m_form(new NewPasswordForm(offerKeyring, this))
    , m_note(new FieldNote(nullptr, this))
{
    setTitle(tr("Choose a password"));
    setSubTitle(tr("Without it nobody reads the library: not whoever has the storage, and not you."));
    setCommitPage(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_note);
    layout->addStretch();
    connect(m_form, &NewPasswordForm::changed, this, [this] {
        m_note->clear();
        nameTheButton();
        Q_EMIT completeChanged();
    });
    orderTabs(*this);
    connect(&m_libraries, &LibraryService::created, this, &NewPasswordPage::created);
    connect(&m_libraries, &LibraryService::failed, this, &NewPasswordPage::failed);
}

void NewPasswordPage::initializePage()
{
    m_form->setKnownWords({m_draft.name.toUtf8(), "sealift", "library"});
    nameTheButton();
}

void NewPasswordPage::nameTheButton()
{
    const bool isRisky = m_form->isComplete() && m_form->isWeak();
    setButtonText(QWizard::CommitButton, isRisky ? tr("&Create With Weak Password") : tr("&Create Library"));
    // The wizard makes the button the default one whenever the page changes; afterwards it is not, if it is risky.
    QMetaObject::invokeMethod(
        this,
        [this, isRisky] {
            if (auto *commit = qobject_cast<QPushButton *>(wizard()->button(QWizard::CommitButton)); isRisky)
                commit->setDefault(false);
        },
        Qt::QueuedConnection);
}

bool NewPasswordPage::isComplete() const
{
    return !m_isBusy && m_form->isComplete();
}

bool NewPasswordPage::validatePage()
{
    if (!m_draft.id.isEmpty())
        return true;
    setBusy(true);
    m_libraries.create(
        {m_draft.name, m_draft.place.location, m_form->password(), true, m_form->remember(), m_draft.place.store});
    return false; // created() goes on
}

void NewPasswordPage::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy);
    if (busy)
        m_note->setNote(FieldNote::Kind::Info, tr("Making the library and its keys. This takes a few seconds."));
    Q_EMIT completeChanged();
    // The wizard has just decided about its buttons without knowing of this.
    wizard()->button(QWizard::BackButton)->setEnabled(!busy);
    wizard()->button(QWizard::CancelButton)->setEnabled(!busy);
}

void NewPasswordPage::created(const QString &id, const QCA::SecureArray &recoveryPassphrase)
{
    if (!m_isBusy)
        return;
    m_draft.id = id;
    m_draft.recoveryPassphrase = recoveryPassphrase;
    setBusy(false);
    m_note->clear();
    m_form->clear();
    wizard()->next();
}

void NewPasswordPage::failed(const QString &id, const Error &error)
{
    if (!m_isBusy || !id.isEmpty())
        return;
    setBusy(false);
    m_note->setProblem(error);
}

RecoveryPage::RecoveryPage(RecoverySheetService &sheets, LibraryDraft &draft, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_view(new RecoveryView(sheets, this))
{
    setTitle(tr("Keep the recovery passphrase"));
    setSubTitle(tr("A second password, for the day when the first one is lost. It is shown this one time."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation(tr("Print it or write it down, and keep it away from this computer."), this));
    layout->addWidget(m_view);
    connect(m_view, &RecoveryView::changed, this, &QWizardPage::completeChanged);
}

void RecoveryPage::initializePage()
{
    m_view->setSheet({m_draft.name, m_draft.place.location, QDateTime::currentDateTime(), m_draft.recoveryPassphrase});
}

bool RecoveryPage::isComplete() const
{
    // Without one there is nothing to keep; the library's own failure says why.
    return m_draft.recoveryPassphrase.isEmpty() || m_view->isConfirmed();
}

} // namespace sealift
