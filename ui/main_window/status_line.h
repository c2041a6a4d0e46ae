#pragma once

#include "ui/queue/queue_summary.h"

#include <QObject>

class QLabel;
class QStatusBar;

namespace sealift {

class ElidedLabel;
class LibraryService;
class SettingsService;

/// What the status bar says: tasks, protection, rates, limit, scratch.
class StatusLine : public QObject
{
    Q_OBJECT

public:
    /// Both services must outlive it.
    StatusLine(QStatusBar &bar, const LibraryService &libraries, SettingsService &settings, QObject *parent = nullptr);

    void setTotals(const QueueTotals &totals);

private:
    void updateProtection();
    QString protectionWords() const;

    const LibraryService &m_libraries;
    QueueTotals m_totals;
    ElidedLabel *m_tasks;
    QLabel *m_shield;
    ElidedLabel *m_wire;
    QLabel *m_rates;
    QLabel *m_scratch;
};

} // namespace sealift
