#include "core/task/task_fixtures.h"
#include "support/killed_child.h"
#include "support/small_volume.h"
#include "task/journal_database.h"
#include "task/journal_schema.h"
#include "task/task_control.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>
#include <QTimeZone>

#include <sys/stat.h>

using namespace sealift;
using namespace sealift::test;

namespace {

using enum TaskState;

/// Statements on a file without the journal's own code.
bool sql(const QString &file, const QStringList &statements)
{
    const auto name = QStringLiteral("by-hand");
    bool good = true;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        good = database.open();
        for (const auto &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement)) {
                qWarning("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
                good = false;
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return good;
}

/// Makes steps one after the other, as somebody does who holds the lease.
Status walk(Journal &journal, const TaskLease &lease, const QList<TaskState> &states)
{
    for (const auto to : states) {
        SEALIFT_ASSIGN(const auto record, journal.load(lease.task));
        TaskStep step{lease.task, record.state, to};
        if (to == CleaningUp)
            step.ending = states.back();
        if (record.state == CleaningUp)
            step.cleanup = CleanupStatus::confirmed();
        SEALIFT_TRY(journal.transition(step, &lease));
    }
    return {};
}

QStringList idsOf(const QList<TaskRecord> &records)
{
    QStringList ids;
    for (const auto &record : records)
        ids += record.id.text();
    return ids;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsARecord();
    void isPrivate();
    void addsAllOrNone();
    void refusesSecrets();
    void findsByDigits();
    void everyTransitionIsChecked();
    void needsTheLease();
    void cleanupDecidesTheEnd();
    void retryBeginsAnew();
    void keepsFindings();
    void keepsWhatIsStaged();
    void historyHasTimes();
    void order();
    void orderByMoveBefore();
    void removesOnlyWhatHasEnded();
    void prunes();
    void followsChanges();
    void migratesAnOldFile();
    void refusesANewerFile();
    void damagedFileIsMovedAside_data();
    void damagedFileIsMovedAside();
    void badRecordHidesNoOther();
    void fullDisk();
    void readOnlyFolder();
    void killedWriters();
    void severalProcessesWrite();
    void cost();
};

void TestJournal::keepsARecord()
{
    const JournalFolder folder;
    auto record = importTask();
    record.priority = 3;
    {
        const auto journal = folder.open();
        QVERIFY(journal->add({record}));
    }
    const auto journal = folder.open();
    const auto loaded = journal->load(record.id);
    QVERIFY(loaded);
    QVERIFY(loaded->id == record.id);
    QCOMPARE(loaded->kind, TaskKind::Import);
    QCOMPARE(loaded->settings, record.settings);
    QCOMPARE(loaded->source, record.source);
    QCOMPARE(loaded->destination, record.destination);
    QCOMPARE(loaded->state, Queued);
    QCOMPARE(loaded->wish, TaskWish::Run);
    QCOMPARE(loaded->priority, 3);
    QCOMPARE(loaded->attempt, 1);
    QCOMPARE(loaded->created.toMSecsSinceEpoch(), record.created.toMSecsSinceEpoch());
    QVERIFY(!loaded->started.isValid() && !loaded->ended.isValid() && !loaded->error && !loaded->afterCrash);
    QVERIFY(loaded->ownerHost.isEmpty());

    TaskLeases leases(*journal, ProcessIdentity::current());
    const auto lease = leases.acquire(record.id);
    QVERIFY(lease && !lease->wasStale);
    const TransferProgress progress{100, 50, 40, 5, 6, 30};
    const ScratchStatus scratch{QStringLiteral("in-use"), 1000, 20, 30, QStringLiteral("/var/scratch/x")};
    QVERIFY(journal->updateProgress({{lease->lease, progress, scratch}}));
    TaskStep step{record.id, Queued, Preflight, QStringLiteral("its turn")};
    step.error = TaskError{QStringLiteral("io"), QStringLiteral("what"), {}};
    step.cleanup = CleanupStatus::unconfirmed({QStringLiteral("a \"file\""), QStringLiteral("b")});
    step.receipt = QStringLiteral("r.json");
    step.afterCrash = true;
    const auto after = journal->transition(step, &lease->lease);
    QVERIFY2(after, after ? "" : qPrintable(after.error().what()));
    QCOMPARE(after->state, Preflight);
    QVERIFY(after->progress == progress && after->scratch == scratch);
    QVERIFY(after->error == step.error && after->cleanup == *step.cleanup);
    QCOMPARE(after->receipt, step.receipt);
    QVERIFY(after->afterCrash && after->started.isValid());
    QCOMPARE(after->ownerPid, ::getpid());
    QVERIFY(!after->ownerHost.isEmpty());

    const auto missing = journal->load(TaskId::create());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code(), ErrorCode::NotFound);
}

void TestJournal::isPrivate()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    QVERIFY(journal->add({importTask()}));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(QFileInfo(folder.path()).path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
    for (const auto *suffix : {"", "-wal", "-shm", ".lock"}) {
        const auto name = QFile::encodeName(folder.path()) + suffix;
        QCOMPARE(::stat(name.constData(), &status), 0);
        QVERIFY2((status.st_mode & 07777U) == 0600U, name.constData());
    }
    const auto other = folder.folder.filePath(QStringLiteral("state/link.sqlite"));
    QVERIFY(QFile::link(folder.path(), other));
    const auto linked = Journal::open(other);
    QVERIFY(!linked);
    QCOMPARE(linked.error().code(), ErrorCode::Unsafe);
}

void TestJournal::addsAllOrNone()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto first = importTask();
    QVERIFY(journal->add({first}));
    const auto twice = journal->add({importTask(), first});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code(), ErrorCode::AlreadyExists);
    QCOMPARE(journal->list()->records.size(), 1);
    const auto me = ProcessIdentity::current();
    const auto owned = journal->add({importTask(), importTask()}, &me);
    QVERIFY(owned);
    QCOMPARE(owned->size(), 2);
    TaskLeases leases(*journal, me);
    const auto taken = leases.acquire(owned->front().task);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code(), ErrorCode::Locked);
}

