#include "task/task_settings.h"

#include <QTest>

using namespace sealift;

class TestTaskSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportOptionsComeBack();
    void earlierTasksHaveNoOptions();
    void unknownNamesAreRefused_data();
    void unknownNamesAreRefused();
};

namespace {

ExportSettings sample()
{
    ExportSettings settings;
    settings.library.location = QStringLiteral("/srv/library");
    settings.request.image = QStringLiteral("web01");
    settings.request.format = WriteFormat::Vhd;
    settings.request.path = QStringLiteral("/tmp/web01.vhd");
    return settings;
}

} // namespace

void TestTaskSettings::exportOptionsComeBack()
{
    auto settings = sample();
    settings.request.options = {.subformat = WriteSubformat::Fixed,
                                .compression = WriteCompression::None,
                                .blockSize = 2 << 20,
                                .alignment = 1 << 20};
    const auto json = settings.toJson();
    QCOMPARE(json.value(QStringLiteral("subformat")).toString(), QStringLiteral("fixed"));
    QCOMPARE(json.value(QStringLiteral("compression")).toString(), QStringLiteral("none"));
    QCOMPARE(json.value(QStringLiteral("block-size")).toInteger(), 2 << 20);
    QCOMPARE(json.value(QStringLiteral("align")).toInteger(), 1 << 20);
    const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(parsed);
    QVERIFY(parsed->request.options == settings.request.options);
    QCOMPARE(parsed->request.format, WriteFormat::Vhd);
}

void TestTaskSettings::earlierTasksHaveNoOptions()
{
    const auto json = sample().toJson();
    for (const auto *key : {"subformat", "compression", "block-size", "align"})
        QVERIFY(!json.contains(QLatin1String(key)));
    const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(parsed);
    QVERIFY(parsed->request.options == WriteOptions());
}

void TestTaskSettings::unknownNamesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    for (const auto *key : {"format", "subformat", "compression"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestTaskSettings::unknownNamesAreRefused()
{
    QFETCH(const QString, key);
    auto json = sample().toJson();
    json.insert(key, QStringLiteral("amiga"));
    const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::Corrupt);
    QVERIFY(parsed.error().what().contains(QLatin1String("amiga")));
}

QTEST_GUILESS_MAIN(TestTaskSettings)

#include "tst_task_settings.moc"
