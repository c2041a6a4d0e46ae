#include "ui/common/message_panel.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace sealift {

namespace {

IconName shapeOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return IconName::Done;
    case Tone::Warning:
        return IconName::Warning;
    case Tone::Bad:
        return IconName::Failed;
    case Tone::Plain:
    case Tone::Muted:
    case Tone::Accent:
        break;
    }
    return IconName::Info;
}

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

void setLine(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

MessagePanel::MessagePanel(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(textLabel(this))
    , m_detail(textLabel(this))
    , m_remedy(textLabel(this))
    , m_buttons(new QHBoxLayout)
{
    auto font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_icon->setAlignment(Qt::AlignTop);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    texts->addWidget(m_remedy);
    texts->addLayout(m_buttons);
    m_buttons->addStretch();
    m_buttons->setContentsMargins(0, 3, 0, 0);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void MessagePanel::showMessage(Tone tone, const QString &title, const QString &detail)
{
    showError({title, detail, {}});
    m_tone = tone;
    updateIcon();
}

void MessagePanel::showError(const ErrorText &error, const QString &safe)
{
    m_tone = Tone::Bad;
    setLine(m_title, error.title);
    setLine(m_detail, safe.isEmpty() ? error.what : error.what + QLatin1Char('\n') + safe);
    setLine(m_remedy, error.remedy);
    setAccessibleName(plainText());
    updateIcon();
    show();
}

void MessagePanel::clear()
{
    hide();
}

void MessagePanel::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

QString MessagePanel::plainText() const
{
    QStringList lines{m_title->text(), m_detail->text(), m_remedy->text()};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void MessagePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void MessagePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(palette(), m_tone), isHighContrast(palette()) ? 2 : 1));
    painter.setBrush(toneFill(palette(), m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void MessagePanel::updateIcon()
{
    m_icon->setPixmap(icon(shapeOf(m_tone), m_tone).pixmap(QSize(20, 20), devicePixelRatioF()));
}

} // namespace sealift
