#include "base/error.h"
#include "base/url_mask.h"

#include <QJsonObject>
#include <QTest>

#include <random>

using namespace sealift;

/// What in a URL is a secret is never shown: on examples, and on texts drawn from seeds.
class TestUrlMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void leaves_data();
    void leaves();
    void errorsAreMasked();
    void valuesAreMasked();
    void drawnUrls_data();
    void drawnUrls();
    void anyBytes_data();
    void anyBytes();
};

void TestUrlMask::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *text, const char *masked) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(masked);
    };
    row("https://ann:tulip@host/a", "https://***@host/a");
    row("https://ann@host:9000/a", "https://***@host:9000/a");
    row("s3:https://key:s@cret@host/bucket", "s3:https://***@host/bucket");
    row("https://ann:p/w@host/a", "https://***@host/a");
    row("https://ann:p?w@host/a", "https://***@host/a");
    row("https://:tulip@[::1]:9000/", "https://***@[::1]:9000/");
    row("//ann:tulip@host/share", "//***@host/share");
    row("from https://a:b@x/ to https://c:d@y/", "from https://***@x/ to https://***@y/");
    row("cannot reach \"https://a:b@x/\"", "cannot reach \"https://***@x/\"");
    row("https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4&X-Amz-Credential=AKIA%2F1&X-Amz-Signature=abc&x=1",
        "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4&X-Amz-Credential=***&X-Amz-Signature=***&x=1");
    row("/k?x-amz-security-token=FwoG", "/k?x-amz-security-token=***");
    row("https://h/k?AWSAccessKeyId=AKIA&Signature=b%2B&Expires=17",
        "https://h/k?AWSAccessKeyId=***&Signature=***&Expires=17");
    row("https://a.blob.core.windows.net/c?sv=2022&sig=x%3D&se=2026",
        "https://a.blob.core.windows.net/c?sv=2022&sig=***&se=2026");
    row("https://h/?token=1 and https://h/?password=2", "https://h/?token=*** and https://h/?password=***");
    row("https://h/#access_token=abc&state=1", "https://h/#access_token=***&state=1");
    row("https://h/?X%2DAmz%2DSignature=abc", "https://h/?X%2DAmz%2DSignature=***");
    row("https://h/?a=b;sig=c;d=e", "https://h/?a=b;sig=***;d=e");
    row("https://h/?sig=a?b", "https://h/?sig=***");
}

void TestUrlMask::masks()
{
    QFETCH(const QString, text);
    QFETCH(const QString, masked);
    QCOMPARE(maskUrls(text), masked);
    QCOMPARE(maskUrls(masked), masked);
    QVERIFY(hasUrlSecrets(text));
}

void TestUrlMask::leaves_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"", "/srv/a@b.qcow2", "s3:https://host:9000/bucket/a@b", "https://[2001:db8::1]:443/a@b",
                             "ann@example.com", "https://host/a?partNumber=1&uploadId=x", "a == b & c",
                             "https://host/a?token=", "C:\\a@b", "--name=x", "x = password", "https://host//a@b/"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestUrlMask::leaves()
{
    QFETCH(const QString, text);
    if (text == QStringLiteral("https://host//a@b/"))
        QCOMPARE(maskUrls(text), QStringLiteral("https://host//***@b/")); // it could be an authority: rather too much
    else
        QCOMPARE(maskUrls(text), text);
}

void TestUrlMask::errorsAreMasked()
{
    const auto url = QStringLiteral("https://ann:tulip@host/?sig=rose");
    const auto error = Error(ErrorCode::Network, QStringLiteral("cannot reach %1").arg(url), url)
                           .with(QStringLiteral("url"), url)
                           .during(url);
    for (const auto &text : {error.what(), error.remedy(), error.context().first().second}) {
        QVERIFY(text.contains(QStringLiteral("https://***@host/?sig=***")));
        QVERIFY(!text.contains(QStringLiteral("tulip")) && !text.contains(QStringLiteral("rose")));
    }
    QVERIFY(!Error(ErrorCode::Io, {}).advising(url).remedy().contains(QStringLiteral("tulip")));
}

void TestUrlMask::valuesAreMasked()
{
    const auto url = QStringLiteral("https://ann:tulip@host/");
    const QJsonObject object{{QStringLiteral("a"), QJsonArray{url, 17, QJsonObject{{url, url}}}}};
    const auto text = QJsonDocument(maskUrls(object).toObject()).toJson();
    QVERIFY2(!text.contains("tulip") && text.count("***") == 3 && text.contains("17"), text.constData());
}

