#include "base/json.h"

#include <QTest>

#include <limits>

using namespace sealift;

namespace {

JsonFields fieldsOf(const char *json)
{
    return {parseJsonObject(json, QStringLiteral("doc")).value(), QStringLiteral("config of /srv/library")};
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void readsFields();
    void namesTheField_data();
    void namesTheField();
    void readsWholeNumbers_data();
    void readsWholeNumbers();
    void readsTimes_data();
    void readsTimes();
    void refusesTimes_data();
    void refusesTimes();
    void refusesBase64_data();
    void refusesBase64();
    void optionalFields();
    void writesTimes();
};

void TestJson::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"a\": 1");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("text behind") << QByteArray("{} x");
    QTest::newRow("zero bytes") << QByteArray(8, '\0');
    QTest::newRow("nested too deep") << QByteArray(5000, '[');
}

void TestJson::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, text);
    const auto parsed = parseJsonObject(text, QStringLiteral("config of /srv/%1"));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::Corrupt);
    QVERIFY2(parsed.error().what().startsWith(QStringLiteral("config of /srv/%1 is not ")),
             qPrintable(parsed.error().what()));
}

void TestJson::readsFields()
{
    const auto fields = fieldsOf(R"({"s": "ä%1", "n": 9007199254740993, "b": true, "t": "2024-05-06T07:08:09.5+02:00",
        "r": "AAECAw==", "l": [1, "x"], "o": {"inner": {"n": -4}}, "tags": ["a", "b"]})");
    QCOMPARE(fields.string(QStringLiteral("s")).value(), QStringLiteral("ä%1"));
    QCOMPARE(fields.integer(QStringLiteral("n")).value(), Q_INT64_C(9007199254740993));
    QCOMPARE(fields.boolean(QStringLiteral("b")).value(), true);
    QCOMPARE(fields.base64(QStringLiteral("r")).value(), QByteArray("\0\1\2\3", 4));
    QCOMPARE(fields.array(QStringLiteral("l")).value().size(), 2);
    QCOMPARE(fields.optionalStrings(QStringLiteral("tags")).value(),
             QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    const auto inner = fields.object(QStringLiteral("o"))->object(QStringLiteral("inner"));
    QCOMPARE(inner->integer(QStringLiteral("n")).value(), -4);
    QVERIFY(fields.has(QStringLiteral("s")));
    QVERIFY(!fields.has(QStringLiteral("z")));
}

void TestJson::namesTheField_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("what");
    const auto add = [](const char *row, const char *text, const char *what) {
        QTest::newRow(row) << QByteArray(text) << QStringLiteral("config of /srv/library: ") + QLatin1String(what);
    };
    add("missing", R"({})", R"(field "version" is missing)");
    add("null", R"({"version": null})", R"(field "version" is not a whole number)");
    add("string", R"({"version": "2"})", R"(field "version" is not a whole number)");
    add("fraction", R"({"version": 1.5})", R"(field "version" is not a whole number)");
    add("too large", R"({"version": 1e300})", R"(field "version" is not a whole number)");
    add("no string", R"({"version": 1, "id": 7})", R"(field "id" is not a string)");
    add("no boolean", R"({"version": 1, "id": "a", "on": 1})", R"(field "on" is not true or false)");
    add("no object", R"({"version": 1, "id": "a", "on": true, "mac": []})", R"(field "mac" is not an object)");
    add("inner field", R"({"version": 1, "id": "a", "on": true, "mac": {}})", R"(mac: field "k" is missing)");
    add("inner list", R"({"version": 1, "id": "a", "on": true, "mac": {"k": "AA==", "l": {}}})",
        R"(mac: field "l" is not a list)");
    add("inner strings", R"({"version": 1, "id": "a", "on": true, "mac": {"k": "AA==", "l": [], "t": [1]}})",
        R"(mac: field "t" is not a list of strings)");
}

void TestJson::namesTheField()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, what);
    const auto readAll = [&text]() -> Status {
        const auto fields = fieldsOf(text.constData());
        SEALIFT_TRY(fields.integer(QStringLiteral("version")));
        SEALIFT_TRY(fields.string(QStringLiteral("id")));
        SEALIFT_TRY(fields.boolean(QStringLiteral("on")));
        SEALIFT_ASSIGN(const auto mac, fields.object(QStringLiteral("mac")));
        SEALIFT_TRY(mac.base64(QStringLiteral("k")));
        SEALIFT_TRY(mac.array(QStringLiteral("l")));
        SEALIFT_TRY(mac.optionalStrings(QStringLiteral("t")));
        return {};
    };
    const auto status = readAll();
    QVERIFY(!status);
    QCOMPARE(status.error().code(), ErrorCode::Corrupt);
    QCOMPARE(status.error().what(), what);
}

void TestJson::readsWholeNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint64>("value");
    QTest::newRow("zero") << QByteArray("0") << Q_INT64_C(0);
    QTest::newRow("negative") << QByteArray("-1") << Q_INT64_C(-1);
    QTest::newRow("largest") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
    QTest::newRow("written as a real") << QByteArray("3.0") << Q_INT64_C(3);
}

