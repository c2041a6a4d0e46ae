// Repositories that restic made are libraries: their raw images are listed and exported; and restic opens what Sealift
// made.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QTest>

using namespace sealift::test;

namespace {

constexpr qint64 KiB = 1 << 10;
constexpr qint64 MiB = 1 << 20;

/// A disk with what restic's own chunker makes of it: text that compresses, random data that does not, and holes.
QString mixedDisk(Workbench &bench, const QString &name)
{
    using enum Patch::Fill;
    return bench.images.raw(
        name, 24 * MiB + 4097,
        {{Constant, 0, 2 * MiB, 0x41}, {Random, 4 * MiB + 512, 9 * MiB}, {Constant, 20 * MiB, 64 * KiB, 0x42}});
}

/// The object of the list with that id, long or short.
QJsonObject withId(const QJsonArray &list, const QString &id)
{
    for (const auto &value : list) {
        if (id.startsWith(value[QStringLiteral("id")].toString()))
            return value.toObject();
    }
    return {};
}

} // namespace

class TestResticRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void imageStoredByRestic_data();
    void imageStoredByRestic();
    void imageFromStandardInput();
    void versionOneIsReadOnly();
    void resticAddsToOurLibrary();
    void secondPasswordOpens();
    void recoveryPassphraseOpensWithRestic();
};

void TestResticRepositories::initTestCase()
{
    REQUIRE_TOOLS();
}

void TestResticRepositories::imageStoredByRestic_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("version 1") << 1 << QStringList();
    for (const char *compression : {"auto", "max", "off"})
        QTest::addRow("version 2, compression %s", compression)
            << 2 << QStringList{QStringLiteral("--compression"), QLatin1String(compression)};
    QTest::newRow("version 2, packs of 64 MiB")
        << 2 << QStringList{QStringLiteral("--pack-size"), QStringLiteral("64")};
}

void TestResticRepositories::imageStoredByRestic()
{
    QFETCH(int, version);
    QFETCH(QStringList, options);
    Workbench bench;
    const Finished init = bench.restic.init(version);
    VERIFY_RUN(init.ok(), init);
    const QString disk = mixedDisk(bench, QStringLiteral("server.raw"));
    const Finished backup = bench.restic.backup(disk, options);
    VERIFY_RUN(backup.ok(), backup);
    const QString id = bench.restic.snapshots()[0][QStringLiteral("id")].toString();
    QCOMPARE(id.size(), 64);
    const QByteArray before = fingerprint(bench.sealift.library());

    const Outcome listed = bench.sealift.images();
    VERIFY_RUN(listed.ok(), listed.run);
    QCOMPARE(listed.array().size(), 1);
    const QJsonObject image = withId(listed.array(), id);
    QVERIFY2(!image.isEmpty(), listed.run.describe().constData());
    const QString name = image.value(QStringLiteral("name")).toString();
    QVERIFY2(name.contains(QLatin1String("server")), listed.run.describe().constData());
    QCOMPARE(image.value(QStringLiteral("size")).toInteger(-1), QFileInfo(disk).size());

    int number = 0;
    for (const QString &wanted : {id, id.left(8), name}) {
        const QString out = bench.path(QStringLiteral("out-%1.raw").arg(++number));
        const Outcome exported = bench.sealift.exportTo(wanted, QStringLiteral("raw"), out);
        VERIFY_RUN(exported.ok(), exported.run);
        VERIFY_EMPTY(difference(out, disk));
    }
    const QString qcow2 = bench.path(QStringLiteral("out.qcow2"));
    const Outcome exported = bench.sealift.exportTo(id, QStringLiteral("qcow2"), qcow2);
    VERIFY_RUN(exported.ok(), exported.run);
    const Finished same = ImageMaker::compare(qcow2, QStringLiteral("qcow2"), disk);
    VERIFY_RUN(same.ok(), same);

    const Outcome checked = bench.sealift.check();
    VERIFY_RUN(checked.ok(), checked.run);
    // Looking, exporting and checking leave nothing in the repository, and take nothing from it.
    QCOMPARE(fingerprint(bench.sealift.library()), before);
}

void TestResticRepositories::imageFromStandardInput()
{
    Workbench bench;
    const Finished init = bench.restic.init(2);
    VERIFY_RUN(init.ok(), init);
    const QString disk = mixedDisk(bench, QStringLiteral("piped.raw"));
    CommandLine command = bench.restic.command({QStringLiteral("backup"), QStringLiteral("--stdin"),
                                                QStringLiteral("--stdin-filename"), QStringLiteral("piped.raw")});
    command.input = readFile(disk);
    const Finished backup = run(command);
    VERIFY_RUN(backup.ok(), backup);
    const Outcome listed = bench.sealift.images();
    QCOMPARE(listed.array().size(), 1);
    const QString out = bench.path(QStringLiteral("out.raw"));
    const Outcome exported =
        bench.sealift.exportTo(listed.array()[0][QStringLiteral("id")].toString(), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, disk));
}

