#include "ui/queue/cell_painter.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kGap = 5;
constexpr int kCellMargin = 6;
constexpr int kChipMargin = 7;
constexpr int kIconSize = 14;
constexpr int kMaxPixmaps = 500;

void roundedBar(QPainter &painter, const QRectF &rect, const QPen &pen, const QBrush &brush)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(brush);
    const auto radius = rect.height() / 2;
    painter.drawRoundedRect(rect, radius, radius);
    painter.restore();
}

void bar(QPainter &painter, const CellPainter::Cell &cell, const QRect &place, double share, const QColor &fill)
{
    const bool isContrast = isHighContrast(cell.palette);
    const auto groove = isContrast ? cell.palette.color(QPalette::Base) : cell.palette.color(QPalette::Mid);
    const QRectF whole = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    roundedBar(painter, whole, isContrast ? QPen(cell.palette.color(QPalette::Text)) : QPen(Qt::NoPen), groove);
    if (share <= 0)
        return;
    QRectF part = whole;
    part.setWidth(std::max(whole.height(), whole.width() * std::min(1.0, share)));
    if (cell.direction == Qt::RightToLeft)
        part.moveRight(whole.right());
    roundedBar(painter, part, Qt::NoPen, fill);
}

} // namespace

CellPainter::Cell CellPainter::Cell::of(const QStyleOptionViewItem &option)
{
    constexpr int margin = kCellMargin;
    return {option.rect.adjusted(margin, 0, -margin, 0),
            option.palette,
            option.fontMetrics,
            option.direction,
            option.state.testFlag(QStyle::State_Selected),
            option.state.testFlag(QStyle::State_Active),
            option.state.testFlag(QStyle::State_Enabled)};
}

QColor CellPainter::Cell::textColor(Tone tone) const
{
    if (isSelected)
        return palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText);
    return toneColor(palette, tone);
}

void CellPainter::text(QPainter &painter, const Cell &cell, const QRect &rect, const QString &text,
                       Qt::Alignment alignment, Tone tone)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    painter.setPen(cell.textColor(tone));
    const auto flags = static_cast<int>(QStyle::visualAlignment(cell.direction, alignment) | Qt::AlignVCenter |
                                        Qt::TextSingleLine | Qt::TextDontClip);
    if (cell.metrics.horizontalAdvance(text) <= rect.width())
        painter.drawText(rect, flags, text);
    else
        painter.drawText(rect, flags, cell.metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void CellPainter::drawIcon(QPainter &painter, const Cell &cell, const QRect &place, IconName shape, const QColor &color)
{
    const auto scale = painter.device()->devicePixelRatioF();
    const auto key =
        static_cast<quint64>(color.rgb()) << 16 | static_cast<quint64>(shape) << 8 | static_cast<quint64>(scale * 16);
    auto found = m_pixmaps.find(key);
    if (found == m_pixmaps.end()) {
        if (m_pixmaps.size() > kMaxPixmaps)
            m_pixmaps.clear();
        QImage image(icon(shape)
                         .pixmap(QSize(kIconSize, kIconSize), scale)
                         .toImage()
                         .convertToFormat(QImage::Format_ARGB32_Premultiplied));
        QPainter recolour(&image);
        recolour.setCompositionMode(QPainter::CompositionMode_SourceIn);
        recolour.fillRect(image.rect(), color);
        recolour.end();
        found = m_pixmaps.emplace(key, QPixmap::fromImage(image)).first;
    }
    QRect target(0, 0, kIconSize, kIconSize);
    target.moveCenter(place.center());
    target.moveLeft(cell.direction == Qt::RightToLeft ? place.right() - kIconSize + 1 : place.left());
    painter.drawPixmap(target.topLeft(), found->second);
}

void CellPainter::iconText(QPainter &painter, const Cell &cell, IconName shape, const QString &words, Tone tone)
{
    drawIcon(painter, cell, cell.rect, shape, cell.textColor(tone));
    const int taken = kIconSize + kGap;
    const auto rest = QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(taken, 0, 0, 0));
    text(painter, cell, rest, words);
}

int CellPainter::chipWidth(const QFontMetrics &metrics, const QString &word)
{
    return kIconSize + kGap + metrics.horizontalAdvance(word) + 2 * kChipMargin;
}

QRect CellPainter::chip(QPainter &painter, const Cell &cell, IconName shape, const QString &word, Tone tone)
{
    const int width = std::min(cell.rect.width(), chipWidth(cell.metrics, word));
    const int height = std::min(cell.rect.height() - 4, cell.metrics.height() + 4);
    QRect frame(cell.rect.left(), cell.rect.top() + (cell.rect.height() - height) / 2, width, height);
    frame = QStyle::visualRect(cell.direction, cell.rect, frame);
    // On a selected row the chip keeps its own ground, so that its colour can be told.
    const auto color = toneColor(cell.palette, tone);
    const bool isContrast = isHighContrast(cell.palette);
    roundedBar(painter, QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), isContrast ? QPen(color) : QPen(Qt::NoPen),
               toneFill(cell.palette, tone));
    auto inner = cell;
    inner.isSelected = false;
    inner.rect = frame.adjusted(kChipMargin, 0, -kChipMargin, 0);
    drawIcon(painter, inner, inner.rect, shape, color);
    const auto words = QStyle::visualRect(cell.direction, inner.rect, inner.rect.adjusted(kIconSize + kGap, 0, 0, 0));
    text(painter, inner, words, word, Qt::AlignLeft, tone);
    return QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(width + kGap + 2, 0, 0, 0));
}

void CellPainter::progress(QPainter &painter, const Cell &cell, double share, const QString &percent, bool isHalted)
{
    const int words = cell.metrics.horizontalAdvance(QStringLiteral("100 %"));
    auto place = cell.rect.adjusted(0, 0, -(words + kGap + 2), 0);
    const int height = std::max(6, cell.metrics.height() / 2);
    place = QRect(place.left(), cell.rect.top() + (cell.rect.height() - height) / 2, place.width(), height);
    place = QStyle::visualRect(cell.direction, cell.rect, place);
    auto fill = isHalted ? toneColor(cell.palette, Tone::Warning) : cell.palette.color(QPalette::Highlight);
    if (cell.isSelected)
        fill = cell.textColor();
    if (place.width() > height * 2)
        bar(painter, cell, place, share, fill);
    text(painter, cell, cell.rect, percent, Qt::AlignRight);
}

int CellPainter::usualWidth(const QFontMetrics &metrics, TaskColumn column)
{
    constexpr int kMargins = 2 * (kCellMargin + 2);
    int width = metrics.horizontalAdvance(usualText(column));
    if (hasShape(column))
        width = chipWidth(metrics, usualText(column));
    return std::max(width, metrics.horizontalAdvance(columnTitle(column))) + kMargins;
}

} // namespace sealift