void TestJournal::refusesSecrets()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    auto task = importTask();
    task.settings.insert(QStringLiteral("password"), QStringLiteral("hunter2"));
    auto refused = journal->add({importTask(), task});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::Unsafe);
    QVERIFY(!refused.error().what().contains(QLatin1String("hunter2")));
    task = importTask();
    task.settings.insert(QStringLiteral("options"),
                         QJsonObject{{QStringLiteral("x"), QStringLiteral("AKIAIOSFODNN7EXAMPLE")}});
    QVERIFY(!journal->add({task}));
    task = importTask();
    task.destination = QStringLiteral("https://me:hunter2@example.com/library");
    QVERIFY(!journal->add({task}));
    QCOMPARE(journal->list()->records.size(), 0);
    task = importTask();
    task.settings.insert(QStringLiteral("password-file"), QStringLiteral("/etc/sealift/password"));
    QVERIFY(journal->add({task}));
}

void TestJournal::findsByDigits()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    QList<TaskRecord> tasks;
    for (int i = 0; i < 30; ++i)
        tasks += importTask();
    QVERIFY(journal->add(tasks));
    for (const auto &task : tasks) {
        const auto text = task.id.text();
        for (const auto &part :
             {text, task.id.shortText(), text.left(23), text.right(13), QString(text).remove(u'-')}) {
            const auto found = journal->find(part);
            QVERIFY2(found, qPrintable(part));
            QVERIFY(*found == task.id);
        }
    }
    const auto several = journal->find(tasks[0].id.text().left(8));
    QVERIFY(!several);
    QCOMPARE(several.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(several.error().what().contains(QLatin1String("any of 30 tasks")));
    QVERIFY(several.error().what().contains(tasks[0].id.text()));
    QCOMPARE(journal->find(u"ffff").error().code(), ErrorCode::NotFound);
    for (const auto *wrong : {"", "01", "019", "01-9", "0190*", "%", "019g", "0190 "})
        QCOMPARE(journal->find(QString::fromLatin1(wrong)).error().code(), ErrorCode::InvalidArgument);
}

void TestJournal::everyTransitionIsChecked()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    for (const auto from : kTaskStates) {
        for (const auto to : kTaskStates) {
            const auto task = importTask();
            const auto lease = journal->add({task}, &me);
            QVERIFY(lease);
            // Put there by hand, with all that the rules beside the table ask for.
            QVERIFY(journal->database().run(
                "UPDATE tasks SET state = ?, ending = ?, cleanup = 'confirmed' WHERE id = ?",
                {taskStateName(from), from == CleaningUp ? taskStateName(to) : QVariant(), task.id.text()}));
            TaskStep step{task.id, from, to};
            step.ending = to == CleaningUp ? std::optional(Failed) : std::nullopt;
            const auto after = journal->transition(step, &lease->front());
            QVERIFY2(after.has_value() == mayFollow(from, to),
                     qPrintable(taskStateName(from) + QStringLiteral(" -> ") + taskStateName(to)));
            QCOMPARE(journal->load(task.id)->state, after ? to : from);
            QCOMPARE(journal->transitions(task.id)->size(), after ? 1 : 0);
            if (!after)
                QCOMPARE(after.error().code(), ErrorCode::InvalidArgument);
        }
    }
    // Whoever believes it to be in another state is told so.
    const auto task = importTask();
    const auto lease = journal->add({task}, &me);
    const auto wrong = journal->transition({task.id, Preflight, Transferring}, &lease->front());
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(wrong.error().what().contains(QLatin1String("it is queued")));
}

