#include "http/http_client.h"
#include "support/rgw.h"
#include "support/toxic_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

/// The client against servers that do what they should not.
class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_rgw.isThere()); }
    void talksOverTls();
    void keepsConnections();
    void refusesBadTls_data();
    void refusesBadTls();
    void boundsAnswers_data();
    void boundsAnswers();
    void doesNotFollowRedirections();
    void brokenTransfers_data();
    void brokenTransfers();
    void stopsAtOnce();
    void timesOut();
    void refusesUrls_data();
    void refusesUrls();
    void refusesHeaderInjection();
    void nobodyListens();

private:
    QString certificate(const char *name) const
    {
        return m_rgw.value("RGW_TLS") + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".pem");
    }
    HttpClientOptions trusting() const
    {
        HttpClientOptions options;
        options.caFile = m_rgw.value("RGW_CA");
        return options;
    }
    static HttpRequest get(const ToxicServer &server, const char *scheme = "https")
    {
        HttpRequest request;
        request.url = QUrl(QStringLiteral("%1://localhost:%2/secret-path?secret-query")
                               .arg(QLatin1String(scheme), QString::number(server.port())));
        return request;
    }

    const Rgw m_rgw;
};

void TestHttpClient::talksOverTls()
{
    const ToxicServer server({QStringLiteral("--certificate"), certificate("server")});
    HttpClient client(trusting());
    auto request = get(server);
    const auto answer = client.send(request, {});
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what()));
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("hello"));
    QCOMPARE(headerValue(answer->headers, "content-LENGTH"), QByteArray("5"));
    QByteArray space(5, '\0');
    request.into = mutableViewOf(space);
    const auto placed = client.send(request, {});
    QVERIFY(placed && placed->body.isEmpty() && placed->received == 5);
    QCOMPARE(space, QByteArray("hello"));
}

void TestHttpClient::keepsConnections()
{
    // A new connection costs both sides a handshake; a client for every request is the comparison.
    const ToxicServer server({QStringLiteral("--certificate"), certificate("server")});
    HttpClient client(trusting());
    const auto request = get(server);
    QVERIFY(client.send(request, {}));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 200; ++i)
        QVERIFY(client.send(request, {}));
    const auto kept = timer.restart();
    for (int i = 0; i < 200; ++i)
        QVERIFY(HttpClient(trusting()).send(request, {}));
    QVERIFY2(kept * 2 < timer.elapsed(), qPrintable(QStringLiteral("%1 %2").arg(kept).arg(timer.elapsed())));
}

void TestHttpClient::refusesBadTls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [this](const char *name, const char *pem, const QStringList &more, bool trusted, ErrorCode code,
                            const char *words) {
        QTest::newRow(name) << QStringList{QStringLiteral("--certificate"), certificate(pem)} + more << trusted
                            << static_cast<int>(code) << QString::fromLatin1(words);
    };
    row("another host", "other-host", {}, true, ErrorCode::Unsafe, "issued for another host");
    row("expired", "expired", {}, true, ErrorCode::Unsafe, "has expired");
    row("unknown authority", "server", {}, false, ErrorCode::Unsafe, "authority that is trusted");
    row("TLS 1.1", "server", {QStringLiteral("--tls11")}, true, ErrorCode::Unsafe, "older than version 1.2");
    row("no TLS", "server", {QStringLiteral("--plain")}, true, ErrorCode::Network, "does not speak TLS");
}

void TestHttpClient::refusesBadTls()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, trusted);
    QFETCH(int, code);
    QFETCH(QString, words);
    ToxicServer server(arguments);
    HttpClient client(trusted ? trusting() : HttpClientOptions{});
    const auto answer = client.send(get(server), {});
    QVERIFY(!answer);
    QVERIFY2(answer.error().what().contains(words), qPrintable(answer.error().what()));
    QCOMPARE(static_cast<int>(answer.error().code()), code);
    QVERIFY(!answer.error().remedy().isEmpty());
    QVERIFY(answer.error().retry() == Retry::Never);
    QCOMPARE(server.requests(), 0);
}

void TestHttpClient::boundsAnswers_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("endless body") << QStringLiteral("endless");
    QTest::newRow("endless header line") << QStringLiteral("huge-header");
    QTest::newRow("thousands of headers") << QStringLiteral("many-headers");
}

void TestHttpClient::boundsAnswers()
{
    QFETCH(QString, fault);
    const ToxicServer server(
        {QStringLiteral("--certificate"), certificate("server"), QStringLiteral("--fault"), fault});
    HttpClient client(trusting());
    auto request = get(server);
    QElapsedTimer timer;
    timer.start();
    const auto answer = client.send(request, {});
    QVERIFY(!answer);
    QVERIFY2(answer.error().code() == ErrorCode::LimitExceeded, qPrintable(answer.error().what()));
    QVERIFY(timer.elapsed() < 5000);
    QByteArray space(1000, '\0');
    request.into = mutableViewOf(space).first(900);
    QVERIFY(!client.send(request, {}));
    QCOMPARE(space.right(100), QByteArray(100, '\0'));
}

