#include "task/task_id.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <thread>

using namespace sealift;

class TestTaskId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isVersionSeven();
    void sortsByTime();
    void isUnique();
    void readsWhatItWrites();
    void refuses_data();
    void refuses();
};

void TestTaskId::isVersionSeven()
{
    static const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"));
    for (int i = 0; i < 1000; ++i) {
        const auto text = TaskId::create().text();
        QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
    }
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto time = TaskId::create().text().remove(QLatin1Char('-')).left(12).toLongLong(nullptr, 16);
    QVERIFY(time >= now && time - now < 5000);
}

void TestTaskId::sortsByTime()
{
    auto before = TaskId::create();
    for (int i = 0; i < 200; ++i) {
        std::this_thread::sleep_for(std::chrono::microseconds(20));
        const auto next = TaskId::create();
        QVERIFY(before < next);
        QVERIFY(before.text() < next.text());
        before = next;
    }
}

void TestTaskId::isUnique()
{
    QSet<TaskId> ids;
    for (int i = 0; i < 20'000; ++i)
        ids.insert(TaskId::create());
    QCOMPARE(ids.size(), 20'000);
}

void TestTaskId::readsWhatItWrites()
{
    const auto id = TaskId::create();
    QVERIFY(!id.isNull());
    QVERIFY(TaskId().isNull());
    const auto back = TaskId::parse(id.text());
    QVERIFY(back);
    QCOMPARE(back->text(), id.text());
    QVERIFY(*back == id);
    QVERIFY(id.text().endsWith(id.shortText()));
    QCOMPARE(id.shortText().size(), 8);
    const auto known = TaskId::parse(u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"); // RFC 9562, A.6
    QVERIFY(known);
    QCOMPARE(known->text(), QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
}

void TestTaskId::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("upper case") << QStringLiteral("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
    QTest::newRow("version 4") << QStringLiteral("017f22e2-79b0-4cc3-98c4-dc0c0c07398f");
    QTest::newRow("another variant") << QStringLiteral("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f");
    QTest::newRow("all zero") << QStringLiteral("00000000-0000-0000-0000-000000000000");
    QTest::newRow("no hyphens") << QStringLiteral("017f22e279b07cc398c4dc0c0c07398f");
    QTest::newRow("braces") << QStringLiteral("{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}");
    QTest::newRow("short") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398");
    QTest::newRow("path") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c/../..");
    QTest::newRow("hyphen elsewhere") << QStringLiteral("017f22e-279b0-7cc3-98c4-dc0c0c07398f");
    QTest::newRow("other digits") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398\u0661");
}

void TestTaskId::refuses()
{
    QFETCH(const QString, text);
    const auto id = TaskId::parse(text);
    QVERIFY(!id);
    QCOMPARE(id.error().code(), ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestTaskId)
#include "tst_task_id.moc"
