#include "cli/interrupt.h"
#include "cli/password_prompt.h"
#include "crypto/crypto_session.h"
#include "support/pty_process.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace sealift;
using sealift::test::PtyProcess;

/// What the child prints after the prompt, to a file: the password in hexadecimal, or the error's code.
static int ask(const QString &resultFile, bool twice)
{
    const Interrupt interrupt;
    const auto session = CryptoSession::start();
    const auto password = twice ? askNewPassword(QStringLiteral("new: "), QStringLiteral("again: "), interrupt.token())
                                : askPassword(QStringLiteral("password: "), interrupt.token());
    QFile file(resultFile);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(password ? password->toByteArray().toHex() : errorCodeName(password.error().code()).toUtf8());
    return 0;
}

class TestPasswordPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWithoutEcho_data();
    void readsWithoutEcho();
    void asksTwice_data();
    void asksTwice();
    void restoresTerminalOnSignal_data();
    void restoresTerminalOnSignal();
    void endOfInputCancels();
    void wantsATerminal();

private:
    QStringList child(const QString &mode) const
    {
        return {QCoreApplication::applicationFilePath(), mode, m_folder->filePath(QStringLiteral("result"))};
    }
    QByteArray result() const
    {
        QFile file(m_folder->filePath(QStringLiteral("result")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no result");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPasswordPrompt::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPasswordPrompt::readsWithoutEcho_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("word") << QByteArray("correct horse\n") << QByteArray("correct horse").toHex();
    QTest::newRow("UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f dich\n") << QByteArray("gr\xc3\xbc\xc3\x9f dich").toHex();
    QTest::newRow("corrected") << QByteArray("wronh\x7fg\n") << QByteArray("wrong").toHex();
    QTest::newRow("blanks count") << QByteArray(" a \n") << QByteArray(" a ").toHex();
    QTest::newRow("empty") << QByteArray("\n") << QByteArray("invalid-argument");
}

void TestPasswordPrompt::readsWithoutEcho()
{
    QFETCH(QByteArray, typed);
    PtyProcess process(child(QStringLiteral("--ask")));
    QVERIFY(process.waitFor("password: "));
    QVERIFY(process.waitForEcho(false));
    process.type(typed);
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QTEST(result(), "result");
    QVERIFY(process.echoes());
    QCOMPARE(process.screen(), QByteArray("password: \r\n"));
}

void TestPasswordPrompt::asksTwice_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("same") << QByteArray("secret\n") << QByteArray("secret").toHex();
    QTest::newRow("different") << QByteArray("Secret\n") << QByteArray("invalid-argument");
}

void TestPasswordPrompt::asksTwice()
{
    QFETCH(QByteArray, second);
    PtyProcess process(child(QStringLiteral("--ask-twice")));
    QVERIFY(process.waitFor("new: "));
    QVERIFY(process.waitForEcho(false));
    process.type("secret\n");
    QVERIFY(process.waitFor("again: "));
    QVERIFY(process.waitForEcho(false));
    process.type(second);
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QTEST(result(), "result");
    QVERIFY(!process.screen().toLower().contains("secret"));
}

void TestPasswordPrompt::restoresTerminalOnSignal_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl-C") << QByteArray("half a sec\x03") << 0;
    QTest::newRow("SIGTERM") << QByteArray("half a sec") << SIGTERM;
    QTest::newRow("SIGHUP") << QByteArray() << SIGHUP;
}

void TestPasswordPrompt::restoresTerminalOnSignal()
{
    QFETCH(QByteArray, keys);
    QFETCH(int, number);
    PtyProcess process(child(QStringLiteral("--ask")));
    QVERIFY(process.waitFor("password: "));
    QVERIFY(process.waitForEcho(false));
    process.type(keys);
    if (number != 0)
        ::kill(process.pid(), number);
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QCOMPARE(result(), QByteArray("cancelled"));
    QVERIFY(process.echoes());
    QVERIFY(!process.screen().contains("half"));
}

void TestPasswordPrompt::endOfInputCancels()
{
    PtyProcess process(child(QStringLiteral("--ask")));
    QVERIFY(process.waitFor("password: "));
    QVERIFY(process.waitForEcho(false));
    process.type("\x04");
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QCOMPARE(result(), QByteArray("cancelled"));
}

void TestPasswordPrompt::wantsATerminal()
{
    QProcess process;
    process.setChildProcessModifier([] { ::setsid(); });
    const auto words = child(QStringLiteral("--ask"));
    process.start(words.first(), words.mid(1));
    QVERIFY(process.waitForFinished());
    QCOMPARE(result(), QByteArray("not-found"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1].startsWith(QLatin1String("--ask")))
        return ask(arguments[2], arguments[1] == QLatin1String("--ask-twice"));
    TestPasswordPrompt test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_password_prompt.moc"
