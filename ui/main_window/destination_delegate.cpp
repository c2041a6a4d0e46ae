#include "ui/main_window/destination_delegate.h"

#include "ui/common/tone.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>

namespace sealift {

namespace {

constexpr int kMargin = 10;
constexpr int kIconSize = 18;
constexpr int kGap = 8;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    auto font = smaller(option.font);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(toneColor(option.palette, Tone::Muted));
    const auto rect = option.rect.adjusted(kMargin, 0, -kMargin, -3);
    painter.drawText(rect, static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignBottom,
                     text);
}

} // namespace

void DestinationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto text = index.data(Qt::DisplayRole).toString();
    if (index.data(SectionRole).toBool()) {
        paintHeading(*painter, option, text);
        painter->restore();
        return;
    }
    const auto *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    if (index.data(TargetRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(toneColor(option.palette, Tone::Accent), 2));
        painter->setBrush(toneFill(option.palette, Tone::Accent));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 4, 4);
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected) && !index.data(TargetRole).toBool();
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const auto color =
        isSelected ? option.palette.color(group, QPalette::HighlightedText) : option.palette.color(QPalette::Text);
    const auto inner = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    QRect place(inner.left(), inner.center().y() - kIconSize / 2, kIconSize, kIconSize);
    place = QStyle::visualRect(option.direction, inner, place);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, place, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    const auto words = QStyle::visualRect(option.direction, inner, inner.adjusted(kIconSize + kGap, 0, 0, 0));
    const auto align = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) |
                       static_cast<int>(Qt::TextSingleLine);
    const auto line = index.data(LineRole).toString();
    painter->setPen(color);
    painter->setFont(option.font);
    const auto name = option.fontMetrics.elidedText(text, Qt::ElideRight, words.width());
    if (line.isEmpty()) {
        painter->drawText(words, align | Qt::AlignVCenter, name);
    } else {
        const int middle = words.center().y() + 1;
        painter->drawText(QRect(words.left(), words.top(), words.width(), middle - words.top()),
                          align | Qt::AlignBottom, name);
        const auto font = smaller(option.font);
        painter->setFont(font);
        painter->setPen(isSelected ? color : toneColor(option.palette, Tone::Muted));
        painter->drawText(QRect(words.left(), middle, words.width(), words.bottom() - middle), align | Qt::AlignTop,
                          QFontMetrics(font).elidedText(line, Qt::ElideRight, words.width()));
    }
    painter->restore();
}

QSize DestinationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(SectionRole).toBool())
        return {100, line + 14};
    return {100, index.data(LineRole).toString().isEmpty() ? line + 14 : 2 * line + 10};
}

} // namespace sealift