void TestJournal::needsTheLease()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto task = importTask();
    QVERIFY(journal->add({task}));
    // Nobody has it: then anybody may.
    QVERIFY(journal->transition({task.id, Queued, Paused}, nullptr));
    QVERIFY(journal->transition({task.id, Paused, Queued}, nullptr));
    TaskLeases leases(*journal, ProcessIdentity::current());
    const auto lease = leases.acquire(task.id);
    QVERIFY(lease);
    QCOMPARE(journal->transition({task.id, Queued, Paused}, nullptr).error().code(), ErrorCode::Locked);
    const TaskLease other{task.id, QStringLiteral("made up")};
    QCOMPARE(journal->transition({task.id, Queued, Paused}, &other).error().code(), ErrorCode::Locked);
    QVERIFY(journal->transition({task.id, Queued, Preflight}, &lease->lease));
    QVERIFY(leases.release(lease->lease));
    QCOMPARE(journal->transition({task.id, Preflight, Transferring}, &lease->lease).error().code(), ErrorCode::Locked);
    // Its progress does not count any more either.
    QVERIFY(journal->updateProgress({{lease->lease, {1, 1, 1, 1, 1, 1}, {}}}));
    QCOMPARE(journal->load(task.id)->progress.total, 0);
}

void TestJournal::cleanupDecidesTheEnd()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    const auto inCleanup = [&](TaskState ending) {
        const auto task = importTask();
        const auto lease = journal->add({task}, &me);
        if (!lease || !walk(*journal, lease->front(), {Preflight, Transferring, Finalizing}))
            return TaskLease();
        TaskStep step{task.id, Finalizing, CleaningUp};
        step.ending = ending;
        return journal->transition(step, &lease->front()) ? lease->front() : TaskLease();
    };
    for (const auto ending : {Completed, Cancelled, Failed, Queued}) {
        for (const auto to : {Completed, Cancelled, Failed, Queued}) {
            for (const auto &cleanup :
                 {CleanupStatus(), CleanupStatus::confirmed(), CleanupStatus::unconfirmed({QStringLiteral("x")})}) {
                const auto lease = inCleanup(ending);
                QVERIFY(!lease.task.isNull());
                TaskStep step{lease.task, CleaningUp, to};
                step.cleanup = cleanup;
                const bool isOpen = cleanup.state == CleanupStatus::State::Pending;
                const bool isConfirmed = cleanup.state == CleanupStatus::State::Confirmed;
                const bool expected = to == Failed ? !isOpen : isConfirmed && to == ending;
                QCOMPARE(journal->transition(step, &lease).has_value(), expected);
            }
        }
    }
    // A cleanup that leads nowhere cannot begin.
    const auto task = importTask();
    const auto lease = journal->add({task}, &me);
    QVERIFY(walk(*journal, lease->front(), {Preflight}));
    QVERIFY(!journal->transition({task.id, Preflight, CleaningUp}, &lease->front()));
    TaskStep nowhere{task.id, Preflight, CleaningUp};
    nowhere.ending = Paused;
    QVERIFY(!journal->transition(nowhere, &lease->front()));
}

void TestJournal::retryBeginsAnew()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    const auto task = importTask();
    const auto later = importTask();
    const auto lease = journal->add({task, later}, &me);
    QVERIFY(walk(*journal, lease->front(), {Preflight, Transferring}));
    QVERIFY(journal->setFindings(lease->front(), {Finding()}));
    QVERIFY(journal->updateProgress({{lease->front(), {9, 8, 7, 6, 5, 4}, {QStringLiteral("in-use"), 1, 1, 1, {}}}}));
    TaskStep cleanup{task.id, Transferring, CleaningUp};
    cleanup.ending = Failed;
    cleanup.error = TaskError{QStringLiteral("io"), QStringLiteral("broken"), {}};
    QVERIFY(journal->transition(cleanup, &lease->front()));
    TaskStep end{task.id, CleaningUp, Failed};
    end.cleanup = CleanupStatus::unconfirmed({QStringLiteral("/scratch/x")});
    const auto failed = journal->transition(end, &lease->front());
    QVERIFY(failed);
    QCOMPARE(*failed->end(), TaskEnd::CleanupUnconfirmed);
    QVERIFY(failed->ended.isValid());
    QCOMPARE(failed->error->what, QStringLiteral("broken"));
    // What it left must be gone before it is tried again.
    QVERIFY(!journal->transition({task.id, Failed, Queued}, &lease->front()));
    TaskStep again{task.id, Failed, CleaningUp};
    again.ending = Queued;
    QVERIFY(journal->transition(again, &lease->front()));
    TaskStep confirmed{task.id, CleaningUp, Queued};
    confirmed.cleanup = CleanupStatus::confirmed();
    const auto anew = journal->transition(confirmed, &lease->front());
    QVERIFY(anew);
    QCOMPARE(anew->attempt, 2);
    QVERIFY(anew->findings.isEmpty());
    QVERIFY(!anew->error && !anew->ending && !anew->started.isValid() && !anew->ended.isValid());
    QVERIFY(anew->progress == TransferProgress() && anew->scratch == ScratchStatus());
    QVERIFY(anew->cleanup == CleanupStatus());

    QVERIFY(walk(*journal, lease->front(), {Cancelling, CleaningUp, Cancelled}));
    TaskControl control(*journal);
    const auto retried = journal->transition({task.id, Cancelled, Queued}, &lease->front());
    QVERIFY(retried);
    QCOMPARE(retried->attempt, 3);
    // It queues at the end.
    QCOMPARE(idsOf(journal->list({Queued})->records), (QStringList{later.id.text(), task.id.text()}));
}

