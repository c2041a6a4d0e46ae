#include "ui/common/task_text.h"
#include "ui/queue/task_model.h"

#include <QLocale>

namespace sealift {

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const auto column = static_cast<TaskColumn>(index.column());
    switch (role) {
    case RecordRole:
        return QVariant::fromValue(recordAt(row));
    case TextRole:
        return QVariant::fromValue(&textAt(row));
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        if (const auto *record = recordAt(row); record != nullptr && column == TaskColumn::Encryption)
            return encryptionSentence(*record);
        else if (record != nullptr && column == TaskColumn::Name)
            return record->source;
        else if (record != nullptr && column == TaskColumn::Destination)
            return record->destination;
        return display(row, column);
    case Qt::AccessibleTextRole:
        if (const auto *record = recordAt(row); record != nullptr && column == TaskColumn::Name)
            return rowSentence(*record, textAt(row));
        return display(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant TaskModel::display(int row, TaskColumn column) const
{
    const auto *record = recordAt(row);
    if (record == nullptr)
        return {};
    const auto &text = textAt(row);
    switch (column) {
    case TaskColumn::Position:
        return QLocale().toString(record->position, 'g', 6);
    case TaskColumn::Name:
        return titleAt(row);
    case TaskColumn::Kind:
        return kindLook(record->kind).word;
    case TaskColumn::Destination:
        return placeAt(row);
    case TaskColumn::State:
        return text.state;
    case TaskColumn::Progress:
        return text.outcome.isEmpty() ? text.percent : text.outcome;
    case TaskColumn::Rate:
        return text.rate;
    case TaskColumn::TimeLeft:
        return text.timeLeft;
    case TaskColumn::Size:
        return text.size;
    case TaskColumn::Encryption:
        return text.encryption;
    case TaskColumn::Scratch:
        return text.scratchUse.isEmpty() ? text.scratch : text.scratch + QLatin1Char(' ') + text.scratchUse;
    case TaskColumn::Cleanup:
        return text.cleanup;
    case TaskColumn::Added:
        return text.added;
    case TaskColumn::Ended:
        return text.ended;
    }
    return {};
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kTaskColumns)
        return {};
    const auto column = static_cast<TaskColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column);
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return columnHint(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

Qt::ItemFlags TaskModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    // A view asks this of every row whenever it lays them out: the record is not looked up for it.
    if (m_rows[static_cast<std::size_t>(index.row())].isWaiting)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

} // namespace sealift
