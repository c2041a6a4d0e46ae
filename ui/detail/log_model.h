#pragma once

#include "task/audit_entry.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <vector>

namespace sealift {

/// What happened to a task, line by line: entries of the audit log, and what it said while the window watched.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Origin, Words, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// In place of the entries that are there; spoken lines stay.
    void setEntries(const QList<AuditEntry> &entries);
    /// In place of the spoken lines that are there; entries stay.
    void setLines(const QList<std::pair<QDateTime, QString>> &lines);

    /// All lines as text, for the clipboard.
    QString plainText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QDateTime at;
        bool isAudit = false;
        QString words;
        QString detail;
    };
    static constexpr std::size_t kMaxLines = 5000;

    void place(std::vector<Line> lines);

    std::vector<Line> m_lines; ///< by time
};

} // namespace sealift
