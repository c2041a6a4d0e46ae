#include "ui/library/unlock_form.h"

#include "ui/common/field_note.h"
#include "ui/library/password_field.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QProgressBar>

namespace sealift {

UnlockForm::UnlockForm(LibraryService &libraries, bool offerKeyring, QWidget *parent)
    : QWidget(parent)
    , m_libraries(libraries)
    , m_password(new PasswordField(this))
    , m_note(new FieldNote(m_password, this))
    , m_remember(new QCheckBox(tr("Re&member it in the keyring of this computer"), this))
    , m_progress(new QProgressBar(this))
{
    m_password->setObjectName(QStringLiteral("unlockPassword"));
    m_password->setPlaceholderText(tr("Password or recovery passphrase"));
    m_remember->setObjectName(QStringLiteral("remember"));
    m_remember->setVisible(offerKeyring);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Unlocking"));
    auto keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsPlace);
    m_progress->setFixedHeight(m_progress->fontMetrics().height() / 2);
    m_progress->hide();

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Password:"), m_password);
    layout->addRow(QString(), m_note);
    layout->addRow(QString(), m_remember);
    layout->addRow(QString(), m_progress);

    connect(m_password, &QLineEdit::textChanged, this, [this] {
        m_note->clear();
        Q_EMIT changed();
    });
    connect(&m_libraries, &LibraryService::libraryChanged, this, &UnlockForm::libraryChanged);
}

bool UnlockForm::isComplete() const
{
    return !m_isBusy && !m_password->text().isEmpty();
}

void UnlockForm::tryOn(const QString &libraryId)
{
    m_libraryId = libraryId;
    setBusy(true);
    m_libraries.unlock(libraryId, m_password->password(), m_remember->isChecked() && !m_remember->isHidden());
}

void UnlockForm::setBusy(bool busy)
{
    m_isBusy = busy;
    m_password->setEnabled(!busy);
    m_remember->setEnabled(!busy);
    m_progress->setVisible(busy);
    if (busy)
        m_note->setNote(FieldNote::Kind::Info, tr("Deriving the key. This takes about a second, on purpose."));
    Q_EMIT changed();
}

void UnlockForm::libraryChanged(const QString &id)
{
    if (!m_isBusy || id != m_libraryId)
        return;
    const auto library = m_libraries.library(id);
    if (!library || library->state == LibraryState::Unlocking)
        return;
    setBusy(false);
    if (library->state == LibraryState::Unlocked) {
        m_note->clear();
        m_password->clear();
        Q_EMIT unlocked(id);
        return;
    }
    if (library->problem && library->problem->code() == ErrorCode::WrongPassword) {
        m_note->setNote(FieldNote::Kind::Problem,
                        library->problem->remedy().contains(QStringLiteral("recovery"))
                            ? tr("This looks like a recovery passphrase with a typing mistake. Compare it with the "
                                 "printed one, group by group.")
                            : tr("This password does not open the library. Nothing was changed."));
    } else if (library->problem) {
        m_note->setProblem(*library->problem);
    }
    m_password->setFocus();
    m_password->selectAll();
}

} // namespace sealift