void TestJson::readsWholeNumbers()
{
    QFETCH(const QByteArray, number);
    QFETCH(const qint64, value);
    const auto fields = fieldsOf(QByteArray("{\"n\": " + number + "}").constData());
    QCOMPARE(fields.integer(QStringLiteral("n")).value(), value);
}

void TestJson::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    // As Go writes them: fractions of one to nine digits, offsets of any zone.
    QTest::newRow("no fraction") << QStringLiteral("2024-05-06T07:08:09Z")
                                 << QStringLiteral("2024-05-06T07:08:09.000Z");
    QTest::newRow("one digit") << QStringLiteral("2024-05-06T07:08:09.5Z")
                               << QStringLiteral("2024-05-06T07:08:09.500Z");
    QTest::newRow("nine digits") << QStringLiteral("2024-05-06T07:08:09.123456789+02:00")
                                 << QStringLiteral("2024-05-06T05:08:09.123Z");
    QTest::newRow("no rounding up") << QStringLiteral("2024-12-31T23:59:59.999999999Z")
                                    << QStringLiteral("2024-12-31T23:59:59.999Z");
    QTest::newRow("west") << QStringLiteral("2024-05-06T23:08:09.1-09:30")
                          << QStringLiteral("2024-05-07T08:38:09.100Z");
    QTest::newRow("lower case") << QStringLiteral("2024-05-06t07:08:09z") << QStringLiteral("2024-05-06T07:08:09.000Z");
}

void TestJson::readsTimes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, utc);
    const JsonFields fields({{QStringLiteral("t"), text}}, QStringLiteral("doc"));
    const auto time = fields.time(QStringLiteral("t"));
    QVERIFY2(time.has_value(), time ? "" : qPrintable(time.error().what()));
    QCOMPARE(toRfc3339(*time), utc);
}

void TestJson::refusesTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no offset") << QStringLiteral("2024-05-06T07:08:09");
    QTest::newRow("date only") << QStringLiteral("2024-05-06");
    QTest::newRow("no such day") << QStringLiteral("2024-02-30T07:08:09Z");
    QTest::newRow("no such hour") << QStringLiteral("2024-02-03T25:08:09Z");
    QTest::newRow("text behind") << QStringLiteral("2024-05-06T07:08:09Z later");
    QTest::newRow("no seconds") << QStringLiteral("2024-05-06T07:08Z");
    QTest::newRow("no digit in the fraction") << QStringLiteral("2024-05-06T07:08:09.Z");
    QTest::newRow("offset without colon") << QStringLiteral("2024-05-06T07:08:09+0200");
    QTest::newRow("line behind") << QStringLiteral("2024-05-06T07:08:09Z\n");
    QTest::newRow("words") << QStringLiteral("yesterday");
}

void TestJson::refusesTimes()
{
    QFETCH(const QString, text);
    const JsonFields fields({{QStringLiteral("t"), text}}, QStringLiteral("doc"));
    const auto time = fields.time(QStringLiteral("t"));
    QVERIFY2(!time, time ? qPrintable(time->toString()) : "");
    QCOMPARE(time.error().what(), QStringLiteral("doc: field \"t\" is not a time (RFC 3339)"));
}

void TestJson::refusesBase64_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("foreign letter") << QStringLiteral("AA*=");
    QTest::newRow("beyond Latin-1") << QStringLiteral("AAA\u20ac");
    QTest::newRow("URL alphabet") << QStringLiteral("AA-_");
    QTest::newRow("one letter too many") << QStringLiteral("AAAAA");
    QTest::newRow("nothing but padding") << QStringLiteral("====");
    QTest::newRow("too much padding") << QStringLiteral("A===");
    QTest::newRow("padding inside") << QStringLiteral("AA==AAAA");
    QTest::newRow("padding is missing") << QStringLiteral("AAECAw");
}

void TestJson::refusesBase64()
{
    QFETCH(const QString, text);
    const JsonFields fields({{QStringLiteral("k"), text}}, QStringLiteral("doc"));
    const auto decoded = fields.base64(QStringLiteral("k"));
    QVERIFY2(!decoded, decoded ? decoded->toHex().constData() : "");
    QCOMPARE(decoded.error().code(), ErrorCode::Corrupt);
}

void TestJson::optionalFields()
{
    const auto fields = fieldsOf(R"({"null": null, "s": "x", "n": 1})");
    QCOMPARE(fields.optionalStrings(QStringLiteral("absent")).value(), QStringList());
    QCOMPARE(fields.optionalStrings(QStringLiteral("null")).value(), QStringList());
    QCOMPARE(fields.optionalString(QStringLiteral("absent")).value(), QString());
    QCOMPARE(fields.optionalString(QStringLiteral("null")).value(), QString());
    QCOMPARE(fields.optionalString(QStringLiteral("s")).value(), QStringLiteral("x"));
    QVERIFY(!fields.optionalString(QStringLiteral("n")));
    QVERIFY(!fields.optionalStrings(QStringLiteral("s")));
}

void TestJson::writesTimes()
{
    const QDateTime time(QDate(2024, 5, 6), QTime(1, 2, 3, 45), Qt::OffsetFromUTC, 2 * 3600);
    QCOMPARE(toRfc3339(time), QStringLiteral("2024-05-05T23:02:03.045Z"));
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
