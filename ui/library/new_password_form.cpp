#include "ui/library/new_password_form.h"

#include "crypto/password_generator.h"
#include "ui/common/field_note.h"
#include "ui/library/password_field.h"
#include "ui/library/strength_meter.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace sealift {

NewPasswordForm::NewPasswordForm(bool offerKeyring, QWidget *parent)
    : QWidget(parent)
    , m_password(new PasswordField(this))
    , m_repeated(new PasswordField(this))
    , m_meter(new StrengthMeter(this))
    , m_note(new FieldNote(m_repeated, this))
    , m_remember(new QCheckBox(tr("Re&member it in the keyring of this computer"), this))
{
    auto *generator = new QPushButton(tr("&Generate a strong one"), this);
    generator->setToolTip(tr("Fills in five random groups of letters and digits, and shows them"));
    m_password->setObjectName(QStringLiteral("password"));
    m_repeated->setObjectName(QStringLiteral("passwordRepeated"));
    generator->setObjectName(QStringLiteral("generatePassword"));
    m_remember->setVisible(offerKeyring);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Password:"), m_password);
    layout->addRow(QString(), m_meter);
    layout->addRow(tr("Once mo&re:"), m_repeated);
    layout->addRow(QString(), m_note);
    auto *row = new QHBoxLayout;
    row->addWidget(generator);
    row->addStretch();
    layout->addRow(QString(), row);
    layout->addRow(QString(), m_remember);

    connect(m_password, &QLineEdit::textChanged, this, &NewPasswordForm::update);
    connect(m_repeated, &QLineEdit::textChanged, this, &NewPasswordForm::update);
    connect(generator, &QPushButton::clicked, this, &NewPasswordForm::generate);
}

bool NewPasswordForm::isComplete() const
{
    return !m_password->text().isEmpty() && m_password->text() == m_repeated->text();
}

QCA::SecureArray NewPasswordForm::password() const
{
    return m_password->password();
}

bool NewPasswordForm::remember() const
{
    return !m_remember->isHidden() && m_remember->isChecked();
}

void NewPasswordForm::clear()
{
    m_password->clear();
    m_repeated->clear();
}

void NewPasswordForm::generate()
{
    const auto password = generatePassword();
    for (auto *field : {m_password, m_repeated}) {
        field->setPassword(password);
        field->reveal(true);
    }
}

void NewPasswordForm::update()
{
    const bool isEmpty = m_password->text().isEmpty();
    m_strength = estimatePasswordStrength(m_password->password(), m_knownWords);
    m_meter->setStrength(m_strength, isEmpty);
    if (m_repeated->text().isEmpty())
        m_note->clear();
    else if (isComplete())
        m_note->setNote(FieldNote::Kind::Good, tr("Both are the same."));
    else if (m_password->text().startsWith(m_repeated->text()))
        m_note->setNote(FieldNote::Kind::Info, tr("The same so far."));
    else
        m_note->setNote(FieldNote::Kind::Problem, tr("The two differ."));
    Q_EMIT changed();
}

} // namespace sealift