void TestJournal::keepsFindings()
{
    const JournalFolder folder;
    const auto task = importTask();
    const auto me = ProcessIdentity::current();
    Finding finding;
    finding.rule = QStringLiteral("image-dirty");
    finding.severity = Severity::Warning;
    finding.what = QStringLiteral("web.vmdk was not closed properly.");
    finding.ignorable = true;
    {
        const auto journal = folder.open();
        const auto lease = journal->add({task}, &me)->front();
        QVERIFY(walk(*journal, lease, {Preflight}));
        const auto before = journal->revision().value();
        QVERIFY(journal->setFindings(lease, {finding, finding}));
        QVERIFY(journal->setFindings(lease, {finding}));
        QCOMPARE(journal->changesSince(before)->records.front().findings, QList<Finding>{finding});
        QVERIFY(walk(*journal, lease, {Transferring}));

        auto other = lease;
        other.token = QStringLiteral("of another process");
        QCOMPARE(journal->setFindings(other, {}).error().code(), ErrorCode::Locked);
        auto secret = finding;
        secret.what = QStringLiteral("https://me:hunter2@example.com/library");
        QCOMPARE(journal->setFindings(lease, {secret}).error().code(), ErrorCode::Unsafe);
    }
    QCOMPARE(folder.open()->load(task.id)->findings, QList<Finding>{finding});
}

void TestJournal::keepsWhatIsStaged()
{
    const JournalFolder folder;
    const auto task = importTask();
    const auto owner = ProcessIdentity::current();
    const QJsonObject staged{{QStringLiteral("snapshot"), QStringLiteral("snap-1")}, {QStringLiteral("arrived"), 17}};
    TaskLease lease;
    {
        const auto journal = folder.open();
        lease = journal->add({task}, &owner)->front();
        QVERIFY(journal->load(task.id)->staged.isEmpty());
        const auto before = *journal->revision();
        QVERIFY(journal->keepStaged(lease, staged));
        QCOMPARE(journal->changesSince(before)->records.size(), 1);
        // Only whoever executes the task, and no secret.
        QCOMPARE(journal->keepStaged({task.id, QStringLiteral("another")}, {}).error().code(), ErrorCode::Locked);
        QCOMPARE(journal->keepStaged(lease, {{QStringLiteral("token"), QStringLiteral("x")}}).error().code(),
                 ErrorCode::Unsafe);
    }
    const auto journal = folder.open();
    QCOMPARE(journal->load(task.id)->staged, staged);
    // It is there after whatever becomes of the attempt, until somebody says that it is gone.
    QVERIFY(walk(*journal, lease, {Preflight, Transferring, CleaningUp, Queued}));
    QCOMPARE(journal->load(task.id)->attempt, 2);
    QCOMPARE(journal->load(task.id)->staged, staged);
    QVERIFY(journal->keepStaged(lease, {}));
    QVERIFY(journal->load(task.id)->staged.isEmpty());
}

void TestJournal::historyHasTimes()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    const auto task = importTask();
    const auto lease = journal->add({task}, &me);
    const auto begin = QDateTime::currentDateTimeUtc();
    QVERIFY(walk(*journal, lease->front(),
                 {Preflight, Transferring, Paused, Transferring, Finalizing, CleaningUp, Completed}));
    const auto history = journal->transitions(task.id);
    QVERIFY(history);
    QList<TaskState> states;
    auto time = begin.addMSecs(-1);
    for (const auto &step : *history) {
        QCOMPARE(step.from, states.isEmpty() ? Queued : states.back());
        states += step.to;
        QVERIFY(step.time >= time);
        QCOMPARE(step.attempt, 1);
        time = step.time;
    }
    QCOMPARE(states,
             (QList<TaskState>{Preflight, Transferring, Paused, Transferring, Finalizing, CleaningUp, Completed}));
    QVERIFY(journal->transitions(TaskId::create())->isEmpty());
}

