#pragma once

#include "ui/queue/cell_painter.h"
#include "ui/queue/row_text.h"
#include "ui/queue/task_columns.h"

#include <QStyledItemDelegate>

namespace sealift {

/// Paints the rows of the queue. Everything that it says is said by words and shapes; colours only repeat it.
class TaskDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintContent(QPainter &painter, const CellPainter::Cell &cell, const TaskRecord &record, const RowText &text,
                      const QModelIndex &index) const;
    static void paintProgress(QPainter &painter, const CellPainter::Cell &cell, const TaskRecord &record,
                              const RowText &text);

    mutable CellPainter m_painter;
};

} // namespace sealift
