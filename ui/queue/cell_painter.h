#pragma once

#include "ui/common/task_text.h"
#include "ui/queue/task_columns.h"

#include <QFontMetrics>
#include <QPalette>
#include <QPixmap>
#include <QRect>
#include <QStyleOptionViewItem>

#include <unordered_map>

class QPainter;

namespace sealift {

/// Draws what the queue's cells are made of. Keeps its pixmaps, so that nothing is made anew while a list scrolls.
class CellPainter
{
public:
    /// How a cell looks at the moment.
    struct Cell {
        QRect rect; ///< without the margins
        QPalette palette;
        QFontMetrics metrics;
        Qt::LayoutDirection direction;
        bool isSelected = false;
        bool isActive = true; ///< the view has the focus
        bool isEnabled = true;

        static Cell of(const QStyleOptionViewItem &option);
        QColor textColor(Tone tone = Tone::Plain) const;
    };

    /// Text, cut with an ellipsis where it does not fit.
    static void text(QPainter &painter, const Cell &cell, const QRect &rect, const QString &text,
                     Qt::Alignment alignment = Qt::AlignLeft, Tone tone = Tone::Plain);
    /// A shape and a word.
    void iconText(QPainter &painter, const Cell &cell, IconName shape, const QString &text, Tone tone);
    /// The same in a rounded frame; returns what is left of the cell behind it.
    QRect chip(QPainter &painter, const Cell &cell, IconName shape, const QString &word, Tone tone);
    /// A bar, and the percentage beside it, which always has the same place.
    static void progress(QPainter &painter, const Cell &cell, double share, const QString &percent, bool isHalted);

    /// Pixels that chip() takes for a word.
    static int chipWidth(const QFontMetrics &metrics, const QString &word);
    /// Pixels that a column takes for its usual values.
    static int usualWidth(const QFontMetrics &metrics, TaskColumn column);

private:
    void drawIcon(QPainter &painter, const Cell &cell, const QRect &place, IconName shape, const QColor &color);

    std::unordered_map<quint64, QPixmap> m_pixmaps;
};

} // namespace sealift
