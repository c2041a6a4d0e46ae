#include "cli/program.h"
#include "support/pty_process.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <chrono>
#include <csignal>

using namespace sealift::test;

/// What a person sees who sits before the program.
class TestTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initAsksTwice();
    void initRefusesTwoPasswords();
    void wrongPasswordMayBeTypedAgain();
    void wrongPasswordEndsAfterThree();
    void recoveryKeyOpensAsPeopleTypeIt();
    void missingLibraryIsToldBeforeAsking();
    void progressIsDrawnInPlace();
    void progressFitsNarrowTerminal();
    void progressIsSilentWithoutTerminal();
    void coloursFollowTerminalAndWish();
    void imageIsNotPrintedOnTerminal();
    void interruptEndsImport_data();
    void interruptEndsImport();

private:
    static void makeLibrary(const Program &program)
    {
        const auto made = program.run({QStringLiteral("library"), QStringLiteral("init"),
                                       QStringLiteral("--no-recovery-key"), program.library()});
        QVERIFY2(made.exitCode == 0, made.describe().constData());
    }
    /// Without a password file, so that the program has to ask.
    static QStringList asking(const Program &program)
    {
        auto environment = program.environment;
        environment.insert(QStringLiteral("SEALIFT_PASSWORD_FILE"), QString());
        return environment.toStringList();
    }
    static bool answer(PtyProcess &process, const QByteArray &question, const QByteArray &password)
    {
        if (!process.waitFor(question) || !process.waitForEcho(false))
            return false;
        process.type(password + '\n');
        return true;
    }
};

static const QByteArray kPassword = Program::kPassword;

void TestTerminal::initAsksTwice()
{
    const Program program;
    PtyProcess process({Program::path(), QStringLiteral("library"), QStringLiteral("init"), program.library()},
                       asking(program));
    QVERIFY(answer(process, "New password of ", kPassword));
    QVERIFY(answer(process, "Once more: ", kPassword));
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QVERIFY2(!process.screen().contains(kPassword), process.screen().constData());
    const auto screen = QString::fromUtf8(process.screen());
    const QRegularExpression key(QStringLiteral("^([0-9A-Z]{5}-){7}[0-9A-Z]{5}\\r$"),
                                 QRegularExpression::MultilineOption);
    const auto match = key.match(screen);
    QVERIFY2(match.hasMatch(), process.screen().constData());
    QCOMPARE(program.run({QStringLiteral("images")}).exitCode, 0);

    // What was shown is a password as it stands, for restic as well.
    auto environment = program.environment;
    environment.insert(QStringLiteral("RESTIC_PASSWORD"), match.captured().trimmed());
    environment.insert(QStringLiteral("RESTIC_REPOSITORY"), program.library());
    environment.insert(QStringLiteral("RESTIC_CACHE_DIR"), program.file(QStringLiteral("cache")));
    const auto restic = runProgram(QStringLiteral("restic"), {QStringLiteral("snapshots")}, environment);
    QVERIFY2(restic.exitCode == 0, restic.describe().constData());
}

void TestTerminal::initRefusesTwoPasswords()
{
    const Program program;
    PtyProcess process({Program::path(), QStringLiteral("library"), QStringLiteral("init"), program.library()},
                       asking(program));
    QVERIFY(answer(process, "New password of ", kPassword));
    QVERIFY(answer(process, "Once more: ", "something else"));
    QCOMPARE(process.waitForEnd(), std::optional<int>(2));
    QVERIFY(process.screen().contains("the two passwords differ"));
    QVERIFY(!QDir(program.library()).exists());
}

void TestTerminal::wrongPasswordMayBeTypedAgain()
{
    const Program program;
    makeLibrary(program);
    PtyProcess process({Program::path(), QStringLiteral("images")}, asking(program));
    QVERIFY(answer(process, "Password of ", "wrong"));
    QVERIFY(answer(process, "Password of ", kPassword));
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QVERIFY(process.screen().contains("There is no image in "));
}

void TestTerminal::wrongPasswordEndsAfterThree()
{
    const Program program;
    makeLibrary(program);
    PtyProcess process({Program::path(), QStringLiteral("images")}, asking(program));
    for (int i = 0; i < 3; ++i)
        QVERIFY(answer(process, "Password of ", "wrong-secret"));
    QCOMPARE(process.waitForEnd(), std::optional<int>(4));
    QVERIFY(!process.screen().contains("wrong-secret"));
}

