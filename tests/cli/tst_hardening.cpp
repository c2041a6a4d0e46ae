#include "cli/program.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace sealift::test;

/// How the programs are built, read from what was built; and that Sealift keeps its own files to their owner.
class TestHardening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elf_data();
    void elf();
    void objectsTakePartInControlFlowEnforcement();
    void closesFilesToOthers();
    void followsNoLinks();
    void refusesFilesOfOthers();

private:
    static QByteArray readelf(const QStringList &options, const QString &file);
};

QByteArray TestHardening::readelf(const QStringList &options, const QString &file)
{
    return runProgram(QStringLiteral("readelf"), QStringList{QStringLiteral("-W")} + options + QStringList{file},
                      QProcessEnvironment::systemEnvironment())
        .output;
}

void TestHardening::elf_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("isProgram");
    QTest::newRow("sealift") << Program::path() << true;
    QTest::newRow("the plugin of nbdkit") << QStringLiteral(SEALIFT_PLUGIN) << false;
    // Built, or not: whoever runs all tests has built it.
    if (QFile::exists(QStringLiteral(SEALIFT_DESKTOP)))
        QTest::newRow("sealift-desktop") << QStringLiteral(SEALIFT_DESKTOP) << true;
}

void TestHardening::elf()
{
    QFETCH(const QString, file);
    QFETCH(const bool, isProgram);
    const auto segments = readelf({QStringLiteral("-h"), QStringLiteral("-l")}, file);
    const auto dynamic = readelf({QStringLiteral("-d")}, file);
    const auto symbols = readelf({QStringLiteral("--dyn-syms")}, file);
    QVERIFY2(segments.contains("ELF Header"), qPrintable(file));

    // Loaded at a place that nobody can guess.
    QVERIFY(QString::fromLatin1(segments).contains(QRegularExpression(QStringLiteral("Type:\\s+DYN"))));
    if (isProgram)
        QVERIFY(QString::fromLatin1(dynamic).contains(QRegularExpression(QStringLiteral("FLAGS_1.*\\bPIE\\b"))));
    // Tables of addresses are read-only from the start: RELRO, and bound before main().
    QVERIFY(segments.contains("GNU_RELRO"));
    QVERIFY(QString::fromLatin1(dynamic).contains(QRegularExpression(QStringLiteral("BIND_NOW|FLAGS_1.*\\bNOW\\b"))));
    // Neither the stack nor any segment is writable and executable.
    const auto lines = segments.split('\n');
    for (const auto &line : lines)
        QVERIFY2(!line.contains("RWE"), line.constData());
    QVERIFY(segments.contains("GNU_STACK"));
    QVERIFY(!dynamic.contains("TEXTREL"));
#ifndef SEALIFT_SANITIZED
    // Guards behind arrays on the stack; checked variants of what copies memory.
    QVERIFY(symbols.contains("__stack_chk_fail"));
    if (isProgram)
        QVERIFY(QString::fromLatin1(symbols).contains(QRegularExpression(QStringLiteral("__\\w+_chk\\b"))));
#endif
}

void TestHardening::objectsTakePartInControlFlowEnforcement()
{
#ifndef __x86_64__
    QSKIP("there is none here");
#endif
    // Of the whole program the linker says so only where every object takes part, and the C library's start files on
    // Debian do not. Ours do, each of them.
    const auto notes = readelf({QStringLiteral("-n")}, QStringLiteral(SEALIFT_ARCHIVE));
    int objects = 0;
    for (const auto &object : QByteArray(notes).replace("File: ", "\f").split('\f').mid(1)) {
        ++objects;
        QVERIFY2(object.contains("IBT") && object.contains("SHSTK"), object.constData());
    }
    QVERIFY(objects > 3);
}

static uint modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

static void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

void TestHardening::closesFilesToOthers()
{
    const Program program;
    QCOMPARE(program.run({QStringLiteral("tasks")}).exitCode, 0);
    const auto disk = program.writeRandom(QStringLiteral("disk.raw"), 1 << 16);
    QCOMPARE(program
                 .run({QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"),
                       program.library()})
                 .exitCode,
             0);
    const auto first = program.run({QStringLiteral("import"), disk});
    QVERIFY2(first.exitCode == 0 && first.errors.isEmpty(), first.describe().constData());

    const auto state = program.file(QStringLiteral("state"));
    const auto journal = state + QStringLiteral("/journal.sqlite");
    const auto audit = state + QStringLiteral("/audit/audit-000001.jsonl");
    setMode(state, 0755);
    setMode(journal, 0664);
    setMode(audit, 0604);
    const auto mended = program.run({QStringLiteral("tasks")});
    QCOMPARE(mended.exitCode, 0);
    for (const auto &path : {state, journal, audit})
        QVERIFY2(mended.errors.contains(path.toUtf8() + " was open to other users"), mended.errors.constData());
    QVERIFY(mended.errors.contains("mode 664"));
    QCOMPARE(modeOf(state), 0700U);
    QCOMPARE(modeOf(journal), 0600U);
    QCOMPARE(modeOf(audit), 0600U);
    QCOMPARE(program.run({QStringLiteral("tasks")}).errors, QByteArray());

    // The key that signs is not made secret again by closing it: that is refused until somebody has looked.
    setMode(state + QStringLiteral("/identity"), 0755);
    const auto refused = program.run({QStringLiteral("import"), disk});
    QVERIFY2(refused.exitCode != 0 && refused.errors.contains("identity"), refused.describe().constData());
    QCOMPARE(modeOf(state + QStringLiteral("/identity")), 0755U);
}

void TestHardening::followsNoLinks()
{
    const Program program;
    QCOMPARE(program.run({QStringLiteral("tasks")}).exitCode, 0);
    const auto other = program.write(QStringLiteral("other"), "x");
    setMode(other, 0644);
    QVERIFY(QFile::link(other, program.file(QStringLiteral("state/link"))));
    QCOMPARE(program.run({QStringLiteral("tasks")}).exitCode, 0);
    QCOMPARE(modeOf(other), 0644U);
}

void TestHardening::refusesFilesOfOthers()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    const Program program;
    QCOMPARE(program.run({QStringLiteral("tasks")}).exitCode, 0);
    const auto journal = program.file(QStringLiteral("state/journal.sqlite"));
    constexpr uid_t kSomebody = 65'534;
    QCOMPARE(::chown(QFile::encodeName(journal).constData(), kSomebody, kSomebody), 0);
    const auto ended = program.run({QStringLiteral("tasks")});
    QCOMPARE(ended.exitCode, 5);
    QVERIFY2(ended.errors.contains("journal.sqlite belongs to another user"), ended.errors.constData());
}

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