void TestResticRepositories::versionOneIsReadOnly()
{
    Workbench bench;
    const Finished init = bench.restic.init(1);
    VERIFY_RUN(init.ok(), init);
    const QByteArray before = fingerprint(bench.sealift.library());
    const QString disk = mixedDisk(bench, QStringLiteral("new.raw"));
    const Outcome imported = bench.sealift.import(disk, QStringLiteral("new"));
    VERIFY_EMPTY(imported.complaint(QStringLiteral("unsupported"), {bench.sealift.library()}));
    QCOMPARE(fingerprint(bench.sealift.library()), before);
    const Finished checked = bench.restic.check();
    VERIFY_RUN(Restic::isClean(checked), checked);
}

void TestResticRepositories::resticAddsToOurLibrary()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString ours = mixedDisk(bench, QStringLiteral("ours.raw"));
    const QString theirs = bench.path(QStringLiteral("theirs.raw"));
    QVERIFY(writeRandom(theirs, 0, 6 * MiB + 5, 6));
    const Outcome imported = bench.sealift.import(ours, QStringLiteral("ours"));
    VERIFY_RUN(imported.ok(), imported.run);
    const Finished backup = bench.restic.backup(theirs);
    VERIFY_RUN(backup.ok(), backup);
    const Outcome again = bench.sealift.import(theirs, QStringLiteral("theirs-too"));
    VERIFY_RUN(again.ok(), again.run);

    const Outcome listed = bench.sealift.images();
    QCOMPARE(listed.array().size(), 3);
    const QJsonArray snapshots = bench.restic.snapshots();
    QCOMPARE(snapshots.size(), 3);
    for (const auto &snapshot : snapshots) {
        const QString id = snapshot[QStringLiteral("id")].toString();
        QVERIFY2(!withId(listed.array(), id).isEmpty(), listed.run.describe().constData());
        const QString out = bench.path(id);
        const Outcome exported = bench.sealift.exportTo(id, QStringLiteral("raw"), out);
        VERIFY_RUN(exported.ok(), exported.run);
        const bool isOurs = QFileInfo(out).size() == QFileInfo(ours).size();
        VERIFY_EMPTY(difference(out, isOurs ? ours : theirs));
    }
    // restic can thin out a library of ours and leave it sound.
    const Finished forget = bench.restic.run(
        {QStringLiteral("forget"), QStringLiteral("--prune"), snapshots[0][QStringLiteral("id")].toString()});
    VERIFY_RUN(forget.ok(), forget);
    const Finished checked = bench.restic.check();
    VERIFY_RUN(Restic::isClean(checked), checked);
    const Outcome own = bench.sealift.check();
    VERIFY_RUN(own.ok(), own.run);
    QCOMPARE(bench.sealift.images().array().size(), 2);
}

void TestResticRepositories::secondPasswordOpens()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString second = bench.path(QStringLiteral("second-password"));
    QVERIFY(writeFile(second, "Zweites Passwort mit Umlauten: äöü\n"));
    const Finished added =
        bench.restic.run({QStringLiteral("key"), QStringLiteral("add"), QStringLiteral("--new-password-file"), second});
    VERIFY_RUN(added.ok(), added);
    bench.sealift.setPasswordFile(second);
    const Outcome listed = bench.sealift.images();
    VERIFY_RUN(listed.ok(), listed.run);
}

void TestResticRepositories::recoveryPassphraseOpensWithRestic()
{
    Workbench bench;
    const Outcome init = bench.sealift.init({});
    VERIFY_RUN(init.ok(), init.run);
    const QString passphrase = init.object().value(QStringLiteral("recoveryKey")).toString();
    QVERIFY2(!passphrase.isEmpty(), init.run.describe().constData());
    QVERIFY(!init.run.err.contains(passphrase.toUtf8()));
    const QString file = bench.path(QStringLiteral("recovery"));
    QVERIFY(writeFile(file, passphrase.toUtf8() + "\n"));
    const Restic byRecovery(bench.sealift.library(), file, bench.path(QStringLiteral("restic-2")));
    const Finished opened = byRecovery.run({QStringLiteral("snapshots")});
    VERIFY_RUN(opened.ok(), opened);
    const Finished keys = bench.restic.run({QStringLiteral("key"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(QJsonDocument::fromJson(keys.out).array().size(), 2);
}

QTEST_GUILESS_MAIN(TestResticRepositories)
#include "tst_restic_repositories.moc"
