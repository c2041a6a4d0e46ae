#include "task/bandwidth_schedule.h"

#include <QJsonObject>
#include <QTest>

using namespace sealift;

namespace {

constexpr qint64 kSlow = 1'000'000;
constexpr qint64 kUsual = 50'000'000;

/// A day of the week that began on Monday, the 4th of January 2027.
QDateTime at(int dayOfWeek, int hour, int minute = 0)
{
    return {QDate(2027, 1, 3 + dayOfWeek), QTime(hour, minute)};
}

} // namespace

class TestBandwidthSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversItsHours_data();
    void coversItsHours();
    void takesTheFirstThatCovers();
    void leavesTheRestToTheUsualLimit();
    void coversEachMinuteOnceWhereItIsCutInTwo();
    void comesBackFromJson();
    void refusesNonsense_data();
    void refusesNonsense();
};

void TestBandwidthSchedule::coversItsHours_data()
{
    QTest::addColumn<quint8>("days");
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("until");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<bool>("covered");
    const auto workdays = BandwidthRule::kWorkdays;
    const QTime eight(8, 0);
    const QTime six(18, 0);
    QTest::newRow("at its beginning") << workdays << eight << six << at(1, 8) << true;
    QTest::newRow("a minute before") << workdays << eight << six << at(1, 7, 59) << false;
    QTest::newRow("in its last minute") << workdays << eight << six << at(5, 17, 59) << true;
    QTest::newRow("at its end") << workdays << eight << six << at(5, 18) << false;
    QTest::newRow("on a Saturday") << workdays << eight << six << at(6, 12) << false;
    QTest::newRow("on a Sunday") << BandwidthRule::kWeekend << eight << six << at(7, 12) << true;

    // Past midnight: the day is that on which it begins.
    const QTime ten(22, 0);
    QTest::newRow("an evening") << workdays << ten << six << at(5, 23) << true;
    QTest::newRow("the morning after Friday") << workdays << ten << eight << at(6, 7, 59) << true;
    QTest::newRow("that morning's end") << workdays << ten << eight << at(6, 8) << false;
    QTest::newRow("the morning of Monday") << workdays << ten << eight << at(1, 3) << false;
    QTest::newRow("the morning after Sunday") << quint8{0x40} << ten << eight << at(1, 3) << true;

    const QTime midnight(0, 0);
    QTest::newRow("a whole day, its first minute") << quint8{0x04} << midnight << midnight << at(3, 0) << true;
    QTest::newRow("a whole day, its last minute") << quint8{0x04} << midnight << midnight << at(3, 23, 59) << true;
    QTest::newRow("after a whole day") << quint8{0x04} << midnight << midnight << at(4, 0) << false;
    QTest::newRow("24 hours from noon") << quint8{0x04} << QTime(12, 0) << QTime(12, 0) << at(4, 11, 59) << true;
    QTest::newRow("after 24 hours from noon") << quint8{0x04} << QTime(12, 0) << QTime(12, 0) << at(4, 12) << false;
}

void TestBandwidthSchedule::coversItsHours()
{
    QFETCH(const quint8, days);
    QFETCH(const QTime, from);
    QFETCH(const QTime, until);
    QFETCH(const QDateTime, moment);
    QFETCH(const bool, covered);
    QCOMPARE((BandwidthRule{days, from, until, kSlow}.covers(moment)), covered);
}

void TestBandwidthSchedule::takesTheFirstThatCovers()
{
    const BandwidthSchedule schedule{
        {{BandwidthRule::kEveryDay, {12, 0}, {13, 0}, 0}, {BandwidthRule::kWorkdays, {8, 0}, {18, 0}, kSlow}}};
    QCOMPARE(schedule.limitAt(at(2, 11), kUsual), kSlow);
    QCOMPARE(schedule.limitAt(at(2, 12, 30), kUsual), qint64{0}); // at lunch there is no limit
    QCOMPARE(schedule.limitAt(at(2, 13), kUsual), kSlow);
}

void TestBandwidthSchedule::leavesTheRestToTheUsualLimit()
{
    const BandwidthSchedule schedule{{{BandwidthRule::kWorkdays, {8, 0}, {18, 0}, kSlow}}};
    QCOMPARE(schedule.limitAt(at(6, 12), kUsual), kUsual);
    QCOMPARE(schedule.limitAt(at(2, 20), 0), qint64{0});
    QCOMPARE(BandwidthSchedule().limitAt(at(2, 12), kUsual), kUsual);
}

void TestBandwidthSchedule::coversEachMinuteOnceWhereItIsCutInTwo()
{
    const BandwidthRule day{BandwidthRule::kEveryDay, {6, 30}, {21, 15}, kSlow};
    const BandwidthRule night{BandwidthRule::kEveryDay, {21, 15}, {6, 30}, kSlow};
    for (auto moment = at(1, 0); moment < at(1, 0).addDays(8); moment = moment.addSecs(60))
        QVERIFY2(day.covers(moment) != night.covers(moment), qPrintable(moment.toString()));
}

void TestBandwidthSchedule::comesBackFromJson()
{
    const BandwidthSchedule schedule{
        {{BandwidthRule::kWorkdays, {8, 5}, {18, 0}, kSlow}, {BandwidthRule::kWeekend, {0, 0}, {0, 0}, 0}}};
    const auto parsed = BandwidthSchedule::parse(schedule.toJson(), QStringLiteral("test"));
    QVERIFY(parsed);
    QVERIFY(*parsed == schedule);
    QVERIFY(BandwidthSchedule::parse({}, QStringLiteral("test"))->rules.isEmpty());
}

void TestBandwidthSchedule::refusesNonsense_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no day") << "days" << QJsonValue(0);
    QTest::newRow("an eighth day") << "days" << QJsonValue(128);
    QTest::newRow("no time") << "from" << QJsonValue(QStringLiteral("25:00"));
    QTest::newRow("a time as a number") << "until" << QJsonValue(8);
    QTest::newRow("below zero") << "bytesPerSecond" << QJsonValue(-1);
}

void TestBandwidthSchedule::refusesNonsense()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    auto rule = BandwidthSchedule{{BandwidthRule{}}}.toJson().first().toObject();
    rule.insert(field, value);
    const auto parsed = BandwidthSchedule::parse({rule}, QStringLiteral("settings.json"));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::Corrupt);
    QVERIFY2(parsed.error().what().contains(field), qPrintable(parsed.error().what()));
}

QTEST_GUILESS_MAIN(TestBandwidthSchedule)

#include "tst_bandwidth_schedule.moc"
