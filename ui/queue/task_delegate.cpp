#include "ui/queue/task_delegate.h"

#include "ui/common/local_text.h"
#include "ui/common/task_protection.h"
#include "ui/queue/task_model.h"

#include <QApplication>
#include <QPainter>

namespace sealift {

namespace {

struct ProtectionLook {
    IconName shape;
    Tone tone;
};

ProtectionLook protectionLook(Protection protection)
{
    switch (protection) {
    case Protection::Plain:
        return {IconName::LockOpen, Tone::Warning};
    case Protection::Ec2:
        return {IconName::Cloud, Tone::Accent};
    case Protection::Library:
    case Protection::Sealed:
        break;
    }
    return {IconName::Lock, Tone::Good};
}

double shareOf(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

} // namespace

void TaskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const auto *record = index.data(TaskModel::RecordRole).value<const TaskRecord *>();
    const auto *text = index.data(TaskModel::TextRole).value<const RowText *>();
    if (record == nullptr || text == nullptr)
        return;
    painter->save();
    painter->setClipRect(option.rect);
    paintContent(*painter, CellPainter::Cell::of(option), *record, *text, index);
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus) && isHighContrast(option.palette)) {
        painter->setPen(QPen(option.palette.color(QPalette::Text), 1, Qt::DashLine));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {CellPainter::usualWidth(option.fontMetrics, static_cast<TaskColumn>(index.column())),
            option.fontMetrics.height() + 14};
}

void TaskDelegate::paintContent(QPainter &painter, const CellPainter::Cell &cell, const TaskRecord &record,
                                const RowText &text, const QModelIndex &index) const
{
    switch (static_cast<TaskColumn>(index.column())) {
    case TaskColumn::Name:
        m_painter.iconText(painter, cell, IconName::Disk, index.data(Qt::DisplayRole).toString(), Tone::Muted);
        return;
    case TaskColumn::Kind: {
        const auto look = kindLook(record.kind);
        m_painter.iconText(painter, cell, look.shape, look.word, Tone::Muted);
        return;
    }
    case TaskColumn::State: {
        const auto look = stateLook(record);
        m_painter.chip(painter, cell, look.shape, text.state, look.tone);
        return;
    }
    case TaskColumn::Progress:
        paintProgress(painter, cell, record, text);
        return;
    case TaskColumn::Encryption: {
        const auto look = protectionLook(protectionOf(record));
        m_painter.iconText(painter, cell, look.shape, text.encryption, look.tone);
        return;
    }
    case TaskColumn::Scratch: {
        const auto look = scratchLook(scratchStateOf(record));
        const auto rest = m_painter.chip(painter, cell, look.shape, text.scratch, look.tone);
        if (!isEnd(record.state))
            CellPainter::text(painter, cell, rest, text.scratchUse, Qt::AlignLeft, Tone::Muted);
        return;
    }
    case TaskColumn::Cleanup: {
        const auto look = cleanupLook(record);
        m_painter.chip(painter, cell, look.shape, text.cleanup, look.tone);
        return;
    }
    case TaskColumn::Position:
    case TaskColumn::Rate:
    case TaskColumn::TimeLeft:
    case TaskColumn::Size:
    case TaskColumn::Added:
    case TaskColumn::Ended:
        CellPainter::text(painter, cell, cell.rect, index.data(Qt::DisplayRole).toString(), Qt::AlignRight);
        return;
    case TaskColumn::Destination:
        CellPainter::text(painter, cell, cell.rect, index.data(Qt::DisplayRole).toString());
        return;
    }
}

void TaskDelegate::paintProgress(QPainter &painter, const CellPainter::Cell &cell, const TaskRecord &record,
                                 const RowText &text)
{
    if (!text.outcome.isEmpty()) {
        const auto tone = record.state == TaskState::Failed ? stateLook(record).tone : Tone::Plain;
        CellPainter::text(painter, cell, cell.rect, text.outcome, Qt::AlignLeft, tone);
        return;
    }
    CellPainter::progress(painter, cell, shareOf(record.progress.done, record.progress.total), text.percent,
                          record.state == TaskState::Paused);
}

} // namespace sealift
