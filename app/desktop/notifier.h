#pragma once

#include "task/task_record.h"
#include "ui/services/settings_service.h"

#include <QObject>

class QSystemTrayIcon;

namespace sealift {

class TaskQueue;

/// Tells the desktop when tasks end, as the settings want it: by org.freedesktop.Notifications, or by the tray icon
/// where nobody answers to that. Says nothing of tasks that ended before it was made.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; @param tray may be null.
    Notifier(TaskQueue &queue, const SettingsService &settings, QSystemTrayIcon *tray, QObject *parent = nullptr);

private:
    void tell(const TaskId &id, TaskEnd end);
    void show(const QString &title, const QString &words, bool isUrgent);

    TaskQueue &m_queue;
    const SettingsService &m_settings;
    QSystemTrayIcon *const m_tray;
};

} // namespace sealift
