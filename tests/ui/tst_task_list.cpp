#include "ui/queue/task_actions.h"
#include "ui/queue/task_filter.h"
#include "ui/queue/task_model.h"
#include "ui/queue/task_traces.h"
#include "ui/queue/task_view.h"
#include "ui/support/window_fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

const auto kNas = QStringLiteral("Office NAS");

TaskRecord waiting(const QString &name)
{
    return stagedTask(name, TaskKind::Import, kNas, {{QStringLiteral("halt"), QStringLiteral("transferring")}});
}

/// A queue with the model, the filter, the actions and the view over it.
struct List {
    explicit List(int concurrency)
        : fixture(concurrency)
    {
        fixture.openQueue();
        traces = std::make_unique<TaskTraces>(*fixture.queue);
        model = std::make_unique<TaskModel>(*fixture.queue, *traces);
        filter = std::make_unique<TaskFilter>(*model, *traces);
        tester = std::make_unique<QAbstractItemModelTester>(filter.get(),
                                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
        actions = std::make_unique<TaskActions>(*fixture.queue, fixture.files);
        view = std::make_unique<TaskView>(*filter, *actions);
        QObject::connect(filter.get(), &TaskFilter::moveRequested, view.get(),
                         [this](const QList<TaskId> &ids, const TaskId &before) {
                             for (const auto &id : ids)
                                 fixture.queue->moveBefore(id, before);
                         });
    }

    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < filter->rowCount(); ++row)
            list += filter->index(row, static_cast<int>(TaskColumn::Name)).data().toString();
        return list;
    }

    TaskState stateOf(const TaskId &id) const
    {
        const auto *record = fixture.queue->task(id);
        return record == nullptr ? TaskState::Cancelled : record->state;
    }

    WindowFixture fixture;
    std::unique_ptr<TaskTraces> traces;
    std::unique_ptr<TaskModel> model;
    std::unique_ptr<TaskFilter> filter;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<TaskActions> actions;
    std::unique_ptr<TaskView> view;
};

} // namespace

class TestTaskList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheQueueHas();
    void searchesAndGroups();
    void keepsTheChoiceThroughASearch();
    void keepsTheOrderThroughASearch();
    void showsASteadyRate();
    void dragsIntoAnotherOrder();
    void allowsWhatMakesSense();
    void copiesDetails();
    void remembersColumns();
};

void TestTaskList::showsWhatTheQueueHas()
{
    List list(0);
    const auto ids = list.fixture.queue->add({waiting(QStringLiteral("a.vmdk")), waiting(QStringLiteral("b.vmdk"))});
    QTRY_COMPARE(list.names(), (QStringList{QStringLiteral("a.vmdk"), QStringLiteral("b.vmdk")}));
    const auto state = list.filter->index(0, static_cast<int>(TaskColumn::State));
    QCOMPARE(state.data().toString(), QStringLiteral("queued"));
    QVERIFY(list.filter->index(0, static_cast<int>(TaskColumn::Name))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("Office NAS")));
    list.fixture.queue->setConcurrency(1);
    QTRY_COMPARE(list.filter->index(0, static_cast<int>(TaskColumn::State)).data().toString(),
                 QStringLiteral("transferring"));
    list.fixture.queue->cancel(ids);
    QTRY_COMPARE(list.stateOf(ids[0]), TaskState::Cancelled);
    QTRY_COMPARE(list.stateOf(ids[1]), TaskState::Cancelled);
    list.fixture.queue->remove({ids[0]});
    QTRY_COMPARE(list.names(), QStringList{QStringLiteral("b.vmdk")});
}