void TestJournal::order()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    QList<TaskRecord> tasks;
    for (int i = 0; i < 5; ++i)
        tasks += importTask();
    QVERIFY(journal->add(tasks));
    const auto expect = [&](const QList<int> &wanted) {
        QStringList ids;
        for (const auto i : wanted)
            ids += tasks[i].id.text();
        return idsOf(journal->list()->records) == ids;
    };
    QVERIFY(expect({0, 1, 2, 3, 4}));
    QVERIFY(journal->move(tasks[3].id, QueueMove::Up));
    QVERIFY(expect({0, 1, 3, 2, 4}));
    QVERIFY(journal->move(tasks[0].id, QueueMove::Down));
    QVERIFY(expect({1, 0, 3, 2, 4}));
    QVERIFY(journal->move(tasks[4].id, QueueMove::Top));
    QVERIFY(expect({4, 1, 0, 3, 2}));
    QVERIFY(journal->move(tasks[1].id, QueueMove::Bottom));
    QVERIFY(expect({4, 0, 3, 2, 1}));
    // At the ends nothing happens.
    QVERIFY(journal->move(tasks[4].id, QueueMove::Up));
    QVERIFY(journal->move(tasks[1].id, QueueMove::Down));
    QVERIFY(expect({4, 0, 3, 2, 1}));
    QVERIFY(journal->setPriority({tasks[2].id, tasks[3].id}, 5));
    QVERIFY(expect({3, 2, 4, 0, 1}));
    // Within one priority only.
    QVERIFY(journal->move(tasks[4].id, QueueMove::Up));
    QVERIFY(expect({3, 2, 4, 0, 1}));
    QVERIFY(journal->move(tasks[0].id, QueueMove::Up));
    QVERIFY(expect({3, 2, 0, 4, 1}));
    QCOMPARE(journal->move(TaskId::create(), QueueMove::Up).error().code(), ErrorCode::NotFound);
}

void TestJournal::orderByMoveBefore()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    QList<TaskRecord> tasks;
    QStringList expected;
    for (int i = 0; i < 6; ++i) {
        tasks += importTask();
        expected += tasks.back().id.text();
    }
    QVERIFY(journal->add(tasks));
    // Always into the same gap, until no number is left between its ends.
    for (int i = 0; i < 80; ++i) {
        const auto moved = tasks[2 + i % 4].id;
        QVERIFY(journal->moveBefore(moved, tasks[1].id));
        expected.removeOne(moved.text());
        expected.insert(expected.indexOf(tasks[1].id.text()), moved.text());
        QCOMPARE(idsOf(journal->list()->records), expected);
    }
    QVERIFY(journal->setPriority({tasks[5].id}, 1));
    QVERIFY(journal->moveBefore(tasks[0].id, tasks[5].id));
    QCOMPARE(journal->load(tasks[0].id)->priority, 1);
    QCOMPARE(idsOf(journal->list()->records).front(), tasks[0].id.text());
}

void TestJournal::removesOnlyWhatHasEnded()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    TaskLeases leases(*journal, me);
    const auto task = importTask();
    const auto queued = importTask();
    const auto lease = journal->add({task}, &me);
    QVERIFY(journal->add({queued}));
    QCOMPARE(journal->remove({queued.id}).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(journal->remove({task.id}, Removal::Forced).error().code(), ErrorCode::Locked);
    QVERIFY(walk(*journal, lease->front(), {Preflight}));
    TaskStep cleanup{task.id, Preflight, CleaningUp};
    cleanup.ending = Failed;
    QVERIFY(journal->transition(cleanup, &lease->front()));
    TaskStep end{task.id, CleaningUp, Failed};
    end.cleanup = CleanupStatus::unconfirmed({QStringLiteral("/scratch/x")});
    QVERIFY(journal->transition(end, &lease->front()));
    QVERIFY(leases.release(lease->front()));
    const auto refused = journal->remove({task.id});
    QVERIFY(!refused);
    QVERIFY(refused.error().what().contains(QLatin1String("/scratch/x")));
    // All or none.
    QVERIFY(!journal->remove({task.id, TaskId::create()}, Removal::Forced));
    QVERIFY(journal->load(task.id));
    QVERIFY(journal->remove({task.id, queued.id}, Removal::Forced));
    QCOMPARE(journal->list()->records.size(), 0);
    QVERIFY(journal->transitions(task.id)->isEmpty());
}

void TestJournal::prunes()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    TaskLeases leases(*journal, me);
    QList<TaskRecord> tasks;
    for (int i = 0; i < 4; ++i)
        tasks += importTask();
    const auto lease = journal->add(tasks, &me);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(walk(*journal, (*lease)[i], {Preflight, CleaningUp, Failed}));
        QVERIFY(leases.release((*lease)[i]));
    }
    QVERIFY(journal->database().run("UPDATE tasks SET cleanup = 'unconfirmed' WHERE id = ?", {tasks[0].id.text()}));
    QVERIFY(journal->database().run("UPDATE tasks SET ended = 1000 WHERE id <> ?", {tasks[2].id.text()}));
    const auto pruned = journal->prune(QDateTime::currentDateTimeUtc().addDays(-30));
    QVERIFY(pruned);
    QCOMPARE(*pruned, 1);
    QCOMPARE(idsOf(journal->list()->records),
             (QStringList{tasks[0].id.text(), tasks[2].id.text(), tasks[3].id.text()}));
}

