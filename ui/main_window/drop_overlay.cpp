#include "ui/main_window/drop_overlay.h"

#include "ui/common/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace sealift {

DropOverlay::DropOverlay(QWidget *covered)
    : QWidget(covered)
{
    covered->installEventFilter(this);
    setAcceptDrops(true);
    setAccessibleName(tr("Drop zone"));
    hide();
}

void DropOverlay::setPlan(const DropPlan &plan)
{
    m_plan = plan;
    setAccessibleDescription(plan.sentence);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = palette().color(QPalette::Base);
    ground.setAlphaF(0.94F);
    painter.fillRect(rect(), ground);
    const auto tone = m_plan.mayDrop() ? Tone::Accent : Tone::Warning;
    constexpr int kMargin = 16;
    const QRectF frame = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.setPen(QPen(toneColor(palette(), tone), 2, Qt::DashLine));
    painter.setBrush(toneFill(palette(), tone));
    painter.drawRoundedRect(frame, 10, 10);

    constexpr int kIcon = 48;
    auto font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    const auto inner = frame.adjusted(32, 24, -32, -24);
    const auto wrapped =
        static_cast<int>(Qt::AlignHCenter) | static_cast<int>(Qt::AlignTop) | static_cast<int>(Qt::TextWordWrap);
    const auto sentence = QFontMetricsF(font).boundingRect(inner, wrapped, m_plan.sentence);
    const int line = fontMetrics().height() + 4;
    const auto refused = static_cast<int>(m_plan.refused.size()) * line;
    const double height = kIcon + 16 + sentence.height() + (refused > 0 ? 16 + refused : 0);
    double y = inner.center().y() - height / 2;
    icon(m_plan.mayDrop() ? IconName::Import : IconName::Stopped, tone)
        .paint(&painter, QRect(static_cast<int>(inner.center().x()) - kIcon / 2, static_cast<int>(y), kIcon, kIcon));
    y += kIcon + 16;
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(inner.left(), y, inner.width(), sentence.height() + 4), wrapped, m_plan.sentence);
    y += sentence.height() + 16;
    painter.setFont(this->font());
    painter.setPen(toneColor(palette(), Tone::Bad));
    for (const auto &words : m_plan.refused) {
        painter.drawText(QRectF(inner.left(), y, inner.width(), line), Qt::AlignCenter,
                         fontMetrics().elidedText(words, Qt::ElideMiddle, static_cast<int>(inner.width())));
        y += line;
    }
}

} // namespace sealift
