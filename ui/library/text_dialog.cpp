#include "ui/library/text_dialog.h"

#include "ui/common/field_note.h"
#include "ui/common/tab_order.h"
#include "ui/common/text_note.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sealift {

TextDialog::TextDialog(const Question &question, TextService &texts, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_field(new QLineEdit(question.text, this))
    , m_note(new FieldNote(nullptr, this))
    , m_textNote(new TextNote(texts, question.place, this))
{
    setWindowTitle(question.title);
    auto *label = new QLabel(question.label, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("text"));
    m_field->setAccessibleName(question.label);
    m_field->selectAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("ok"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_note);
    layout->addWidget(m_textNote);
    layout->addStretch();
    layout->addWidget(buttons);
    layout->addStrut(fontMetrics().averageCharWidth() * 70); // at least: longer texts make it wider
    orderTabs(*this);

    m_textNote->watch(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &TextDialog::judge);
    connect(m_textNote, &TextNote::changed, this, &TextDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &TextDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

void TextDialog::judge()
{
    const auto problem = m_question.problem ? m_question.problem(m_field->text()) : QString();
    if (problem.isEmpty())
        m_note->clear();
    else
        m_note->setNote(FieldNote::Kind::Problem, problem);
    m_ok->setEnabled(problem.isEmpty() && m_textNote->isAcceptable());
    if (const int wanted = layout()->totalHeightForWidth(width()); height() < wanted)
        resize(width(), wanted);
}

void TextDialog::accept()
{
    if (!m_ok->isEnabled())
        return;
    m_textNote->recordKept(m_question.action);
    Q_EMIT given(m_field->text());
    QDialog::accept();
}

} // namespace sealift