void TestJournal::followsChanges()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto other = folder.open();
    QVERIFY(!*other->changedByOthers());
    auto revision = *other->revision();
    QList<TaskRecord> tasks;
    for (int i = 0; i < 600; ++i)
        tasks += importTask();
    QVERIFY(journal->add(tasks));
    QVERIFY(*other->changedByOthers());
    QVERIFY(!*other->changedByOthers());
    QVERIFY(!*journal->changedByOthers());
    QStringList seen;
    for (bool more = true; more;) {
        const auto changes = other->changesSince(revision);
        QVERIFY(changes && !changes->gap);
        seen += idsOf(changes->records);
        revision = changes->revision;
        more = changes->more;
    }
    QCOMPARE(seen, idsOf(tasks));
    QVERIFY(other->changesSince(revision)->records.isEmpty());
    QVERIFY(journal->setPriority({tasks[7].id}, 1));
    QVERIFY(journal->remove({tasks[8].id}, Removal::Forced));
    const auto changes = other->changesSince(revision);
    QCOMPARE(idsOf(changes->records), QStringList{tasks[7].id.text()});
    QCOMPARE(changes->removed.size(), 1);
    QVERIFY(changes->removed.front() == tasks[8].id);
    QVERIFY(other->changesSince(changes->revision)->removed.isEmpty());
    // Whoever was away for very long has to begin again.
    QVERIFY(journal->database().run("UPDATE counters SET value = value + 30000 WHERE name = 'revision'"));
    QVERIFY(journal->prune(QDateTime::currentDateTimeUtc()));
    QVERIFY(other->changesSince(revision)->gap);
    QVERIFY(!other->changesSince(*other->revision())->gap);
}

void TestJournal::migratesAnOldFile()
{
    const JournalFolder folder;
    QVERIFY(QDir().mkpath(QFileInfo(folder.path()).path()));
    const auto id = TaskId::create().text();
    // As version 1 wrote it.
    QVERIFY(
        sql(folder.path(),
            {QStringLiteral("PRAGMA journal_mode=WAL"),
             QStringLiteral("CREATE TABLE tasks (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, settings TEXT NOT "
                            "NULL, source TEXT NOT NULL, destination TEXT NOT NULL, state TEXT NOT NULL, priority "
                            "INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL DEFAULT 0, attempt INTEGER NOT NULL "
                            "DEFAULT 1, created INTEGER NOT NULL, started INTEGER, ended INTEGER, bytes_total "
                            "INTEGER NOT NULL DEFAULT 0, bytes_done INTEGER NOT NULL DEFAULT 0, bytes_read INTEGER "
                            "NOT NULL DEFAULT 0, bytes_hole INTEGER NOT NULL DEFAULT 0, bytes_known INTEGER NOT NULL "
                            "DEFAULT 0, bytes_written INTEGER NOT NULL DEFAULT 0, error_code TEXT, error_what TEXT, "
                            "error_remedy TEXT, scratch_state TEXT NOT NULL DEFAULT '', scratch_size INTEGER NOT "
                            "NULL DEFAULT 0, scratch_used INTEGER NOT NULL DEFAULT 0, scratch_high_water INTEGER NOT "
                            "NULL DEFAULT 0, scratch_path TEXT NOT NULL DEFAULT '', cleanup TEXT NOT NULL DEFAULT "
                            "'pending', cleanup_left TEXT NOT NULL DEFAULT '[]', receipt TEXT NOT NULL DEFAULT '')"),
             QStringLiteral("CREATE INDEX tasks_by_state ON tasks (state, priority, position)"),
             QStringLiteral("CREATE TABLE transitions (seq INTEGER PRIMARY KEY AUTOINCREMENT, task TEXT NOT NULL "
                            "REFERENCES tasks (id) ON DELETE CASCADE, from_state TEXT NOT NULL, to_state TEXT NOT "
                            "NULL, attempt INTEGER NOT NULL, time INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT "
                            "'')"),
             QStringLiteral("CREATE INDEX transitions_by_task ON transitions (task, seq)"),
             QStringLiteral("INSERT INTO tasks (id, kind, settings, source, destination, state, priority, position, "
                            "created) VALUES ('%1', 'export', '{\"a\":1}', 'from', 'to', 'transferring', 2, 7, "
                            "1700000000000)")
                 .arg(id),
             QStringLiteral("INSERT INTO transitions (task, from_state, to_state, attempt, time) VALUES ('%1', "
                            "'queued', 'preflight', 1, 1700000000001)")
                 .arg(id),
             QStringLiteral("PRAGMA user_version=1")}));
    const auto journal = folder.open();
    const auto record = journal->load(*TaskId::parse(id));
    QVERIFY(record);
    QCOMPARE(record->kind, TaskKind::Export);
    QCOMPARE(record->state, Transferring);
    QCOMPARE(record->priority, 2);
    QCOMPARE(record->wish, TaskWish::Run);
    QVERIFY(!record->afterCrash && !record->ending && record->findings.isEmpty());
    QCOMPARE(record->created, QDateTime::fromMSecsSinceEpoch(1700000000000, QTimeZone::utc()));
    QCOMPARE(journal->transitions(record->id)->size(), 1);
    QCOMPARE(journal->changesSince(0)->records.size(), 1);
    QVERIFY(journal->add({importTask()}));
    QCOMPARE(journal->database().value("PRAGMA user_version")->toInt(), journalSchemaVersion());
    QVERIFY(Journal::open(folder.path())->warnings.isEmpty());
}

