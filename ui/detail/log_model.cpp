#include "ui/detail/log_model.h"

#include "ui/common/local_text.h"
#include "ui/detail/event_text.h"

#include <QJsonDocument>

#include <algorithm>

namespace sealift {

void LogModel::clear()
{
    place({});
}

void LogModel::place(std::vector<Line> lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.at < b.at; });
    if (lines.size() > kMaxLines)
        lines.erase(lines.begin(), lines.end() - kMaxLines);
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void LogModel::setEntries(const QList<AuditEntry> &entries)
{
    std::vector<Line> lines;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(lines),
                 [](const Line &line) { return !line.isAudit; });
    for (const auto &entry : entries) {
        const auto detail = QString::fromUtf8(QJsonDocument(entry.what.fields).toJson(QJsonDocument::Compact));
        lines.push_back({QDateTime::fromString(entry.time, Qt::ISODateWithMs), true, eventText(entry.what),
                         tr("Entry %1 of the audit log: %2", "number and content").arg(entry.seq).arg(detail)});
    }
    place(std::move(lines));
}

void LogModel::setLines(const QList<std::pair<QDateTime, QString>> &lines)
{
    std::vector<Line> all;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(all),
                 [](const Line &line) { return line.isAudit; });
    for (const auto &[at, words] : lines)
        all.push_back({at, false, words, {}});
    place(std::move(all));
}

QString LogModel::plainText() const
{
    QStringList lines;
    for (const auto &line : m_lines)
        lines += localTimestamp(line.at) + QLatin1Char('\t') + line.words;
    return lines.join(QLatin1Char('\n'));
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return line.detail.isEmpty() ? line.words : line.detail;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return localClock(line.at);
    case Origin:
        return line.isAudit ? tr("audit log") : tr("task");
    default:
        return line.words;
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Origin:
        return tr("From");
    default:
        return tr("What happened");
    }
}

} // namespace sealift
