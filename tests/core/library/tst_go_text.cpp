#include "library/go_text.h"

#include <QTest>
#include <QTimeZone>

using namespace sealift;

class TestGoText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesJsonStrings_data();
    void writesJsonStrings();
    void quotes_data();
    void quotes();
    void understandsEveryEscape_data();
    void understandsEveryEscape();
    void refusesBadQuoting_data();
    void refusesBadQuoting();
    void quotingLosesNothing();
    void writesTimes_data();
    void writesTimes();
    void separatesKeys();
};

// The expected values are what `json.Marshal` and `strconv.Quote` of Go 1.19 print.
void TestGoText::writesJsonStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("plain") << QByteArray("disk.raw") << QByteArray(R"("disk.raw")");
    QTest::newRow("quote and backslash") << QByteArray(R"(a"b\c)") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("line ends and tab") << QByteArray("a\nb\rc\td") << QByteArray(R"("a\nb\rc\td")");
    QTest::newRow("other control") << QByteArray("\x01\x1f\x7f") << QByteArray("\"\\u0001\\u001f\x7f\"");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QByteArray(R"("a\u0000b")");
    QTest::newRow("HTML") << QByteArray("<a&b>") << QByteArray(R"("\u003ca\u0026b\u003e")");
    QTest::newRow("UTF-8") << QByteArray("Gr\xc3\xbc\xc3\x9f\x65 \xf0\x9f\x90\xa7")
                           << QByteArray("\"Gr\xc3\xbc\xc3\x9f\x65 \xf0\x9f\x90\xa7\"");
    QTest::newRow("line separators") << QByteArray("\xe2\x80\xa8\xe2\x80\xa9") << QByteArray(R"("\u2028\u2029")");
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xc3") << QByteArray(R"("a\ufffd\ufffd")");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray(R"("\ufffd\ufffd")");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray(R"("\ufffd\ufffd\ufffd")");
}

void TestGoText::writesJsonStrings()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, json);
    QByteArray out;
    appendGoJsonString(out, text);
    QCOMPARE(out, json);
}

void TestGoText::quotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("plain") << QByteArray("disk 1.raw") << QByteArray("disk 1.raw");
    QTest::newRow("quote and backslash") << QByteArray(R"(a"b\c'd)") << QByteArray(R"(a\"b\\c'd)");
    QTest::newRow("short escapes") << QByteArray("\a\b\f\n\r\t\v") << QByteArray(R"(\a\b\f\n\r\t\v)");
    QTest::newRow("other control") << QByteArray("\x01\x1b\x7f") << QByteArray(R"(\x01\x1b\x7f)");
    QTest::newRow("C1 control") << QByteArray("\xc2\x85") << QByteArray(R"(\u0085)");
    QTest::newRow("UTF-8") << QByteArray("Gr\xc3\xbc\xc3\x9f\x65") << QByteArray("Gr\xc3\xbc\xc3\x9f\x65");
    QTest::newRow("no-break space") << QByteArray("a\xc2\xa0\x62") << QByteArray(R"(a\u00a0b)");
    QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << QByteArray(R"(\u2028)");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") << QByteArray(R"(\ufeff)");
    QTest::newRow("private plane") << QByteArray("\xf3\xb0\x80\x80") << QByteArray(R"(\U000f0000)");
    QTest::newRow("replacement character") << QByteArray("\xef\xbf\xbd") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xc3") << QByteArray(R"(a\xff\xc3)");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray(R"(\xed\xa0\x80)");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << QByteArray(R"(\xf4\x90\x80\x80)");
}

void TestGoText::quotes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, quoted);
    QCOMPARE(goQuoted(text), quoted);
    QCOMPARE(goUnquoted(quoted).value(), text);
}

void TestGoText::understandsEveryEscape_data()
{
    QTest::addColumn<QByteArray>("quoted");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("octal") << QByteArray(R"(\101\377)") << QByteArray("A\xff");
    QTest::newRow("capital digits") << QByteArray(R"(\xFF\u00C4)") << QByteArray("\xff\xc3\x84");
    QTest::newRow("long") << QByteArray(R"(\U0001f427)") << QByteArray("\xf0\x9f\x90\xa7");
    QTest::newRow("more than two digits") << QByteArray(R"(\x412)") << QByteArray("A2");
}

void TestGoText::understandsEveryEscape()
{
    QFETCH(const QByteArray, quoted);
    QFETCH(const QByteArray, text);
    QCOMPARE(goUnquoted(quoted).value(), text);
}

void TestGoText::refusesBadQuoting_data()
{
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("lone backslash") << QByteArray("a\\");
    QTest::newRow("unknown escape") << QByteArray(R"(\q)");
    QTest::newRow("escaped apostrophe") << QByteArray(R"(\')");
    QTest::newRow("cut off hex") << QByteArray(R"(\x4)");
    QTest::newRow("cut off long") << QByteArray(R"(\U0001f42)");
    QTest::newRow("no digits") << QByteArray(R"(\xzz)");
    QTest::newRow("octal too large") << QByteArray(R"(\400)");
    QTest::newRow("eight is not octal") << QByteArray(R"(\108)");
    QTest::newRow("surrogate") << QByteArray(R"(\ud800)");
    QTest::newRow("beyond Unicode") << QByteArray(R"(\U00110000)");
    QTest::newRow("bare quote") << QByteArray("a\"b");
    QTest::newRow("bare line break") << QByteArray("a\nb");
}

void TestGoText::refusesBadQuoting()
{
    QFETCH(const QByteArray, quoted);
    const auto text = goUnquoted(quoted);
    QVERIFY(!text);
    QCOMPARE(text.error().code(), ErrorCode::Corrupt);
}

void TestGoText::quotingLosesNothing()
{
    // Every pair of bytes, valid as UTF-8 or not.
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
            const QByteArray text(bytes, 2);
            const auto back = goUnquoted(goQuoted(text));
            QVERIFY2(back && *back == text, text.toHex().constData());
        }
    }
}

void TestGoText::writesTimes_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QByteArray>("text");
    const QDate day(2024, 5, 6);
    QTest::newRow("whole seconds") << QDateTime(day, QTime(7, 8, 9), Qt::UTC) << QByteArray("2024-05-06T07:08:09Z");
    QTest::newRow("milliseconds") << QDateTime(day, QTime(7, 8, 9, 123), Qt::UTC)
                                  << QByteArray("2024-05-06T07:08:09.123Z");
    QTest::newRow("no trailing zeros") << QDateTime(day, QTime(7, 8, 9, 120), Qt::UTC)
                                       << QByteArray("2024-05-06T07:08:09.12Z");
    QTest::newRow("leading zeros") << QDateTime(day, QTime(7, 8, 9, 5), Qt::UTC)
                                   << QByteArray("2024-05-06T07:08:09.005Z");
    QTest::newRow("offset") << QDateTime(day, QTime(1, 0), Qt::OffsetFromUTC, 7200)
                            << QByteArray("2024-05-05T23:00:00Z");
}

void TestGoText::writesTimes()
{
    QFETCH(const QDateTime, time);
    QFETCH(const QByteArray, text);
    QCOMPARE(goTime(time), text);
}

void TestGoText::separatesKeys()
{
    QByteArray out("{");
    appendGoJsonKey(out, "a");
    out.append('1');
    appendGoJsonKey(out, "b");
    QCOMPARE(out, QByteArray(R"({"a":1,"b":)"));
}

QTEST_GUILESS_MAIN(TestGoText)
#include "tst_go_text.moc"