void TestJournal::refusesANewerFile()
{
    const JournalFolder folder;
    const auto task = importTask();
    {
        const auto journal = folder.open();
        QVERIFY(journal->add({task}));
    }
    QVERIFY(sql(folder.path(), {QStringLiteral("PRAGMA user_version=99")}));
    const auto refused = Journal::open(folder.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::Unsupported);
    QVERIFY(refused.error().what().contains(QLatin1String("99")));
    QVERIFY(!refused.error().remedy().isEmpty());
    // Nothing was changed.
    QVERIFY(sql(folder.path(), {QStringLiteral("PRAGMA user_version=%1").arg(journalSchemaVersion())}));
    QVERIFY(folder.open()->load(task.id));
}

void TestJournal::damagedFileIsMovedAside_data()
{
    QTest::addColumn<QString>("damage");
    for (const auto *damage : {"no database", "zeroes", "a page overwritten", "cut short", "another program's"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestJournal::damagedFileIsMovedAside()
{
    QFETCH(const QString, damage);
    const JournalFolder folder;
    {
        const auto journal = folder.open();
        QList<TaskRecord> tasks;
        for (int i = 0; i < 200; ++i)
            tasks += importTask();
        QVERIFY(journal->add(tasks));
    }
    QVERIFY(!QFile::exists(folder.path() + QStringLiteral("-wal")));
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto size = file.size();
    QVERIFY(size > 40'000);
    if (damage == QLatin1String("no database"))
        QVERIFY(file.write("this is a text, and a long one at that; not a database") > 0);
    else if (damage == QLatin1String("zeroes"))
        QVERIFY(file.write(QByteArray(size, '\0')) == size);
    else if (damage == QLatin1String("a page overwritten"))
        QVERIFY(file.seek(8192) && file.write(QByteArray(16384, 'x')) > 0);
    else if (damage == QLatin1String("cut short"))
        QVERIFY(file.resize(size / 2));
    file.close();
    if (damage == QLatin1String("another program's")) {
        QVERIFY(file.remove());
        QVERIFY(sql(folder.path(), {QStringLiteral("CREATE TABLE tasks (a)")}));
    }
    const auto opening = Journal::open(folder.path());
    QVERIFY2(opening, opening ? "" : qPrintable(opening.error().what()));
    QCOMPARE(opening->warnings.size(), 1);
    QVERIFY(opening->journal->add({importTask()}));
    QCOMPARE(opening->journal->list()->records.size(), 1);
    const auto kept = QFileInfo(folder.path()).dir().entryList({QStringLiteral("*.damaged-*")}, QDir::Files);
    QVERIFY(!kept.isEmpty());
    QVERIFY(opening->warnings.front().contains(kept.front()));
    QVERIFY(Journal::open(folder.path())->warnings.isEmpty());
}

void TestJournal::badRecordHidesNoOther()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    QList<TaskRecord> tasks;
    for (int i = 0; i < 7; ++i)
        tasks += importTask();
    QVERIFY(journal->add(tasks));
    const auto spoil = [&](int which, const char *statement, const QVariant &value) {
        return journal->database().run(statement, {value, tasks[which].id.text()}).has_value();
    };
    QVERIFY(spoil(1, "UPDATE tasks SET state = ? WHERE id = ?", QStringLiteral("flying")));
    QVERIFY(spoil(2, "UPDATE tasks SET settings = ? WHERE id = ?", QStringLiteral("{")));
    QVERIFY(spoil(3, "UPDATE tasks SET kind = ? WHERE id = ?", QByteArray("\xff\xfe", 2)));
    QVERIFY(spoil(4, "UPDATE tasks SET id = ? WHERE id = ?", QStringLiteral("../../etc")));
    QVERIFY(spoil(5, "UPDATE tasks SET cleanup_left = ? WHERE id = ?", QStringLiteral("nothing")));
    const auto list = journal->list();
    QVERIFY(list);
    QCOMPARE(idsOf(list->records), (QStringList{tasks[0].id.text(), tasks[6].id.text()}));
    QCOMPARE(list->problems.size(), 5);
    QVERIFY(list->problems.join(u'\n').contains(tasks[1].id.text()));
    QVERIFY(list->problems.join(u'\n').contains(QLatin1String("flying")));
    const auto changes = journal->changesSince(0);
    QCOMPARE(changes->records.size(), 2);
    QCOMPARE(changes->problems.size(), 5);
    QCOMPARE(journal->load(tasks[2].id).error().code(), ErrorCode::Corrupt);
}

void TestJournal::fullDisk()
{
    SmallVolume volume(512LL * 1024);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const auto path = volume.filePath(QStringLiteral("state/journal.sqlite"));
    auto opening = Journal::open(path);
    QVERIFY(opening);
    auto &journal = *opening->journal;
    QStringList added;
    Result<QList<TaskLease>> status;
    for (;;) {
        const auto task = importTask(QString(2000, u'n'));
        status = journal.add({task});
        if (!status)
            break;
        added += task.id.text();
    }
    QVERIFY2(status.error().code() == ErrorCode::NoSpace || status.error().code() == ErrorCode::Io,
             qPrintable(status.error().what()));
    QVERIFY(added.size() > 10);
    QCOMPARE(idsOf(journal.list()->records), added);
    QVERIFY(volume.resize(4 << 20));
    QVERIFY(journal.add({importTask()}));
    QCOMPARE(journal.list()->records.size(), added.size() + 1);
}

void TestJournal::readOnlyFolder()
{
    SmallVolume volume(1 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const auto path = volume.filePath(QStringLiteral("state/journal.sqlite"));
    QVERIFY(Journal::open(path));
    QVERIFY(volume.makeReadOnly());
    const auto opening = Journal::open(path);
    QVERIFY(!opening);
    QCOMPARE(opening.error().code(), ErrorCode::PermissionDenied);
}

void TestJournal::killedWriters()
{
    const JournalFolder folder;
    const auto task = importTask();
    const auto me = ProcessIdentity::current();
    {
        const auto journal = folder.open();
        QVERIFY(journal->add({task}));
    }
    for (int round = 0; round < 15; ++round) {
        const auto work = [&](const std::function<void()> &ready) {
            const auto journal = folder.open();
            TaskLeases leases(*journal, ProcessIdentity::current());
            const auto lease = leases.acquire(task.id);
            ready();
            for (int i = 0; lease; ++i) {
                const auto state = journal->load(task.id)->state;
                TaskStep step{task.id, state, state == Queued ? Paused : Queued};
                static_cast<void>(journal->transition(step, &lease->lease));
                static_cast<void>(journal->add({importTask(), importTask()}));
            }
        };
        QVERIFY(killedAtWork(work, std::chrono::microseconds(1000 + 1371 * round)));
        const auto opening = Journal::open(folder.path());
        QVERIFY(opening);
        QVERIFY(opening->warnings.isEmpty());
        const auto list = opening->journal->list();
        QVERIFY(list && list->problems.isEmpty());
        QCOMPARE(list->records.size() % 2, 1);
        // The state and its history agree.
        const auto record = opening->journal->load(task.id);
        const auto history = opening->journal->transitions(task.id);
        QVERIFY(record && history);
        QCOMPARE(record->state, history->isEmpty() ? Queued : history->back().to);
        TaskLeases leases(*opening->journal, me);
        QCOMPARE(leases.stale()->size(), 1);
    }
}

void TestJournal::severalProcessesWrite()
{
    constexpr int kChildren = 4;
    constexpr int kEach = 25;
    const JournalFolder folder;
    QList<pid_t> children;
    for (int child = 0; child < kChildren; ++child) {
        const auto pid = ::fork();
        if (pid == 0) {
            // All of them make the file at the same time.
            auto opening = Journal::open(folder.path());
            bool good = opening.has_value() && opening->warnings.isEmpty();
            for (int i = 0; good && i < kEach; ++i)
                good = opening->journal->add({importTask()}).has_value();
            ::_exit(good ? 0 : 1);
        }
        children += pid;
    }
    for (const auto pid : children) {
        int status = 0;
        QCOMPARE(::waitpid(pid, &status, 0), pid);
        QCOMPARE(status, 0);
    }
    const auto list = folder.open()->list();
    QCOMPARE(list->records.size(), kChildren * kEach);
    double before = 0;
    for (const auto &record : list->records) {
        QVERIFY(record.position > before);
        before = record.position;
    }
}

void TestJournal::cost()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto me = ProcessIdentity::current();
    QList<TaskRecord> tasks;
    for (int i = 0; i < 10'000; ++i)
        tasks += importTask(QStringLiteral("machine-%1").arg(i));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(journal->add(tasks));
    const auto add = timer.restart();
    QCOMPARE(journal->list()->records.size(), 10'000);
    const auto list = timer.restart();
    const auto lease = journal->add({importTask()}, &me);
    timer.restart();
    constexpr int kRounds = 50;
    for (int i = 0; i < kRounds; ++i) {
        const auto from = i % 2 == 0 ? Queued : Paused;
        QVERIFY(journal->transition({lease->front().task, from, i % 2 == 0 ? Paused : Queued}, &lease->front()));
    }
    const auto transition = static_cast<double>(timer.nsecsElapsed()) / 1e3 / kRounds;
    timer.restart();
    for (int i = 0; i < kRounds; ++i)
        QVERIFY(journal->updateProgress({{lease->front(), {100, i, 0, 0, 0, 0}, {}}}));
    const auto progress = static_cast<double>(timer.nsecsElapsed()) / 1e3 / kRounds;
    timer.restart();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!*journal->changedByOthers());
    const auto poll = static_cast<double>(timer.nsecsElapsed()) / 1e3 / 1000;
    timer.restart();
    QVERIFY(Journal::open(folder.path()));
    const auto open = timer.elapsed();
    qInfo(
        "10,000 tasks: added in %lld ms, listed in %lld ms, opened and checked in %lld ms; one transition %.0f us, one "
        "note of progress %.0f us, one look for changes %.1f us",
        add, list, open, transition, progress, poll);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
