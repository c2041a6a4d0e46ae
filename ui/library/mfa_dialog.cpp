#include "ui/library/mfa_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace sealift {

namespace {

// STS, AssumeRole and GetSessionToken: TokenCode is six digits.
constexpr int kDigits = 6;

} // namespace

MfaDialog::MfaDialog(const QString &serial, QWidget *parent)
    : QDialog(parent)
    , m_code(new QLineEdit(this))
{
    setWindowTitle(tr("Code of the MFA Device"));
    auto *what = new QLabel(tr("The profile wants the code that this device shows now:\n%1").arg(serial), this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_code->setObjectName(QStringLiteral("mfaCode"));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    m_code->setMaxLength(kDigits);
    m_code->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_code));
    auto *form = new QFormLayout;
    form->addRow(tr("&Code:"), m_code);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *confirm = buttons->button(QDialogButtonBox::Ok);
    confirm->setEnabled(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_code, &QLineEdit::textChanged, this,
            [confirm](const QString &code) { confirm->setEnabled(code.size() == kDigits); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString MfaDialog::code() const
{
    return m_code->text();
}

} // namespace sealift
