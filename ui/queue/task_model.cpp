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

bool isWaiting(const TaskRecord &record)
{
    return record.state == TaskState::Queued || record.state == TaskState::Paused;
}

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
    Row row{id, {}, {}, {}, false, {}};
    if (record != nullptr) {
        row.isWaiting = isWaiting(*record);
        row.title = taskTitle(*record);
        row.place = placeOf(*record);
        row.search = (row.title + QLatin1Char('\n') + row.place).toCaseFolded();
    }
    return row;
}

QString TaskModel::placeOf(const TaskRecord &record) const
{
    // The command line says "library" before the location.
    constexpr QLatin1String kPrefix("library ");
    const auto &whole = record.destination;
    const auto found = m_placeNames.constFind(whole.startsWith(kPrefix) ? whole.mid(kPrefix.size()) : whole);
    return found == m_placeNames.cend() ? whole : *found;
}

void TaskModel::setPlaceNames(const QHash<QString, QString> &names)
{
    if (names == m_placeNames)
        return;
    m_placeNames = names;
    for (auto &row : m_rows)
        row = makeRow(row.id);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kTaskColumns - 1));
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
            auto &place = m_rows[static_cast<std::size_t>(row)];
            place.text.reset();
            if (const auto *record = m_queue.task(id); record != nullptr)
                place.isWaiting = isWaiting(*record);
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
