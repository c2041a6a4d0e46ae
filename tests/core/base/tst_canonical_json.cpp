#include "base/canonical_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace sealift;

namespace {

QByteArray canonicalOf(const QJsonValue &value)
{
    const auto text = canonicalJson(value);
    return text ? *text : "error: " + text.error().what().toUtf8();
}

} // namespace

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void notANumber_data();
    void notANumber();
    void wholeNumbers();
    void exampleOfTheStandard();
    void sortsByCodeUnits();
    void strings_data();
    void strings();
    void halfASurrogate();
    void nested();
    void parsesOnlyCanonical_data();
    void parsesOnlyCanonical();
};

// RFC 8785, appendix B.
void TestCanonicalJson::numbers_data()
{
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<QByteArray>("text");
    const std::pair<quint64, const char *> samples[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto &[bits, text] : samples)
        QTest::newRow(text) << bits << QByteArray(text);
}

void TestCanonicalJson::numbers()
{
    QFETCH(const quint64, bits);
    QFETCH(const QByteArray, text);
    QCOMPARE(canonicalOf(std::bit_cast<double>(bits)), text);
}

void TestCanonicalJson::notANumber_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("not a number") << std::nan("");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void TestCanonicalJson::notANumber()
{
    QFETCH(const double, number);
    const auto text = canonicalJson(QJsonArray{QJsonValue(number)});
    // Qt itself makes null of them, in some versions as soon as they are put into an array.
    QVERIFY(!text || *text == "[null]");
    if (!text)
        QCOMPARE(text.error().code(), ErrorCode::InvalidArgument);
}

void TestCanonicalJson::wholeNumbers()
{
    QCOMPARE(canonicalOf(qint64{7}), QByteArray("7"));
    QCOMPARE(canonicalOf(qint64{-100}), QByteArray("-100"));
    QCOMPARE(canonicalOf(qint64{1} << 53), QByteArray("9007199254740992"));
    for (const qint64 number : {(qint64{1} << 53) + 1, std::numeric_limits<qint64>::max(), -(qint64{1} << 53) - 1}) {
        const auto text = canonicalJson(QJsonArray{number});
        QVERIFY(!text);
        QCOMPARE(text.error().code(), ErrorCode::InvalidArgument);
    }
}

// RFC 8785, section 3.2.2 to 3.2.4.
void TestCanonicalJson::exampleOfTheStandard()
{
    const QByteArray input(R"({
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
})");
    const QByteArray expected("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                              "\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    QCOMPARE(canonicalOf(QJsonDocument::fromJson(input).object()), expected);
}

// RFC 8785, section 3.2.3.
void TestCanonicalJson::sortsByCodeUnits()
{
    const QByteArray input(R"({
  "\u20ac": "Euro Sign",
  "\r": "Carriage Return",
  "\ufb33": "Hebrew Letter Dalet With Dagesh",
  "1": "One",
  "\ud83d\ude00": "Emoji: Grinning Face",
  "\u0080": "Control",
  "\u00f6": "Latin Small Letter O With Diaeresis"
})");
    const auto text = canonicalOf(QJsonDocument::fromJson(input).object());
    QList<qsizetype> places;
    for (const auto *value : {"Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"})
        places.append(text.indexOf(value));
    QVERIFY(!places.contains(-1));
    QVERIFY(std::is_sorted(places.begin(), places.end()));
}

void TestCanonicalJson::strings_data()
{
    QTest::addColumn<QString>("string");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("short escapes") << QStringLiteral("\b\t\n\f\r\"\\") << QByteArray("\"\\b\\t\\n\\f\\r\\\"\\\\\"");
    QTest::newRow("control") << QString(QChar(0)) + QChar(0x1f) << QByteArray("\"\\u0000\\u001f\"");
    QTest::newRow("as they are") << QStringLiteral("/<>&'\u007f\u2028") << QByteArray("\"/<>&'\x7f\xe2\x80\xa8\"");
    QTest::newRow("not composed") << QStringLiteral("A\u030a") << QByteArray("\"A\xcc\x8a\"");
    QTest::newRow("beyond the first plane") << QStringLiteral("\U0001f600") << QByteArray("\"\xf0\x9f\x98\x80\"");
}

void TestCanonicalJson::strings()
{
    QFETCH(const QString, string);
    QFETCH(const QByteArray, text);
    QCOMPARE(canonicalOf(string), text);
}

void TestCanonicalJson::halfASurrogate()
{
    for (const char16_t unit : {u'\xd800', u'\xdfff'}) {
        const auto text = canonicalJson(QJsonObject{{QString(QChar(unit)), 1}});
        QVERIFY(!text);
        QCOMPARE(text.error().code(), ErrorCode::InvalidArgument);
    }
}

void TestCanonicalJson::nested()
{
    const QJsonObject object{
        {QStringLiteral("b"), QJsonArray{QJsonObject{{QStringLiteral("z"), 1}, {QStringLiteral("a"), QJsonArray()}}}},
        {QStringLiteral("a"), QJsonObject()},
        {QStringLiteral(""), QJsonValue::Null}};
    QCOMPARE(canonicalOf(object), QByteArray(R"({"":null,"a":{},"b":[{"a":[],"z":1}]})"));
}

void TestCanonicalJson::parsesOnlyCanonical_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const char *text, bool good) {
        QTest::newRow(name) << QByteArray(text) << good;
    };
    row("canonical", R"({"a":1,"b":[true]})", true);
    row("white space", R"({"a": 1})", false);
    row("a line end", "{\"a\":1}\n", false);
    row("order", R"({"b":1,"a":1})", false);
    row("twice", R"({"a":1,"a":2})", false);
    row("a number otherwise", R"({"a":1.0})", false);
    row("a string otherwise", R"({"a":"\u0041"})", false);
    row("an escaped slash", R"({"a":"\/"})", false);
    row("too large", R"({"a":9007199254740993})", false);
    row("more than a double holds", R"({"a":0.1000000000000000055})", false);
    row("an array", R"([1])", false);
    row("not JSON", R"({"a":1)", false);
    row("bad UTF-8", "{\"a\":\"\xff\"}", false);
}

void TestCanonicalJson::parsesOnlyCanonical()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, good);
    const auto object = parseCanonicalJson(text, QStringLiteral("the receipt"));
    QCOMPARE(object.has_value(), good);
    if (!good) {
        QCOMPARE(object.error().code(), ErrorCode::Corrupt);
        QVERIFY(object.error().what().contains(QLatin1String("the receipt")));
    }
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonical_json.moc"
