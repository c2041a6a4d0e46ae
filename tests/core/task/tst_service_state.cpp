// What a service says of a task is kept and shown as it comes; and what is strange about it is remarked.

#include "task/service_state.h"
#include "task/task_record.h"

#include <QTest>

using namespace sealift;
using namespace std::chrono_literals;

namespace {

ImportTaskFacts facts(const char *status, const char *message, int progress)
{
    ImportTaskFacts facts;
    facts.id = QStringLiteral("import-ami-1");
    facts.status = QString::fromLatin1(status);
    facts.message = QString::fromLatin1(message);
    facts.progress = progress;
    return facts;
}

} // namespace

class TestServiceState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
    void namesNoSecret();
    void asksLessOftenWhereNothingChanges();
    void remarksWhatStalls();
    void remarksWhatBeginsAgain();
};

void TestServiceState::comesBack()
{
    auto told = facts("active", "never heard of", 45);
    told.disks.append({QStringLiteral("snap-1"), QStringLiteral("VMDK"), QStringLiteral("completed"), {}, 100});
    TaskRecord record;
    QVERIFY(ServiceState::of(record).isEmpty());
    record.staged.insert(QStringLiteral("service"), ServiceState::of(told).toJson());
    const auto state = ServiceState::of(record);
    QCOMPARE(state.text(), QStringLiteral("active, never heard of, 45 %"));
    QCOMPARE(state.disks.size(), 1);
    QCOMPARE(state.disks.first().snapshot, QStringLiteral("snap-1"));
    QCOMPARE(state.toJson(), ServiceState::of(told).toJson());
}

void TestServiceState::namesNoSecret()
{
    const auto state = ServiceState::of(facts("deleted", "AKIAIOSFODNN7EXAMPLE is not allowed", -1));
    QVERIFY(!state.text().contains(QLatin1String("AKIA")));
    QCOMPARE(ServiceState::of(facts("active", QByteArray(1000, 'x').constData(), -1)).message.size(), 400);
}

void TestServiceState::asksLessOftenWhereNothingChanges()
{
    const ImportWatch::Time begin;
    ImportWatch watch(begin);
    QCOMPARE(watch.pause(), 1000ms);
    for (int i = 0; i < 20; ++i)
        QVERIFY(watch.seen(facts("active", "converting", 30), begin + std::chrono::seconds(i)).isEmpty());
    QCOMPARE(watch.pause(), 15000ms);
    static_cast<void>(watch.seen(facts("active", "converting", 31), begin + 30s));
    QCOMPARE(watch.pause(), 1000ms);
}

void TestServiceState::remarksWhatStalls()
{
    const ImportWatch::Time begin;
    ImportWatch watch(begin, 45min);
    static_cast<void>(watch.seen(facts("active", "converting", 30), begin + 1min));
    QVERIFY(watch.seen(facts("active", "converting", 30), begin + 45min).isEmpty());
    QVERIFY(watch.seen(facts("active", "converting", 30), begin + 46min).contains(QLatin1String("45 minutes")));
    QVERIFY(watch.seen(facts("active", "converting", 31), begin + 47min).isEmpty());
    QVERIFY(watch.seen(facts("deleted", "converting", 31), begin + 200min).isEmpty());
}

void TestServiceState::remarksWhatBeginsAgain()
{
    const ImportWatch::Time begin;
    ImportWatch watch(begin);
    for (const auto *phase : {"pending", "validating", "converting", "converting"})
        QVERIFY2(watch.seen(facts("active", phase, 10), begin).isEmpty(), phase);
    QVERIFY(watch.seen(facts("active", "validating", 10), begin).contains(QLatin1String("1 times")));
    QVERIFY(watch.seen(facts("active", "converting", 10), begin).contains(QLatin1String("2 times")));
}

QTEST_GUILESS_MAIN(TestServiceState)
#include "tst_service_state.moc"
