#include "cli/console.h"
#include "crypto/crypto_session.h"

#include <QJsonDocument>
#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace sealift;

/// A descriptor that remembers what was written to it.
class Capture
{
public:
    Capture()
        : m_descriptor(::memfd_create("capture", MFD_CLOEXEC))
    {
    }
    ~Capture() { ::close(m_descriptor); }
    int descriptor() const { return m_descriptor; }
    QByteArray text() const
    {
        QByteArray text(1 << 16, '\0');
        const auto got = ::pread(m_descriptor, text.data(), static_cast<std::size_t>(text.size()), 0);
        return text.first(got);
    }

private:
    const int m_descriptor;
};

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsStreamsApart();
    void keepsOutputClear();
    void printsErrorsForPeople();
    void printsErrorsForMachines();
    void coloursOnlyTheLabel();
    void disarmsHostileText();
    void isQuiet();
    void redrawsStatusAroundMessages();
    void writesSecretsWhole();
    void reportsLostOutput();

private:
    Console console(ConsoleSettings settings) { return {m_output->descriptor(), m_errors->descriptor(), settings}; }

    std::unique_ptr<Capture> m_output;
    std::unique_ptr<Capture> m_errors;
    std::unique_ptr<CryptoSession> m_session;

private Q_SLOTS:
    void init()
    {
        m_output = std::make_unique<Capture>();
        m_errors = std::make_unique<Capture>();
    }
};

void TestConsole::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session, session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

void TestConsole::keepsStreamsApart()
{
    auto console = this->console({});
    console.note(QStringLiteral("note"));
    console.warning(QStringLiteral("careful"));
    console.result(QStringLiteral("result"));
    QVERIFY(console.finish());
    QCOMPARE(m_output->text(), QByteArray("result\n"));
    QCOMPARE(m_errors->text(), QByteArray("note\nwarning: careful\n"));
}

void TestConsole::keepsOutputClear()
{
    auto console = this->console({});
    console.keepOutputClear();
    console.result(QStringLiteral("result"));
    QCOMPARE(m_output->text(), QByteArray());
    QCOMPARE(m_errors->text(), QByteArray("result\n"));
}

void TestConsole::printsErrorsForPeople()
{
    auto console = this->console({});
    console.error(Error(ErrorCode::NotFound, QStringLiteral("no such thing"), QStringLiteral("Look elsewhere.")));
    console.error(Error::cancelled());
    QCOMPARE(m_errors->text(), QByteArray("error: no such thing\nhint: Look elsewhere.\nerror: cancelled\n"));
}

void TestConsole::printsErrorsForMachines()
{
    auto console = this->console({.json = true});
    console.note(QStringLiteral("for people"));
    console.error(Error(ErrorCode::WrongPassword, QStringLiteral("a \"b\"\nc"), QStringLiteral("d"))
                      .with(QStringLiteral("file"), QStringLiteral("e")));
    const auto text = m_errors->text();
    QCOMPARE(text.count('\n'), 1);
    const QJsonObject expected{{QStringLiteral("type"), QStringLiteral("error")},
                               {QStringLiteral("code"), QStringLiteral("wrong-password")},
                               {QStringLiteral("message"), QStringLiteral("a \"b\"\nc")},
                               {QStringLiteral("remedy"), QStringLiteral("d")},
                               {QStringLiteral("context"), QJsonObject{{QStringLiteral("file"), QStringLiteral("e")}}},
                               {QStringLiteral("exitCode"), 4}};
    QCOMPARE(QJsonDocument::fromJson(text).object(), expected);
    QCOMPARE(m_output->text(), QByteArray());
}

void TestConsole::coloursOnlyTheLabel()
{
    auto console = this->console({.colour = true});
    console.error(Error(ErrorCode::Io, QStringLiteral("x"), QStringLiteral("z")));
    console.warning(QStringLiteral("y"));
    QCOMPARE(m_errors->text(), QByteArray("\x1b[1;31merror: \x1b[0mx\nhint: z\n\x1b[1;33mwarning: \x1b[0my\n"));
}

void TestConsole::disarmsHostileText()
{
    auto console = this->console({});
    const auto hostile = QStringLiteral("\x1b[2J\r\u202e");
    console.result(hostile);
    console.note(hostile);
    console.warning(hostile);
    console.error(Error(ErrorCode::Io, hostile, hostile));
    console.showStatus(hostile);
    const auto escaped = QByteArray("\\x1b[2J\\x0d\\u202e");
    QCOMPARE(m_output->text(), escaped + "\n");
    QCOMPARE(m_errors->text(),
             escaped + "\nwarning: " + escaped + "\nerror: " + escaped + "\nhint: " + escaped + "\n\r\x1b[K" + escaped);
}

void TestConsole::isQuiet()
{
    auto console = this->console({.quiet = true});
    console.note(QStringLiteral("note"));
    console.progress({});
    QCOMPARE(m_errors->text(), QByteArray());
    console.warning(QStringLiteral("careful"));
    console.result(QStringLiteral("result"));
    QCOMPARE(m_errors->text(), QByteArray("warning: careful\n"));
    QCOMPARE(m_output->text(), QByteArray("result\n"));
}

void TestConsole::redrawsStatusAroundMessages()
{
    auto console = this->console({});
    console.showStatus(QStringLiteral("42 %"));
    console.warning(QStringLiteral("careful"));
    console.clearStatus();
    console.clearStatus();
    QCOMPARE(m_errors->text(), QByteArray("\r\x1b[K42 %\r\x1b[Kwarning: careful\n42 %\r\x1b[K"));
}

void TestConsole::writesSecretsWhole()
{
    const QCA::SecureArray secret(QByteArray("7K2QM-AAAAA"));
    auto console = this->console({.json = true});
    console.secretResult({{QStringLiteral("id"), QStringLiteral("x")}}, QStringLiteral("key"), secret);
    console.secretResult({}, QStringLiteral("key"), secret);
    console.secretResult(secret);
    QCOMPARE(m_output->text(),
             QByteArray("{\"id\":\"x\",\"key\":\"7K2QM-AAAAA\"}\n{\"key\":\"7K2QM-AAAAA\"}\n7K2QM-AAAAA\n"));
}

void TestConsole::reportsLostOutput()
{
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    Console console(full, m_errors->descriptor(), {});
    QVERIFY(console.finish());
    console.result(QStringLiteral("result"));
    const auto status = console.finish();
    ::close(full);
    QVERIFY(!status);
    QCOMPARE(status.error().code(), ErrorCode::NoSpace);
}

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