void TestTaskList::searchesAndGroups()
{
    List list(1);
    list.fixture.queue->add({waiting(QStringLiteral("Web01.vmdk")), waiting(QStringLiteral("db02.vmdk")),
                             stagedTask(QStringLiteral("mail.qcow2"), TaskKind::Import, QStringLiteral("prod"), {})});
    QTRY_COMPARE(list.filter->rowCount(), 3);
    list.filter->setSearch(QStringLiteral("office web"));
    QCOMPARE(list.names(), QStringList{QStringLiteral("Web01.vmdk")});
    list.filter->setSearch({});
    list.filter->setGroup(TaskGroup::Active);
    QTRY_COMPARE(list.names(), QStringList{QStringLiteral("Web01.vmdk")});
    list.filter->setGroup(TaskGroup::Waiting);
    QCOMPARE(list.names(), (QStringList{QStringLiteral("db02.vmdk"), QStringLiteral("mail.qcow2")}));
    // What leaves the group leaves the list, without anybody touching it.
    list.fixture.queue->setConcurrency(3);
    QTRY_COMPARE(list.filter->rowCount(), 0);
    list.filter->setGroup(TaskGroup::Done);
    QTRY_COMPARE(list.names(), QStringList{QStringLiteral("mail.qcow2")});
    list.filter->setGroup(TaskGroup::All);
    list.filter->sort(static_cast<int>(TaskColumn::Name), Qt::DescendingOrder);
    QCOMPARE(list.names().first(), QStringLiteral("Web01.vmdk"));
}

void TestTaskList::keepsTheChoiceThroughASearch()
{
    List list(0);
    const auto ids = list.fixture.queue->add(
        {waiting(QStringLiteral("a")), waiting(QStringLiteral("b")), waiting(QStringLiteral("c"))});
    QTRY_COMPARE(list.filter->rowCount(), 3);
    list.view->choose({ids[1]});
    QCOMPARE(list.view->chosen(), QList<TaskId>{ids[1]});
    list.filter->setSearch(QStringLiteral("b"));
    QCOMPARE(list.view->chosen(), QList<TaskId>{ids[1]});
    list.filter->sort(static_cast<int>(TaskColumn::Name), Qt::DescendingOrder);
    list.filter->setSearch({});
    QCOMPARE(list.view->chosen(), QList<TaskId>{ids[1]});
}

void TestTaskList::keepsTheOrderThroughASearch()
{
    List list(0);
    const auto ids = list.fixture.queue->add({waiting(QStringLiteral("one c")), waiting(QStringLiteral("two b")),
                                              waiting(QStringLiteral("one a")), waiting(QStringLiteral("two d"))});
    QTRY_COMPARE(list.filter->rowCount(), 4);
    list.filter->sort(static_cast<int>(TaskColumn::Name), Qt::AscendingOrder);
    list.filter->setSearch(QStringLiteral("one"));
    QCOMPARE(list.names(), (QStringList{QStringLiteral("one a"), QStringLiteral("one c")}));
    // What comes and goes while it is hidden has its place when it is shown.
    list.fixture.queue->add(waiting(QStringLiteral("two a")));
    QTRY_COMPARE(list.model->rowCount(), 5);
    list.fixture.queue->cancel({ids[1]});
    QTRY_COMPARE(list.stateOf(ids[1]), TaskState::Cancelled);
    list.fixture.queue->remove({ids[1]});
    QTRY_COMPARE(list.model->rowCount(), 4);
    QCOMPARE(list.names(), (QStringList{QStringLiteral("one a"), QStringLiteral("one c")}));
    list.filter->setSearch(QStringLiteral("two"));
    QCOMPARE(list.names(), (QStringList{QStringLiteral("two a"), QStringLiteral("two d")}));
    list.filter->setSearch({});
    QCOMPARE(list.names(), (QStringList{QStringLiteral("one a"), QStringLiteral("one c"), QStringLiteral("two a"),
                                        QStringLiteral("two d")}));
}

