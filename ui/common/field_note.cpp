#include "ui/common/field_note.h"

#include "ui/common/error_text.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QStyle>

#include <utility>

namespace sealift {

namespace {

std::pair<IconName, Tone> shapeOf(FieldNote::Kind kind)
{
    switch (kind) {
    case FieldNote::Kind::Good:
        return {IconName::Tick, Tone::Good};
    case FieldNote::Kind::Warning:
        return {IconName::Warning, Tone::Warning};
    case FieldNote::Kind::Problem:
        return {IconName::Failed, Tone::Bad};
    case FieldNote::Kind::None:
    case FieldNote::Kind::Info:
        break;
    }
    return {IconName::Info, Tone::Muted};
}

QString asSentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text.at(0).toUpper();
    if (!text.endsWith(u'.') && !text.endsWith(u'?') && !text.endsWith(u'!'))
        text += u'.';
    return text;
}

} // namespace

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setFixedWidth(size);
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    takeRoom();
}

/// A window does not grow for a label that wraps by itself, and one line is kept free for what may come: what is below
/// must not jump.
void FieldNote::takeRoom()
{
    const int line = qMax(m_icon->width(), m_text->fontMetrics().height());
    setFixedHeight(text().isEmpty() ? line : qMax(line, m_text->heightForWidth(m_text->width())));
}

void FieldNote::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        layout()->activate();
        takeRoom();
    }
}

void FieldNote::setNote(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setText(text);
    updateIcon();
    setAccessibleName(text);
    if (m_field)
        m_field->setAccessibleDescription(text);
    takeRoom();
}

void FieldNote::setProblem(const Error &error)
{
    const auto words = errorText(error);
    auto text = asSentence(words.what);
    if (!words.remedy.isEmpty())
        text += u'\n' + words.remedy;
    setNote(Kind::Problem, text);
}

void FieldNote::updateIcon()
{
    if (m_kind == Kind::None) {
        m_icon->setPixmap({});
        return;
    }
    const int size = m_icon->width();
    const auto [shape, tone] = shapeOf(m_kind);
    m_icon->setPixmap(icon(shape, tone).pixmap(QSize(size, size), devicePixelRatioF()));
}

void FieldNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace sealift
