#include "ui/common/field_note.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QStyle>

namespace sealift {

namespace {

QStyle::StandardPixmap pixmapOf(FieldNote::Kind kind)
{
    switch (kind) {
    case FieldNote::Kind::Good:
        return QStyle::SP_DialogApplyButton;
    case FieldNote::Kind::Warning:
        return QStyle::SP_MessageBoxWarning;
    case FieldNote::Kind::Problem:
        return QStyle::SP_MessageBoxCritical;
    case FieldNote::Kind::None:
    case FieldNote::Kind::Info:
        break;
    }
    return QStyle::SP_MessageBoxInformation;
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
    if (kind == Kind::None) {
        m_icon->setPixmap({});
    } else {
        const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
        m_icon->setPixmap(style()->standardIcon(pixmapOf(kind)).pixmap(QSize(size, size), devicePixelRatioF()));
    }
    setAccessibleName(text);
    if (m_field)
        m_field->setAccessibleDescription(text);
    takeRoom();
}

void FieldNote::setProblem(const Error &error)
{
    auto text = asSentence(error.what());
    if (!error.remedy().isEmpty())
        text += u'\n' + error.remedy();
    setNote(Kind::Problem, text);
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace sealift
