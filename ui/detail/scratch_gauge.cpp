#include "ui/detail/scratch_gauge.h"

#include "ui/common/local_text.h"
#include "ui/common/tone.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kBarHeight = 12;

} // namespace

ScratchGauge::ScratchGauge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Scratch space in use"));
}

void ScratchGauge::setStatus(const ScratchStatus &status)
{
    m_status = status;
    setAccessibleDescription(
        tr("%1 used, peak %2, of %3").arg(localSize(status.used), localSize(status.highWater), localSize(status.size)));
    update();
}

QSize ScratchGauge::sizeHint() const
{
    return {320, 2 * fontMetrics().height() + kBarHeight + 12};
}

void ScratchGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto direction = layoutDirection();
    const auto leading = static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft));
    const auto trailing = static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignRight));
    const int line = fontMetrics().height();
    const QRectF head(0, 0, width(), line);
    const QRectF foot(0, height() - line, width(), line);
    const QRectF bar(0.5, line + 6.5, width() - 1, kBarHeight - 1);
    const auto shareOf = [this](qint64 bytes) {
        return m_status.size > 0 ? std::clamp(static_cast<double>(bytes) / static_cast<double>(m_status.size), 0.0, 1.0)
                                 : 0.0;
    };
    const auto place = [&](double share) {
        return direction == Qt::RightToLeft ? bar.right() - share * bar.width() : bar.left() + share * bar.width();
    };

    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(head, leading, tr("%1 used").arg(localSize(m_status.used)));
    painter.setPen(toneColor(palette(), Tone::Muted));
    painter.drawText(head, trailing, tr("quota %1").arg(localSize(m_status.size)));
    painter.drawText(foot, leading, tr("peak %1").arg(localSize(m_status.highWater)));
    painter.drawText(foot, trailing, tr("%1 of the quota free").arg(localSize(m_status.size - m_status.used)));

    const bool isContrast = isHighContrast(palette());
    const auto edge = palette().color(QPalette::Mid);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(isContrast ? palette().color(QPalette::Base) : toneFill(palette(), Tone::Muted));
    painter.drawRoundedRect(bar, 3, 3);
    if (m_status.used > 0) {
        QRectF used = bar;
        used.setWidth(std::max(3.0, shareOf(m_status.used) * bar.width()));
        if (direction == Qt::RightToLeft)
            used.moveRight(bar.right());
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(palette(), Tone::Accent));
        painter.drawRoundedRect(used, 3, 3);
    }
    if (m_status.highWater > 0) {
        const auto x = place(shareOf(m_status.highWater));
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 2));
    }
}

} // namespace sealift
