// What cannot work fails with a clear error and the documented exit code, and costs nothing: no library, no partial
// file.

#include "e2e/support/fault_bench.h"
#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"

#include <QDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void password_data();
    void password();
    void noLibrary();
    void libraryExists();
    void unreadableSource_data();
    void unreadableSource();
    void sourceChangesMeanwhile_data();
    void sourceChangesMeanwhile();
    void badTarget_data();
    void badTarget();
    void unknownImage();
    void wrongUsage_data();
    void wrongUsage();
    void cleanup();

private:
    void renewBench();

    std::unique_ptr<FaultBench> m_bench;
    QByteArray m_library; ///< fingerprint of the untouched library
};

void TestFaults::initTestCase()
{
    REQUIRE_TOOLS();
    adoptOrphans();
    renewBench();
}

void TestFaults::renewBench()
{
    m_bench = std::make_unique<FaultBench>();
    VERIFY_EMPTY(m_bench->error());
    m_library = fingerprint(m_bench->sealift.library());
}

/// After every test: the library is as it was.
void TestFaults::cleanup()
{
    QVERIFY(m_bench);
    VERIFY_EMPTY(m_bench->harm());
}

void TestFaults::password_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("another password") << QByteArray("not the password\n") << QStringLiteral("wrong-password");
    QTest::newRow("the password and a space")
        << QByteArray("an end-to-end password \n") << QStringLiteral("wrong-password");
    QTest::newRow("an empty file") << QByteArray("") << QStringLiteral("invalid-argument");
}

void TestFaults::password()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    Sealift sealift = m_bench->sealift;
    const QString file = m_bench->path(QStringLiteral("other-password"));
    QVERIFY(writeFile(file, content));
    sealift.setPasswordFile(file);
    const QString out = m_bench->path(QStringLiteral("never.raw"));
    const QString named = code == QLatin1String("wrong-password") ? sealift.library() : file;
    for (const Outcome &outcome :
         {sealift.images(), sealift.check(), sealift.import(m_bench->kept(), QStringLiteral("new")),
          sealift.exportTo(QStringLiteral("kept"), QStringLiteral("raw"), out)}) {
        VERIFY_EMPTY(outcome.complaint(code, {named}));
        // A secret is in no message, right or wrong.
        QVERIFY(content.isEmpty() || !(outcome.run.out + outcome.run.err).contains(content.trimmed()));
    }
    QVERIFY(!QFile::exists(out));
    QCOMPARE(fingerprint(sealift.library()), m_library);
}

void TestFaults::noLibrary()
{
    Sealift sealift = m_bench->sealift;
    sealift.setLibrary(m_bench->path(QStringLiteral("nowhere")));
    VERIFY_EMPTY(sealift.images().complaint(QStringLiteral("not-found"), {sealift.library()}));
    VERIFY_EMPTY(sealift.import(m_bench->kept(), QStringLiteral("x"))
                     .complaint(QStringLiteral("not-found"), {sealift.library()}));
    QVERIFY(!QFile::exists(sealift.library()));
    QVERIFY(QDir().mkpath(sealift.library()));
    VERIFY_EMPTY(sealift.images().complaint(QStringLiteral("not-found"), {sealift.library()}));
    QCOMPARE(entriesBelow(sealift.library()), QStringList());
    CommandLine command = sealift.command({QStringLiteral("images")});
    command.environment.remove(QStringLiteral("SEALIFT_LIBRARY"));
    VERIFY_EMPTY(
        outcomeOf(run(command)).complaint(QStringLiteral("invalid-argument"), {QStringLiteral("SEALIFT_LIBRARY")}));
}

void TestFaults::libraryExists()
{
    const Outcome again = m_bench->sealift.init();
    VERIFY_EMPTY(again.complaint(QStringLiteral("already-exists"), {m_bench->sealift.library()}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), m_library);
}

void TestFaults::unreadableSource_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("not-found");
    QTest::newRow("forbidden") << QStringLiteral("forbidden") << QStringLiteral("permission-denied");
    QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("unsupported");
    QTest::newRow("a pipe") << QStringLiteral("pipe") << QStringLiteral("unsupported");
    QTest::newRow("a link to nothing") << QStringLiteral("link") << QStringLiteral("not-found");
}

void TestFaults::unreadableSource()
{
    QFETCH(QString, kind);
    QFETCH(QString, code);
    const QString source = m_bench->path(QStringLiteral("source-") + kind);
    if (kind == QLatin1String("forbidden"))
        QVERIFY(writeFile(source, "disk") && chmod(QFile::encodeName(source).constData(), 0) == 0);
    if (kind == QLatin1String("folder"))
        QVERIFY(QDir().mkpath(source));
    if (kind == QLatin1String("pipe"))
        QCOMPARE(mkfifo(QFile::encodeName(source).constData(), 0600), 0);
    if (kind == QLatin1String("link"))
        QVERIFY(QFile::link(source + QStringLiteral("-target"), source));
    CommandLine command = FaultBench::withoutRootsRights(
        m_bench->sealift.command(Sealift::importArguments(source, QStringLiteral("new"))));
    command.timeout = std::chrono::seconds(20);
    VERIFY_EMPTY(outcomeOf(run(command)).complaint(code, {source}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), m_library);
}

