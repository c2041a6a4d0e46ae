#include "ui/detail/throughput_chart.h"

#include "ui/common/local_text.h"
#include "ui/common/tone.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace sealift {

namespace {

/// A round number of bytes not below the value: 1, 2 or 5 times a power of ten of a binary unit.
double roundedUp(double value)
{
    double unit = 1;
    while (value / unit >= 1024)
        unit *= 1024;
    const double scaled = std::max(1.0, value / unit);
    const double power = std::pow(10, std::floor(std::log10(scaled)));
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (scaled <= step * power)
            return step * power * unit;
    }
    return 10 * power * unit;
}

} // namespace

ThroughputChart::ThroughputChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Throughput"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ThroughputChart::setSamples(const QList<TaskTrace::Sample> &samples)
{
    m_samples = samples;
    double most = 0;
    for (const auto &sample : m_samples)
        most = std::max(most, sample.bytesPerSecond);
    setAccessibleDescription(
        m_samples.isEmpty()
            ? tr("Nothing was measured yet.")
            : tr("Peak %1, latest %2.").arg(localRate(most), localRate(m_samples.last().bytesPerSecond)));
    update();
}

QSize ThroughputChart::sizeHint() const
{
    return {360, 130};
}

QSize ThroughputChart::minimumSizeHint() const
{
    return {180, 70};
}

QPolygonF ThroughputChart::curveIn(const QRectF &plot, double most) const
{
    QPolygonF curve;
    const auto end = static_cast<double>(m_samples.last().at.count());
    const auto begin = static_cast<double>(m_samples.first().at.count());
    const double span = std::max(1.0, end - begin);
    for (const auto &sample : m_samples) {
        double share = (static_cast<double>(sample.at.count()) - begin) / span;
        if (layoutDirection() == Qt::RightToLeft)
            share = 1 - share;
        curve << QPointF(plot.left() + share * plot.width(),
                         plot.bottom() - sample.bytesPerSecond / most * plot.height());
    }
    return curve;
}

void ThroughputChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto metrics = fontMetrics();
    const QRectF plot = QRectF(rect()).adjusted(0.5, metrics.height() + 4, -0.5, -metrics.height() - 4);
    painter.fillRect(plot, palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    const auto muted = toneColor(palette(), Tone::Muted);
    const auto leading = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const auto trailing = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight));
    const QRectF head(0, 0, width(), metrics.height());
    const QRectF foot(0, height() - metrics.height(), width(), metrics.height());
    painter.setPen(muted);
    painter.drawText(head, leading, tr("Throughput"));
    if (m_samples.size() < 2) {
        painter.drawText(plot, Qt::AlignCenter, tr("Shown while the image is transferred"));
        return;
    }
    double greatest = 0;
    for (const auto &sample : m_samples)
        greatest = std::max(greatest, sample.bytesPerSecond);
    const double most = roundedUp(std::max(greatest, 1.0));
    painter.drawText(head, trailing, tr("up to %1").arg(localRate(most)));
    painter.drawText(foot, leading, tr("start"));
    painter.drawText(foot, trailing, localDuration(m_samples.last().at));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    painter.drawLine(QPointF(plot.left(), plot.center().y()), QPointF(plot.right(), plot.center().y()));
    painter.drawLine(plot.topLeft(), plot.topRight());

    const auto curve = curveIn(plot, most);
    QPainterPath area;
    area.moveTo(curve.first().x(), plot.bottom());
    for (const auto &point : curve)
        area.lineTo(point);
    area.lineTo(curve.last().x(), plot.bottom());
    const auto color = toneColor(palette(), Tone::Accent);
    auto fill = color;
    fill.setAlphaF(0.18F);
    painter.fillPath(area, fill);
    painter.setPen(QPen(color, 1.6));
    painter.drawPolyline(curve);
}

} // namespace sealift
