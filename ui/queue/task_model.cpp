#include "ui/queue/task_model.h"

#include "task/task_queue.h"
#include "ui/common/task_text.h"
#include "ui/queue/task_traces.h"

#include <QTimerEvent>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kFrameMs = 16;
/// More separate stretches of removed rows than this are told as one reset.
constexpr std::size_t kManyStretches = 64;

} // namespace

TaskModel::TaskModel(TaskQueue &queue, TaskTraces &traces, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
    , m_traces(traces)
{
    connect(&queue, &TaskQueue::taskAdded, this, [this](const TaskId &id) { note(m_added, id); });
    connect(&queue, &TaskQueue::taskRemoved, this, [this](const TaskId &id) { note(m_removed, id); });
    connect(&queue, &TaskQueue::taskChanged, this, [this](const TaskId &id) { note(m_changed, id); });
    const auto progressed = [this](const QList<TaskId> &ids) {
        for (const auto &id : ids)
            note(m_progressed, id);
    };
    connect(&queue, &TaskQueue::tasksProgressed, this, progressed);
    connect(&traces, &TaskTraces::ratesChanged, this, progressed);
    const auto tasks = queue.tasks();
    m_added.assign(tasks.begin(), tasks.end());
    insertNew();
}

TaskModel::~TaskModel() = default;

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTaskColumns;
}

const TaskRecord *TaskModel::recordAt(int row) const
{
    return m_queue.task(idAt(row));
}

const RowText &TaskModel::textAt(int row) const
{
    const auto &place = m_rows[static_cast<std::size_t>(row)];
    if (!place.text) {
        const auto *record = m_queue.task(place.id);
        place.text = std::make_unique<RowText>(
            record == nullptr ? RowText() : rowText(*record, m_traces.rate(place.id), m_traces.timeLeft(place.id)));
    }
    return *place.text;
}

int TaskModel::rowOf(const TaskId &id) const
{
    const auto found = m_index.find(id);
    return found == m_index.end() ? -1 : found->second;
}

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
        return row + 1;
    case TaskColumn::Name:
        return titleAt(row);
    case TaskColumn::Kind:
        return kindLook(record->kind).word;
    case TaskColumn::Destination:
        return record->destination;
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
    const auto *record = recordAt(index.row());
    if (record != nullptr && (record->state == TaskState::Queued || record->state == TaskState::Paused))
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

void TaskModel::note(std::vector<TaskId> &list, const TaskId &id)
{
    list.push_back(id);
    if (!m_timer.isActive())
        m_timer.start(kFrameMs, this);
}

void TaskModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QAbstractTableModel::timerEvent(event);
    m_timer.stop();
    flush();
}

void TaskModel::flush()
{
    removeGone();
    insertNew();
    tellChanged(m_progressed, TaskColumn::Progress, TaskColumn::Scratch);
    tellChanged(m_changed, TaskColumn::Position, TaskColumn::Ended);
}

TaskModel::Row TaskModel::makeRow(const TaskId &id) const
{
    const auto *record = m_queue.task(id);
    Row row{id, {}, {}, {}};
    if (record != nullptr) {
        row.title = taskTitle(*record);
        row.search = (row.title + QLatin1Char('\n') + record->destination).toCaseFolded();
    }
    return row;
}

void TaskModel::insertNew()
{
    std::vector<Row> rows;
    rows.reserve(m_added.size());
    for (const auto &id : m_added) {
        if (m_queue.task(id) != nullptr && m_index.emplace(id, 0).second)
            rows.push_back(makeRow(id));
    }
    m_added.clear();
    if (rows.empty())
        return;
    const auto first = m_rows.size();
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + rows.size() - 1));
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    renumber(first);
    endInsertRows();
}

void TaskModel::removeGone()
{
    std::vector<int> rows;
    for (const auto &id : m_removed) {
        if (const int row = rowOf(id); row >= 0 && m_queue.task(id) == nullptr)
            rows.push_back(row);
    }
    m_removed.clear();
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<std::pair<int, int>> stretches;
    for (const int row : rows) {
        if (!stretches.empty() && stretches.back().second + 1 == row)
            stretches.back().second = row;
        else
            stretches.emplace_back(row, row);
    }
    const bool isReset = stretches.size() > kManyStretches;
    if (isReset)
        beginResetModel();
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        if (!isReset)
            beginRemoveRows({}, stretch->first, stretch->second);
        for (int row = stretch->first; row <= stretch->second; ++row)
            m_index.erase(idAt(row));
        m_rows.erase(m_rows.begin() + stretch->first, m_rows.begin() + stretch->second + 1);
        if (!isReset) {
            renumber(static_cast<std::size_t>(stretch->first));
            endRemoveRows();
        }
    }
    if (isReset) {
        renumber(0);
        endResetModel();
    }
}

void TaskModel::tellChanged(std::vector<TaskId> &ids, TaskColumn first, TaskColumn last)
{
    std::vector<int> rows;
    rows.reserve(ids.size());
    for (const auto &id : ids) {
        if (const int row = rowOf(id); row >= 0) {
            m_rows[static_cast<std::size_t>(row)].text.reset();
            rows.push_back(row);
        }
    }
    ids.clear();
    std::sort(rows.begin(), rows.end());
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i;
        while (end + 1 < rows.size() && rows[end + 1] <= rows[end] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[i], static_cast<int>(first)), index(rows[end], static_cast<int>(last)));
        i = end + 1;
    }
}

void TaskModel::renumber(std::size_t from)
{
    for (std::size_t row = from; row < m_rows.size(); ++row)
        m_index[m_rows[row].id] = static_cast<int>(row);
}

} // namespace sealift