void TestHttpClient::doesNotFollowRedirections()
{
    const ToxicServer server({QStringLiteral("--certificate"), certificate("server"), QStringLiteral("--fault"),
                              QStringLiteral("redirect")});
    const auto answer = HttpClient(trusting()).send(get(server), {});
    QVERIFY(answer);
    QCOMPARE(answer->status, 307);
}

void TestHttpClient::brokenTransfers_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("reset while sending") << QStringLiteral("reset-request");
    QTest::newRow("no answer") << QStringLiteral("silence");
}

void TestHttpClient::brokenTransfers()
{
    QFETCH(QString, fault);
    const ToxicServer server(
        {QStringLiteral("--certificate"), certificate("server"), QStringLiteral("--fault"), fault});
    auto options = trusting();
    options.stallTimeout = 1s;
    HttpClient client(options);
    const QByteArray bytes(4 << 20, 'x');
    const ByteView parts[] = {viewOf(bytes)};
    auto request = get(server);
    request.method = "PUT";
    request.body = parts;
    const auto answer = client.send(request, {});
    QVERIFY(!answer);
    QVERIFY2(answer.error().retry() == Retry::Transient, qPrintable(answer.error().what()));
    QVERIFY2(!answer.error().what().contains(QLatin1String("secret")), qPrintable(answer.error().what()));
}

void TestHttpClient::stopsAtOnce()
{
    const ToxicServer server(
        {QStringLiteral("--certificate"), certificate("server"), QStringLiteral("--fault"), QStringLiteral("silence")});
    HttpClient client(trusting());
    std::stop_source source;
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(300ms);
        sinceStop.start();
        source.request_stop();
    });
    const auto answer = client.send(get(server), source.get_token());
    const auto elapsed = sinceStop.elapsed();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code(), ErrorCode::Cancelled);
    QVERIFY2(elapsed < 200, QByteArray::number(elapsed).constData());
}

void TestHttpClient::timesOut()
{
    const ToxicServer server(
        {QStringLiteral("--certificate"), certificate("server"), QStringLiteral("--fault"), QStringLiteral("silence")});
    auto request = get(server);
    request.timeout = 500ms;
    const auto answer = HttpClient(trusting()).send(request, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code(), ErrorCode::Timeout);
}

void TestHttpClient::refusesUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<int>("code");
    const auto row = [](const char *url, bool loopback, ErrorCode code) {
        QTest::newRow(url) << QString::fromLatin1(url) << loopback << static_cast<int>(code);
    };
    row("http://host.example/", true, ErrorCode::Unsafe);
    row("http://localhost:1/", false, ErrorCode::Unsafe);
    row("http://127.0.0.1:1/", false, ErrorCode::Unsafe);
    row("http://localhost.example/", true, ErrorCode::Unsafe);
    row("http://128.0.0.1/", true, ErrorCode::Unsafe);
    row("http://169.254.169.254/", true, ErrorCode::Unsafe);
    row("ftp://localhost/", true, ErrorCode::Unsafe);
    row("file:///etc/passwd", true, ErrorCode::InvalidArgument);
    row("https://joe:hunter2@localhost/", true, ErrorCode::Unsafe);
    row("https:///path", true, ErrorCode::InvalidArgument);
    row("http://localhost:1/", true, ErrorCode::Network); // allowed, and nobody listens
    row("http://[::1]:1/", true, ErrorCode::Network);
}

void TestHttpClient::refusesUrls()
{
    QFETCH(QString, url);
    QFETCH(bool, loopback);
    QFETCH(int, code);
    HttpClientOptions options;
    options.allowLoopbackHttp = loopback;
    HttpRequest request;
    request.url = QUrl(url);
    const auto answer = HttpClient(options).send(request, {});
    QVERIFY(!answer);
    QVERIFY2(static_cast<int>(answer.error().code()) == code, qPrintable(answer.error().what()));
    QVERIFY(!answer.error().what().contains(QLatin1String("hunter2")));
}

void TestHttpClient::refusesHeaderInjection()
{
    ToxicServer server({QStringLiteral("--certificate"), certificate("server")});
    HttpClient client(trusting());
    for (const auto &header :
         {HttpHeader{"X-A", "a\r\nX-B: b"}, HttpHeader{"X-A: b\r\nX-C", "c"}, HttpHeader{"", "a"}}) {
        auto request = get(server);
        request.headers = {header};
        const auto answer = client.send(request, {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code(), ErrorCode::InvalidArgument);
    }
    QCOMPARE(server.requests(), 0);
}

void TestHttpClient::nobodyListens()
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://localhost:1/"));
    const auto answer = HttpClient().send(request, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code(), ErrorCode::Network);
    QVERIFY(answer.error().retry() == Retry::Transient);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