void TestFaults::sourceChangesMeanwhile_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("shrinks") << QStringLiteral("shrinks");
    QTest::newRow("grows") << QStringLiteral("grows");
    QTest::newRow("is written to") << QStringLiteral("written");
}

void TestFaults::sourceChangesMeanwhile()
{
    QFETCH(QString, change);
    // What a broken import has stored so far stays in its library, so each begins with a fresh one.
    renewBench();
    const qint64 size = 256 * MiB;
    const QString source = m_bench->path(QStringLiteral("changing.raw"));
    QVERIFY(writeRandom(source, 0, size, 3));
    const QStringList packs = m_bench->sealift.packs();
    Running importing(m_bench->sealift.command(Sealift::importArguments(source, QStringLiteral("new"))));
    // The first new pack says that reading is well under way, and that most is still to come.
    while (importing.isRunning() && m_bench->sealift.packs().size() <= packs.size())
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    QVERIFY(importing.isRunning());
    if (change == QLatin1String("shrinks"))
        QVERIFY(setSize(source, size * 3 / 4));
    if (change == QLatin1String("grows"))
        QVERIFY(setSize(source, size + MiB));
    if (change == QLatin1String("written"))
        QVERIFY(writeRandom(source, 1 * MiB, 512, 9));
    const Outcome outcome = outcomeOf(importing.wait());
    QVERIFY(QFile::remove(source));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("source-changed"), {source}));
}

void TestFaults::badTarget_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such folder") << QStringLiteral("no-folder") << QStringLiteral("not-found");
    QTest::newRow("forbidden folder") << QStringLiteral("forbidden") << QStringLiteral("permission-denied");
    QTest::newRow("a file is there") << QStringLiteral("exists") << QStringLiteral("already-exists");
    QTest::newRow("a folder is there") << QStringLiteral("is-folder") << QStringLiteral("invalid-argument");
    QTest::newRow("below a file") << QStringLiteral("below-file") << QStringLiteral("not-found");
}

void TestFaults::badTarget()
{
    QFETCH(QString, kind);
    QFETCH(QString, code);
    const QString folder = m_bench->path(QStringLiteral("target-") + kind);
    QString target = folder + QStringLiteral("/disk.raw");
    if (kind != QLatin1String("no-folder"))
        QVERIFY(QDir().mkpath(folder));
    if (kind == QLatin1String("forbidden"))
        QCOMPARE(chmod(QFile::encodeName(folder).constData(), 0500), 0);
    if (kind == QLatin1String("exists"))
        QVERIFY(writeFile(target, "precious"));
    if (kind == QLatin1String("is-folder"))
        QVERIFY(QDir().mkpath(target));
    if (kind == QLatin1String("below-file")) {
        QVERIFY(writeFile(target, "precious"));
        target += QStringLiteral("/disk.raw");
    }
    // A folder that cannot be opened is named itself.
    const QString named = code == QLatin1String("not-found") ? QFileInfo(target).path() : target;
    const QByteArray before = fingerprint(folder);
    const QStringList entries = entriesBelow(folder);
    for (const QString &format : {QStringLiteral("raw"), QStringLiteral("qcow2")}) {
        const Finished finished = run(FaultBench::withoutRootsRights(
            m_bench->sealift.command(Sealift::exportArguments(QStringLiteral("kept"), format, target))));
        VERIFY_EMPTY(outcomeOf(finished).complaint(code, {named}));
        QCOMPARE(fingerprint(folder), before);
        QCOMPARE(entriesBelow(folder), entries);
    }
}

void TestFaults::unknownImage()
{
    const QString out = m_bench->path(QStringLiteral("unknown.raw"));
    for (const char *name : {"ghost", "0123abcd", "../kept", ""}) {
        const Outcome outcome = m_bench->sealift.exportTo(QLatin1String(name), QStringLiteral("raw"), out);
        const QString code = *name ? QStringLiteral("not-found") : QStringLiteral("invalid-argument");
        VERIFY_EMPTY(outcome.complaint(code, {QLatin1String(name)}));
        QVERIFY(!QFile::exists(out));
    }
}

void TestFaults::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *arguments) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("no command", "");
    row("unknown command", "imprt disk.raw");
    row("unknown option", "images --colour");
    row("import of nothing", "import");
    row("unknown format", "export --format vmdq -o /nonexistent/x kept");
    row("export without a target", "export --format raw kept");
    row("password as an argument", "--password secret images");
}

void TestFaults::wrongUsage()
{
    QFETCH(QStringList, arguments);
    VERIFY_EMPTY(m_bench->sealift.run(arguments).complaint(QStringLiteral("invalid-argument")));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
