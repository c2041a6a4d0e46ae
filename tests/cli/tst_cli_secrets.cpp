#include "cli/program.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace sealift::test;

/// Passwords, keys and recovery keys show up nowhere but where they belong.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cmdlinesWhileRunning();
    void outputs_data();
    void outputs();
    void passwordArgumentIsRefused();
    void memoryIsNotReadableForOthers();
    void filesOfTheLibrary();
    void warnsOfReadablePasswordFile();

private:
    Program m_program;
    QString m_recoveryKey;
};

void TestSecrets::initTestCase()
{
    const auto made = m_program.run(
        {QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--json"), m_program.library()});
    QVERIFY2(made.exitCode == 0, made.describe().constData());
    m_recoveryKey = made.object().value(QStringLiteral("recoveryKey")).toString();
    QVERIFY(!m_recoveryKey.isEmpty());
    QVERIFY(!made.output.contains(Program::kPassword) && !made.errors.contains(Program::kPassword));
}

/// Command lines and environments of all processes that can be read.
static QByteArray everyCommandLine()
{
    QByteArray all;
    for (const auto &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        for (const auto *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(process, QLatin1String(name)));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll() + '\n';
        }
    }
    return all;
}

void TestSecrets::cmdlinesWhileRunning()
{
    const auto raw = m_program.writeRandom(QStringLiteral("disk.raw"), 128 << 20);
    const auto image = m_program.file(QStringLiteral("disk.qcow2"));
    const auto converted = runProgram(QStringLiteral("qemu-img"),
                                      {QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"),
                                       QStringLiteral("-O"), QStringLiteral("qcow2"), raw, image},
                                      m_program.environment);
    QVERIFY2(converted.exitCode == 0, converted.describe().constData());

    QProcess process;
    process.setProcessEnvironment(m_program.environment);
    process.start(Program::path(), {QStringLiteral("import"), image});
    QVERIFY(process.waitForStarted());
    bool sawHelper = false;
    int looks = 0;
    do {
        const auto all = everyCommandLine();
        sawHelper = sawHelper || all.contains("qemu-nbd");
        ++looks;
        QVERIFY(!all.contains(Program::kPassword));
        QVERIFY(!all.contains(m_recoveryKey.toUtf8()));
    } while (!process.waitForFinished(5));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(looks > 3);
    QVERIFY2(sawHelper, "the look came too late to prove anything");
}

void TestSecrets::outputs_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const auto *line : {"images", "images --json", "library key list", "library key list --json",
                             "library check --read-data", "version", "images --password-file /etc/hostname",
                             "images --library /nonexistent", "import /nonexistent", "inspect password"})
        QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
}

void TestSecrets::outputs()
{
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings(QStringLiteral("password"), m_program.passwordFile(), Qt::CaseSensitive);
    arguments.replaceInStrings(QStringLiteral("--") + m_program.passwordFile() + QStringLiteral("-file"),
                               QStringLiteral("--password-file"));
    const auto ended = m_program.run(arguments);
    for (const auto &secret : {QByteArray(Program::kPassword), m_recoveryKey.toUtf8()})
        QVERIFY2(!ended.describe().contains(secret), ended.describe().constData());
}

void TestSecrets::passwordArgumentIsRefused()
{
    for (const auto &arguments :
         {QStringList{QStringLiteral("images"), QStringLiteral("--password"), QStringLiteral("hunter2")},
          QStringList{QStringLiteral("--password=hunter2"), QStringLiteral("images")}}) {
        const auto ended = m_program.run(arguments);
        QCOMPARE(ended.exitCode, 2);
        QVERIFY(ended.errors.contains("--password-file"));
        QVERIFY(!ended.describe().contains("hunter2"));
    }
}

void TestSecrets::memoryIsNotReadableForOthers()
{
    QProcess process;
    process.setProcessEnvironment(m_program.environment);
    process.start(Program::path(), {QStringLiteral("library"), QStringLiteral("check"), QStringLiteral("--read-data")});
    QVERIFY(process.waitForStarted());
    QByteArray limit;
    // Until CryptoSession has begun.
    for (int i = 0; i < 200 && !limit.contains("size 0 0 "); ++i) {
        QFile limits(QStringLiteral("/proc/%1/limits").arg(process.processId()));
        if (!limits.open(QIODevice::ReadOnly))
            break;
        for (const auto &line : limits.readAll().split('\n')) {
            if (line.startsWith("Max core file size"))
                limit = line.simplified() + ' ';
        }
        QTest::qWait(1);
    }
    QVERIFY2(limit.startsWith("Max core file size 0 0 "), limit.constData());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestSecrets::filesOfTheLibrary()
{
    const auto found = runProgram(QStringLiteral("grep"),
                                  {QStringLiteral("-rlaF"), QLatin1String(Program::kPassword), m_program.library()},
                                  m_program.environment);
    QCOMPARE(found.output, QByteArray());
    const auto foundKey = runProgram(
        QStringLiteral("grep"), {QStringLiteral("-rlaF"), m_recoveryKey, m_program.library()}, m_program.environment);
    QCOMPARE(foundKey.output, QByteArray());
}

void TestSecrets::warnsOfReadablePasswordFile()
{
    const auto path = m_program.write(QStringLiteral("open"), QByteArray(Program::kPassword) + '\n');
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadOther);
    const auto ended = m_program.run({QStringLiteral("images"), QStringLiteral("--password-file"), path});
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.errors.contains("warning: other users may read") && ended.errors.contains("open"),
             ended.errors.constData());
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_cli_secrets.moc"