void TestTaskList::showsASteadyRate()
{
    List list(1);
    constexpr double kRate = 50e6;
    const auto id =
        list.fixture.queue->add(stagedTask(QStringLiteral("a"), TaskKind::Import, kNas,
                                           {{QStringLiteral("size"), 1'000'000'000}, {QStringLiteral("rate"), kRate}}));
    QTRY_VERIFY(list.traces->rate(id) > 0);
    QVERIFY2(!list.traces->timeLeft(id), "an estimate before there is anything to go by");
    QTRY_VERIFY_WITH_TIMEOUT(list.traces->timeLeft(id).has_value(), 8000);
    QVERIFY2(std::abs(list.traces->rate(id) - kRate) < kRate * 0.3, qPrintable(QString::number(list.traces->rate(id))));
    const int row = list.model->rowOf(id);
    QTRY_VERIFY(!list.model->index(row, static_cast<int>(TaskColumn::TimeLeft)).data().toString().isEmpty());
    list.fixture.queue->cancel({id});
    QTRY_COMPARE(list.traces->rate(id), 0.0);
}

void TestTaskList::dragsIntoAnotherOrder()
{
    List list(0);
    const auto ids = list.fixture.queue->add(
        {waiting(QStringLiteral("a")), waiting(QStringLiteral("b")), waiting(QStringLiteral("c"))});
    QTRY_COMPARE(list.filter->rowCount(), 3);
    const std::unique_ptr<QMimeData> dragged(list.filter->mimeData({list.filter->index(2, 0)}));
    QVERIFY(list.filter->canDropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    QVERIFY(list.filter->flags(list.filter->index(2, 0)).testFlag(Qt::ItemIsDragEnabled));
    list.filter->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {});
    QTRY_COMPARE(list.names(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    // In any other order than the queue's a place between two rows means nothing.
    list.filter->sort(static_cast<int>(TaskColumn::Name), Qt::AscendingOrder);
    QVERIFY(!list.filter->canDropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
}

void TestTaskList::allowsWhatMakesSense()
{
    List list(1);
    const auto ids = list.fixture.queue->add({waiting(QStringLiteral("a")), waiting(QStringLiteral("b"))});
    QTRY_COMPARE(list.stateOf(ids[0]), TaskState::Transferring);
    QTRY_COMPARE(list.filter->rowCount(), 2);
    // What runs has its place, and cannot be dragged into another one.
    QTRY_VERIFY(!list.model->flags(list.model->index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(list.model->flags(list.model->index(1, 0)).testFlag(Qt::ItemIsDragEnabled));
    auto &actions = *list.actions;
    list.view->choose({ids[0]});
    QVERIFY(actions.pause->isEnabled() && actions.cancel->isEnabled());
    QVERIFY(!actions.resume->isEnabled() && !actions.retry->isEnabled() && !actions.remove->isEnabled());
    QVERIFY(!actions.up->isEnabled() && !actions.receipt->isEnabled());
    actions.pause->trigger();
    QTRY_COMPARE(list.stateOf(ids[0]), TaskState::Paused);
    QTRY_VERIFY(actions.resume->isEnabled());
    actions.cancel->trigger();
    QTRY_COMPARE(list.stateOf(ids[0]), TaskState::Cancelled);
    QTRY_VERIFY(actions.retry->isEnabled() && actions.remove->isEnabled() && actions.receipt->isEnabled());
    QSignalSpy receipts(&actions, &TaskActions::receiptRequested);
    actions.receipt->trigger();
    QCOMPARE(receipts.count(), 1);
    actions.folder->trigger();
    QCOMPARE(list.fixture.files.shown, QStringList{QStringLiteral("/srv/images/a")});
    actions.remove->trigger();
    QTRY_COMPARE(list.names(), QStringList{QStringLiteral("b")});
}

void TestTaskList::copiesDetails()
{
    List list(1);
    const auto id =
        list.fixture.queue->add(stagedTask(QStringLiteral("a.raw"), TaskKind::Import, kNas,
                                           {{QStringLiteral("error"), QStringLiteral("no-space: 2.1 GiB short")}}));
    QTRY_COMPARE(list.stateOf(id), TaskState::Failed);
    QTRY_COMPARE(list.filter->rowCount(), 1);
    list.view->choose({id});
    list.actions->copy->trigger();
    const auto text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(QStringLiteral("2.1 GiB short")) && text.contains(id.text()), qPrintable(text));
}

void TestTaskList::remembersColumns()
{
    List list(0);
    list.view->setColumnHidden(static_cast<int>(TaskColumn::Rate), true);
    list.view->setColumnHidden(static_cast<int>(TaskColumn::Size), false);
    const auto state = list.view->saveColumns();
    List other(0);
    QVERIFY(other.view->restoreColumns(state));
    QVERIFY(other.view->isColumnHidden(static_cast<int>(TaskColumn::Rate)));
    QVERIFY(!other.view->isColumnHidden(static_cast<int>(TaskColumn::Size)));
    QVERIFY(!other.view->restoreColumns("nonsense"));
}

QTEST_MAIN(TestTaskList)
#include "tst_task_list.moc"
