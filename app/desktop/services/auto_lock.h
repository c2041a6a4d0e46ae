#pragma once

#include "task/task_id.h"
#include "ui/services/library_service.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace sealift {

class IdleWatch;
class SessionWatch;
class SettingsService;
class TaskQueue;
struct AppSettings;

/// Why libraries were locked.
enum class LockReason {
    Idle,   ///< nobody has used the window for a while
    Screen, ///< the screen was locked
    Sleep,  ///< the computer goes to sleep
};

/// Locks libraries by itself, so that their keys are in memory no longer than somebody uses them.
///
/// What becomes of the tasks of a library is a setting (AppSettings::lockStopsTasks). Either they are stopped with it:
/// their keys are erased, too, and they begin again when the library is unlocked. Or the library is locked as soon as
/// the last of them has ended; one that is paused is not waited for, but stopped. Tasks that have a password file are
/// left alone: they need nobody.
class AutoLock : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the object.
    AutoLock(LibraryService &libraries, TaskQueue &queue, const SettingsService &settings, IdleWatch &idle,
             SessionWatch &session, QObject *parent = nullptr);

    /// Those that will be locked as soon as their tasks have ended; ids.
    const QSet<QString> &waiting() const { return m_waiting; }

Q_SIGNALS:
    /// @param names of libraries that were unlocked until now.
    void locked(const QStringList &names, sealift::LockReason reason);

private:
    void apply(const AppSettings &settings);
    void lockAll(LockReason reason);
    bool isBusy(const LibraryInfo &library) const;
    /// Of this library, not ended, and without a password file of their own.
    QList<TaskId> tasksOf(const LibraryInfo &library) const;
    void lockWaiting();
    void lock(const QList<LibraryInfo> &libraries, LockReason reason);
    void letSleepWhenDone();

    LibraryService &m_libraries;
    TaskQueue &m_queue;
    const SettingsService &m_settings;
    IdleWatch &m_idle;
    SessionWatch &m_session;
    QSet<QString> m_waiting;
    LockReason m_reason = LockReason::Idle; ///< of those that wait
    QList<TaskId> m_stopping;               ///< tasks that sleep is held back for
    bool m_isFallingAsleep = false;
    QTimer m_soon; ///< tasks' signals come in swarms
};

} // namespace sealift
