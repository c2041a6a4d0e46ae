#include "task/task_record.h"
#include "task/task_state.h"

#include <QSet>
#include <QTest>

using namespace sealift;

class TestTaskState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeMatrix();
    void everythingEndsThroughCleanup();
    void everyStateIsReachedAndLeft();
    void namesAreStable_data();
    void namesAreStable();
    void unknownNamesAreCorrupt();
    void endOfRecord();
};

void TestTaskState::wholeMatrix()
{
    // Rows: from; columns: to. In the order of kTaskStates, which is asserted first.
    const QStringList names{QStringLiteral("queued"),     QStringLiteral("preflight"),   QStringLiteral("transferring"),
                            QStringLiteral("finalizing"), QStringLiteral("cleaning-up"), QStringLiteral("completed"),
                            QStringLiteral("paused"),     QStringLiteral("cancelling"),  QStringLiteral("cancelled"),
                            QStringLiteral("failed")};
    const std::array<const char *, 10> table = {
        // q p t f u c P x C F      u: cleaning-up, c: completed, P: paused, x: cancelling, C: cancelled, F: failed
        " . 1 . . . . 1 1 . .", // queued
        " . . 1 . 1 . . 1 . .", // preflight
        " . . . 1 1 . 1 1 . .", // transferring
        " . . . . 1 . . 1 . .", // finalizing
        " 1 . . . . 1 . . 1 1", // cleaning-up
        " . . . . . . . . . .", // completed
        " 1 . 1 . 1 . . 1 . .", // paused
        " . . . . 1 . . . . .", // cancelling
        " 1 . . . . . . . . .", // cancelled
        " 1 . . . 1 . . . . .", // failed
    };
    QCOMPARE(static_cast<qsizetype>(kTaskStates.size()), names.size());
    for (std::size_t from = 0; from < kTaskStates.size(); ++from) {
        QCOMPARE(taskStateName(kTaskStates[from]), names[static_cast<qsizetype>(from)]);
        for (std::size_t to = 0; to < kTaskStates.size(); ++to) {
            const bool expected = table[from][2 * to + 1] == '1';
            QVERIFY2(mayFollow(kTaskStates[from], kTaskStates[to]) == expected,
                     qPrintable(QStringLiteral("%1 -> %2")
                                    .arg(names[static_cast<qsizetype>(from)], names[static_cast<qsizetype>(to)])));
        }
    }
}

void TestTaskState::everythingEndsThroughCleanup()
{
    for (const auto from : kTaskStates) {
        for (const auto to : kTaskStates) {
            if (isEnd(to) && mayFollow(from, to))
                QCOMPARE(from, TaskState::CleaningUp);
        }
    }
}

void TestTaskState::everyStateIsReachedAndLeft()
{
    QSet<int> reached{static_cast<int>(TaskState::Queued)};
    for (std::size_t round = 0; round < kTaskStates.size(); ++round) {
        for (const auto from : kTaskStates) {
            for (const auto to : kTaskStates) {
                if (reached.contains(static_cast<int>(from)) && mayFollow(from, to))
                    reached.insert(static_cast<int>(to));
            }
        }
    }
    QCOMPARE(static_cast<std::size_t>(reached.size()), kTaskStates.size());
    for (const auto from : kTaskStates) {
        const bool isLeft =
            std::any_of(kTaskStates.begin(), kTaskStates.end(), [from](TaskState to) { return mayFollow(from, to); });
        QCOMPARE(isLeft, from != TaskState::Completed);
        // No task can end without a way there being open from wherever it is.
        if (!isEnd(from) && from != TaskState::CleaningUp && from != TaskState::Cancelling)
            QVERIFY(mayFollow(from, TaskState::Cancelling));
    }
}

void TestTaskState::namesAreStable_data()
{
    QTest::addColumn<TaskState>("state");
    for (const auto state : kTaskStates)
        QTest::newRow(qPrintable(taskStateName(state))) << state;
}

void TestTaskState::namesAreStable()
{
    QFETCH(const TaskState, state);
    const auto back = taskStateFromName(taskStateName(state));
    QVERIFY(back);
    QCOMPARE(*back, state);
}

void TestTaskState::unknownNamesAreCorrupt()
{
    for (const auto *name : {"", "Queued", "queued ", "running"}) {
        const auto state = taskStateFromName(QString::fromLatin1(name));
        QVERIFY(!state);
        QCOMPARE(state.error().code(), ErrorCode::Corrupt);
    }
    QVERIFY(!taskKindFromName(u"move"));
    QVERIFY(!taskWishFromName(u"stop"));
    QVERIFY(!cleanupStateFromName(u"done"));
}

void TestTaskState::endOfRecord()
{
    TaskRecord record;
    QVERIFY(!record.end());
    record.state = TaskState::CleaningUp;
    QVERIFY(!record.end());
    record.state = TaskState::Completed;
    QCOMPARE(*record.end(), TaskEnd::Completed);
    record.state = TaskState::Cancelled;
    QCOMPARE(*record.end(), TaskEnd::Cancelled);
    record.state = TaskState::Failed;
    QCOMPARE(*record.end(), TaskEnd::Failed);
    record.cleanup = CleanupStatus::unconfirmed({QStringLiteral("a file")});
    QCOMPARE(*record.end(), TaskEnd::CleanupUnconfirmed);
    QCOMPARE(taskEndName(TaskEnd::CleanupUnconfirmed), QStringLiteral("cleanup-unconfirmed"));
}

QTEST_GUILESS_MAIN(TestTaskState)
#include "tst_task_state.moc"