namespace {

/// Texts drawn from a seed.
class Drawer
{
public:
    explicit Drawer(quint32 seed)
        : m_engine(seed)
    {
    }
    int below(int bound) { return static_cast<int>(m_engine() % static_cast<quint32>(bound)); }
    QString of(const QString &alphabet, int length)
    {
        QString text;
        for (int i = 0; i < length; ++i)
            text += alphabet[below(static_cast<int>(alphabet.size()))];
        return text;
    }
    QString oneOf(const QStringList &list) { return list[below(static_cast<int>(list.size()))]; }

private:
    std::mt19937 m_engine;
};

} // namespace

static void addSeeds()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U, 20'250'611U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestUrlMask::drawnUrls_data()
{
    addSeeds();
}

void TestUrlMask::drawnUrls()
{
    QFETCH(const quint32, seed);
    constexpr int kTexts = 20'000;
    const auto letters = QStringLiteral("abcdefghijklmnopqrstuvwxyz0123456789");
    // What user info may hold (RFC 3986: unreserved, percent-encoded, sub-delimiters, ":"), and what people put there.
    const auto loose = letters + QStringLiteral("ABC-._~!$'()*+,;=:%@ä");
    const QStringList schemes{QStringLiteral("https://"), QStringLiteral("HTTP://"), QStringLiteral("s3:https://"),
                              QStringLiteral("ftp://"),   QStringLiteral("//"),      QStringLiteral("postgres://")};
    const QStringList names{QStringLiteral("X-Amz-Signature"),
                            QStringLiteral("x-amz-credential"),
                            QStringLiteral("X-Amz-Security-Token"),
                            QStringLiteral("AWSAccessKeyId"),
                            QStringLiteral("sig"),
                            QStringLiteral("TOKEN"),
                            QStringLiteral("password"),
                            QStringLiteral("Signature"),
                            QStringLiteral("client_secret"),
                            QStringLiteral("api-key"),
                            QStringLiteral("X%2DAmz%2dSignature"),
                            QStringLiteral("%73ig")};
    const QStringList around{QString(),           QStringLiteral("cannot read "), QStringLiteral("\""),
                             QStringLiteral("<"), QStringLiteral("GET "),         QStringLiteral("(x=1) ")};
    Drawer d(seed);
    for (int i = 0; i < kTexts; ++i) {
        const auto secret = QStringLiteral("SECRET") + d.of(letters, 12);
        const auto host = QStringLiteral("host") + d.of(letters, 3) + QStringLiteral(".example");
        const auto path = d.oneOf({QString(), QStringLiteral("/b/k")});
        auto url = d.oneOf(schemes);
        if (d.below(2) == 0) {
            url += d.of(loose, d.below(6)).remove(u'@') + u':' + d.of(loose, d.below(6)) + secret + u'@' + host + path;
        } else {
            url += host + path + u'?';
            for (int n = d.below(3); n > 0; --n)
                url += d.of(letters, 3) + u'=' + d.of(letters, 4) + u'&';
            url += d.oneOf(names) + u'=' + secret + d.of(letters + QStringLiteral("%+/=-_.~"), d.below(20));
            if (d.below(2) == 0)
                url += u'&' + d.of(letters, 3) + QStringLiteral("=1");
        }
        const auto text = d.oneOf(around) + url + d.oneOf({QString(), QStringLiteral(" failed"), QStringLiteral("\"")});
        const auto masked = maskUrls(text);
        QVERIFY2(!masked.contains(secret), qPrintable(text + QStringLiteral("  ->  ") + masked));
        QVERIFY2(masked.contains(host), qPrintable(text + QStringLiteral("  ->  ") + masked));
        QCOMPARE(maskUrls(masked), masked);
    }
}

void TestUrlMask::anyBytes_data()
{
    addSeeds();
}

void TestUrlMask::anyBytes()
{
    QFETCH(const quint32, seed);
    constexpr int kTexts = 50'000;
    // Mostly what the scanner looks for, in every order; now and then anything, halves of surrogate pairs included.
    const auto marks = QStringLiteral("//::@@??&&##;;==''\"<> a1%[].\\k");
    Drawer d(seed);
    for (int i = 0; i < kTexts; ++i) {
        QString text;
        for (int n = d.below(40); n > 0; --n)
            text += d.below(8) == 0 ? QChar(static_cast<char16_t>(d.below(0x10000)))
                                    : marks[d.below(static_cast<int>(marks.size()))];
        if (d.below(2) == 0)
            text.insert(d.below(static_cast<int>(text.size()) + 1), QStringLiteral("?sig="));
        const auto masked = maskUrls(text);
        QCOMPARE(maskUrls(masked), masked);
        // What is not masked is not changed: without the masks it is a part of what it was, in order.
        qsizetype from = 0;
        for (const auto &piece : masked.split(QStringLiteral("***"))) {
            from = text.indexOf(piece, from);
            QVERIFY2(from >= 0, qPrintable(text));
            from += piece.size();
        }
    }
}

QTEST_GUILESS_MAIN(TestUrlMask)
#include "tst_url_mask.moc"
