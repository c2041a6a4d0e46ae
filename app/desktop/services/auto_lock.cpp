#include "desktop/services/auto_lock.h"

#include "desktop/services/idle_watch.h"
#include "desktop/services/session_watch.h"
#include "desktop/services/task_library.h"
#include "task/task_queue.h"
#include "ui/services/settings_service.h"

#include <algorithm>

namespace sealift {

namespace {

using namespace std::chrono_literals;

bool hasKey(const LibraryInfo &library)
{
    return library.state == LibraryState::Unlocked || library.state == LibraryState::Unlocking;
}

} // namespace

AutoLock::AutoLock(LibraryService &libraries, TaskQueue &queue, const SettingsService &settings, IdleWatch &idle,
                   SessionWatch &session, QObject *parent)
    : QObject(parent)
    , m_libraries(libraries)
    , m_queue(queue)
    , m_settings(settings)
    , m_idle(idle)
    , m_session(session)
{
    apply(settings.settings());
    connect(&settings, &SettingsService::changed, this, &AutoLock::apply);
    connect(&idle, &IdleWatch::idle, this, [this] { lockAll(LockReason::Idle); });
    connect(&session, &SessionWatch::locked, this, [this] {
        if (m_settings.settings().lockWithScreen)
            lockAll(LockReason::Screen);
    });
    connect(&session, &SessionWatch::fallingAsleep, this, [this] {
        if (m_settings.settings().lockWithScreen)
            lockAll(LockReason::Sleep);
        m_isFallingAsleep = true;
        letSleepWhenDone();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        lockWaiting();
        letSleepWhenDone();
    });
    const auto lookSoon = [this] {
        if (!m_soon.isActive() && (m_isFallingAsleep || !m_waiting.isEmpty()))
            m_soon.start();
    };
    connect(&queue, &TaskQueue::taskChanged, this, lookSoon);
    connect(&queue, &TaskQueue::taskEnded, this, lookSoon);
    connect(&queue, &TaskQueue::taskRemoved, this, lookSoon);
}

void AutoLock::apply(const AppSettings &settings)
{
    m_idle.setLimit(std::chrono::minutes(settings.lockAfterMinutes));
}

QList<TaskId> AutoLock::tasksOf(const LibraryInfo &library) const
{
    QList<TaskId> tasks;
    for (const auto &id : m_queue.tasks()) {
        const auto *record = m_queue.task(id);
        if (record == nullptr || isEnd(record->state))
            continue;
        const auto used = librariesOfTask(*record);
        if (std::any_of(used.begin(), used.end(), [&library](const LibrarySettings &one) {
                return one.location == library.location && one.passwordFile.isEmpty();
            }))
            tasks.append(id);
    }
    return tasks;
}

bool AutoLock::isBusy(const LibraryInfo &library) const
{
    const auto tasks = tasksOf(library);
    return std::any_of(tasks.begin(), tasks.end(),
                       [this](const TaskId &id) { return m_queue.task(id)->wish != TaskWish::Pause; });
}

void AutoLock::lockAll(LockReason reason)
{
    const bool stopsTasks = m_settings.settings().lockStopsTasks;
    QList<LibraryInfo> now;
    m_reason = reason;
    for (const auto &library : m_libraries.libraries()) {
        if (!hasKey(library))
            continue;
        if (stopsTasks || !isBusy(library))
            now.append(library);
        else
            m_waiting.insert(library.id);
    }
    lock(now, reason);
}

void AutoLock::lockWaiting()
{
    QList<LibraryInfo> now;
    for (const auto &id : QSet(m_waiting)) {
        const auto library = m_libraries.library(id);
        if (!library || !hasKey(*library))
            m_waiting.remove(id); // somebody was quicker
        else if (!isBusy(*library))
            now.append(*library);
    }
    lock(now, m_reason);
}

void AutoLock::lock(const QList<LibraryInfo> &libraries, LockReason reason)
{
    QStringList names;
    for (const auto &library : libraries) {
        // The key first: a task that is stopped must not find it again.
        m_libraries.lock(library.id);
        const auto tasks = tasksOf(library);
        m_queue.setAside(tasks);
        m_stopping += tasks;
        m_waiting.remove(library.id);
        names.append(library.name);
    }
    letSleepWhenDone();
    if (!names.isEmpty())
        Q_EMIT locked(names, reason);
}

void AutoLock::letSleepWhenDone()
{
    m_stopping.removeIf([this](const TaskId &id) { return !m_queue.isExecutedHere(id); });
    if (!m_isFallingAsleep || !m_stopping.isEmpty())
        return;
    m_isFallingAsleep = false;
    m_session.letSleep();
}

} // namespace sealift