void TestTerminal::recoveryKeyOpensAsPeopleTypeIt()
{
    const Program program;
    const auto made =
        program.run({QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--json"), program.library()});
    const auto key = made.object().value(QStringLiteral("recoveryKey")).toString().toUtf8();
    {
        PtyProcess process({Program::path(), QStringLiteral("images")}, asking(program));
        QVERIFY(answer(process, "Password of ", key.toLower().replace('-', ' ')));
        QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    }
    auto mistyped = key;
    mistyped[0] = key[0] == 'A' ? 'B' : 'A';
    const auto file = program.write(QStringLiteral("mistyped"), mistyped);
    const auto refused = program.run({QStringLiteral("images"), QStringLiteral("--password-file"), file});
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.errors.contains("typing mistake"), refused.errors.constData());
    QVERIFY(!refused.errors.contains(mistyped));
}

void TestTerminal::missingLibraryIsToldBeforeAsking()
{
    const Program program;
    PtyProcess process({Program::path(), QStringLiteral("images")}, asking(program));
    QCOMPARE(process.waitForEnd(), std::optional<int>(3));
    QVERIFY(!process.screen().contains("Password"));
}

void TestTerminal::progressIsDrawnInPlace()
{
    const Program program;
    makeLibrary(program);
    const auto disk = program.writeRandom(QStringLiteral("disk.raw"), 160 << 20);
    PtyProcess process({Program::path(), QStringLiteral("import"), disk}, program.variables(), 100);
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    const auto screen = process.screen();
    QVERIFY2(screen.contains("\r\x1b[Kdisk.raw"), screen.constData());
    QVERIFY2(screen.contains(" % [") && screen.contains(" of 160.00 MiB"), screen.constData());
    // The line is gone before the summary, and nothing else moved the cursor.
    const auto summary = screen.indexOf("Imported");
    QVERIFY(summary > 0);
    QVERIFY(screen.first(summary).endsWith("\x1b[K"));
    QVERIFY(!screen.sliced(summary).contains('\x1b'));
    for (const auto &line : screen.first(summary).split('\r'))
        QVERIFY2(line.size() < 100 + 3, line.constData());
}

void TestTerminal::progressFitsNarrowTerminal()
{
    const Program program;
    makeLibrary(program);
    const auto disk = program.writeRandom(QStringLiteral("disk.raw"), 160 << 20);
    PtyProcess process({Program::path(), QStringLiteral("import"), QStringLiteral("--quiet"), disk},
                       program.variables(), 30);
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QCOMPARE(process.screen(), QByteArray());
    PtyProcess shown({Program::path(), QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-f"),
                      QStringLiteral("raw"), QStringLiteral("-o"), program.file(QStringLiteral("out.raw"))},
                     program.variables(), 30);
    QCOMPARE(shown.waitForEnd(), std::optional<int>(0));
    const auto screen = shown.screen();
    for (const auto &line : screen.first(screen.indexOf("Exported")).split('\r'))
        QVERIFY2(line.size() < 30 + 3, line.constData());
}

void TestTerminal::progressIsSilentWithoutTerminal()
{
    const Program program;
    makeLibrary(program);
    const auto disk = program.writeRandom(QStringLiteral("disk.raw"), 8 << 20);
    QCOMPARE(program.run({QStringLiteral("import"), disk}).errors, QByteArray());
    const auto asked = program.run({QStringLiteral("import"), QStringLiteral("--progress"), disk});
    QVERIFY2(asked.errors.contains("100 % [") && asked.errors.endsWith('\n'), asked.errors.constData());
    QVERIFY(!asked.errors.contains('\x1b') && !asked.errors.contains('\r'));
}

void TestTerminal::coloursFollowTerminalAndWish()
{
    const Program program;
    const QStringList wrong{Program::path(), QStringLiteral("frobnicate")};
    PtyProcess coloured(wrong, program.variables());
    QVERIFY(coloured.waitForEnd());
    QVERIFY2(coloured.screen().startsWith("\x1b[1;31merror: \x1b[0munknown"), coloured.screen().constData());
    PtyProcess plain(wrong, program.variables() + QStringList(QStringLiteral("NO_COLOR=1")));
    QVERIFY(plain.waitForEnd());
    QVERIFY(plain.screen().startsWith("error: unknown"));
    PtyProcess dumb(wrong, program.variables() + QStringList(QStringLiteral("TERM=dumb")));
    QVERIFY(dumb.waitForEnd());
    QVERIFY(dumb.screen().startsWith("error: unknown"));
    QVERIFY(program.run(wrong.mid(1)).errors.startsWith("error: unknown"));
}

void TestTerminal::imageIsNotPrintedOnTerminal()
{
    const Program program;
    makeLibrary(program);
    PtyProcess process({Program::path(), QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-f"),
                        QStringLiteral("raw"), QStringLiteral("-o"), QStringLiteral("-")},
                       program.variables());
    QCOMPARE(process.waitForEnd(), std::optional<int>(2));
    QVERIFY(process.screen().contains("standard output is a terminal"));
}

void TestTerminal::interruptEndsImport_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl-C") << QByteArray("\x03") << 0;
    QTest::newRow("SIGTERM") << QByteArray() << SIGTERM;
}

void TestTerminal::interruptEndsImport()
{
    QFETCH(QByteArray, keys);
    QFETCH(int, number);
    const Program program;
    makeLibrary(program);
    const auto disk = program.writeRandom(QStringLiteral("disk.raw"), 768 << 20);
    PtyProcess process({Program::path(), QStringLiteral("import"), disk}, program.variables(), 100);
    QVERIFY(process.waitFor("% ["));
    const auto asked = std::chrono::steady_clock::now();
    process.type(keys);
    if (number != 0)
        ::kill(process.pid(), number);
    QCOMPARE(process.waitForEnd(), std::optional<int>(130));
    // Other tests run beside this one; tst_interrupt, which runs alone, holds it to two seconds.
    const auto taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count();
    QVERIFY2(taken < 10, qPrintable(QStringLiteral("%1 s").arg(taken)));
    QVERIFY2(process.screen().contains("Stopping."), process.screen().constData());
    QVERIFY2(process.screen().endsWith("cancelled\r\n"), process.screen().constData());
    QVERIFY(!process.screen().contains("Imported"));
    QVERIFY(QDir(program.library() + QStringLiteral("/locks")).isEmpty());
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_cli_terminal.moc"
