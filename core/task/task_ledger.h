#pragma once

#include "base/result.h"
#include "task/journal.h"
#include "task/task_control.h"
#include "task/task_lease.h"

#include <QList>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sealift {

class AuditLog;

/// What a job on the journal's thread works with.
struct LedgerSeat {
    Journal &journal;
    TaskLeases &leases;
    TaskControl &control;
    /// The leases of this process; they are renewed as long as they are here.
    QList<TaskLease> held;
};

/// Told what happens in the journal, whoever made it happen. Called on the journal's thread.
struct LedgerObserver {
    std::function<void(QList<TaskRecord>)> changed;
    std::function<void(QList<TaskId>)> removed;
    /// These are all tasks there are: what was known before may be out of date. Comes first, too.
    std::function<void(QList<TaskRecord>, bool isFirst, bool isLast)> listed;
    /// All that was there at the beginning has been told, dead processes' tasks included.
    std::function<void()> ready;
    std::function<void(QList<TaskLease>)> lost; ///< leases that others have taken
    std::function<void(QList<TaskId>)> stale;   ///< tasks whose process has died
    std::function<void(QString)> problem;       ///< in words, for people
};

struct LedgerOptions {
    QString file;
    AuditLog *audit = nullptr;
    ProcessIdentity owner;
    LeaseTimes lease;
    std::chrono::milliseconds poll{100};           ///< between two looks for changes by others
    std::chrono::milliseconds staleInterval{2000}; ///< between two looks for dead processes
};

/// The journal on a thread of its own: whoever waits for a disk waits there. Jobs are done in the order in which they
/// come; after each the observer is told what has changed, before the job's answer is given.
class TaskLedger
{
public:
    /// What is done with a job's result, on the journal's thread.
    using Answer = std::function<void()>;
    using Job = std::function<Answer(LedgerSeat &)>;

    /// Opens the journal; then lists all tasks to the observer. Errors: those of Journal::open().
    static Result<std::unique_ptr<TaskLedger>> start(const LedgerOptions &options, LedgerObserver observer);
    /// Does the jobs that are left, and gives back the leases.
    ~TaskLedger();
    TaskLedger(const TaskLedger &) = delete;
    TaskLedger &operator=(const TaskLedger &) = delete;

    /// Any thread; does not wait.
    void post(Job job);

    /// Any thread but the journal's own; waits for the result.
    template <typename T>
    Result<T> call(std::function<Result<T>(LedgerSeat &)> job)
    {
        std::promise<Result<T>> promise;
        auto result = promise.get_future();
        post([&promise, &job](LedgerSeat &seat) -> Answer {
            auto done = std::make_shared<Result<T>>(job(seat));
            return [&promise, done] { promise.set_value(std::move(*done)); };
        });
        return result.get();
    }

private:
    TaskLedger(LedgerOptions options, LedgerObserver observer);

    void work(const std::stop_token &stop, std::promise<Status> &opened);
    void serve(LedgerSeat &seat, const std::stop_token &stop);
    void follow(Journal &journal);
    void list(Journal &journal);
    void beat(LedgerSeat &seat);
    void lookForStale(LedgerSeat &seat);
    std::deque<Job> waitForJobs(const std::stop_token &stop);
    void report(const Error &error);

    const LedgerOptions m_options;
    const LedgerObserver m_observer;
    qint64 m_revision = 0;
    QString m_lastProblem;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Job> m_jobs;
    std::jthread m_thread;
};

} // namespace sealift
