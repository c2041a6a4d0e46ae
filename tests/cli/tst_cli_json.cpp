#include "cli/program.h"

#include <QRegularExpression>
#include <QTest>

using namespace sealift::test;

/// What scripts rely on: the shapes of results, errors and progress with --json.
class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void newLibrary();
    void newLibraryWithRecoveryKey();
    void import();
    void importOfSeveral();
    void importThatFailsHalfway();
    void images();
    void exported();
    void exportToPipe();
    void inspect();
    void check();
    void checkOfDamage();
    void keys();
    void version();
    void errors_data();
    void errors();
    void progress();

private:
    Program m_program;
    QString m_id;
};

static const QRegularExpression kId(QStringLiteral("^[0-9a-f]{64}$"));

#define VERIFY_FIELDS(object, ...)                                                                                     \
    do {                                                                                                               \
        auto names = (object).keys();                                                                                  \
        auto expected = QString::fromLatin1(__VA_ARGS__).split(QLatin1Char(' '));                                      \
        names.sort();                                                                                                  \
        expected.sort();                                                                                               \
        QCOMPARE(names, expected);                                                                                     \
    } while (false)

void TestJson::initTestCase()
{
    m_program.writeRandom(QStringLiteral("disk.raw"), 3 << 20);
    m_program.writeRandom(QStringLiteral("other.raw"), 1 << 20);
}

void TestJson::newLibrary()
{
    const auto ended = m_program.run({QStringLiteral("--json"), QStringLiteral("library"), QStringLiteral("init"),
                                      QStringLiteral("--no-recovery-key"), m_program.library()});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    QCOMPARE(ended.errors, QByteArray());
    QCOMPARE(ended.output.count('\n'), 1);
    const auto object = ended.object();
    VERIFY_FIELDS(object, "id location version warnings");
    QCOMPARE(object.value(QStringLiteral("warnings")).toArray(), QJsonArray());
    QVERIFY(kId.match(object.value(QStringLiteral("id")).toString()).hasMatch());
    QCOMPARE(object.value(QStringLiteral("location")).toString(), m_program.library());
    QCOMPARE(object.value(QStringLiteral("version")).toInt(), 2);
}

void TestJson::newLibraryWithRecoveryKey()
{
    const Program program;
    const auto ended =
        program.run({QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--json"), program.library()});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto object = ended.object();
    VERIFY_FIELDS(object, "id location version warnings recoveryKey");
    const QRegularExpression key(QStringLiteral("^[0-9A-Z]{5}(-[0-9A-Z]{5}){7}$"));
    QVERIFY(key.match(object.value(QStringLiteral("recoveryKey")).toString()).hasMatch());
}

static constexpr auto kImportFields = "id name source container disk disks format size allocated bytesRead bytesKnown "
                                      "bytesStored recoveredPacks contentHash seconds "
                                      "task cleanup receipt findings";
static constexpr auto kImportFieldsOfOne = "id name source container disk disks format size allocated bytesRead "
                                           "bytesKnown bytesStored recoveredPacks contentHash "
                                           "seconds task cleanup receipt findings warnings";

void TestJson::import()
{
    const auto source = m_program.file(QStringLiteral("disk.raw"));
    const auto ended = m_program.run({QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--tag"),
                                      QStringLiteral("a"), QStringLiteral("--tag"), QStringLiteral("b"), source});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    QCOMPARE(ended.output.count('\n'), 1);
    const auto object = ended.object();
    VERIFY_FIELDS(object, kImportFieldsOfOne);
    m_id = object.value(QStringLiteral("id")).toString();
    QVERIFY(kId.match(m_id).hasMatch());
    QCOMPARE(object.value(QStringLiteral("name")).toString(), QStringLiteral("disk"));
    QCOMPARE(object.value(QStringLiteral("source")).toString(), source);
    QCOMPARE(object.value(QStringLiteral("format")).toString(), QStringLiteral("raw"));
    QCOMPARE(object.value(QStringLiteral("size")).toInteger(), 3 << 20);
    QCOMPARE(object.value(QStringLiteral("bytesRead")).toInteger(), 3 << 20);
    QCOMPARE(object.value(QStringLiteral("bytesKnown")).toInteger(), 0);
    QVERIFY(object.value(QStringLiteral("bytesStored")).toInteger() > 3 << 20);
}

void TestJson::importOfSeveral()
{
    const auto ended =
        m_program.run({QStringLiteral("import"), QStringLiteral("--json"), m_program.file(QStringLiteral("disk.raw")),
                       m_program.file(QStringLiteral("other.raw"))});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    VERIFY_FIELDS(ended.object(), "images warnings");
    const auto images = ended.object().value(QStringLiteral("images")).toArray();
    QCOMPARE(images.size(), 2);
    for (const auto &image : images)
        VERIFY_FIELDS(image.toObject(), kImportFields);
    QCOMPARE(images[0].toObject().value(QStringLiteral("bytesKnown")).toInteger(), 3 << 20);
}

void TestJson::importThatFailsHalfway()
{
    const auto bad = m_program.write(QStringLiteral("bad.qcow2"), QByteArray("QFI\xfb", 4) + QByteArray(4096, '\xff'));
    const auto ended = m_program.run(
        {QStringLiteral("import"), QStringLiteral("--json"), m_program.file(QStringLiteral("other.raw")), bad});
    QVERIFY(ended.exitCode != 0);
    const auto images = ended.object().value(QStringLiteral("images")).toArray();
    QCOMPARE(images.size(), 1);
    const auto errors = ended.messages(QStringLiteral("error"));
    QCOMPARE(errors.size(), 1);
    QVERIFY(errors[0].value(QStringLiteral("message")).toString().contains(QStringLiteral("bad.qcow2")));
}

void TestJson::images()
{
    const auto ended = m_program.run({QStringLiteral("images"), QStringLiteral("--json")});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto list = ended.array();
    QCOMPARE(list.size(), 4);
    const auto image = list[0].toObject();
    VERIFY_FIELDS(image, "id name time hostname username tags size disks");
    QCOMPARE(image.value(QStringLiteral("id")).toString(), m_id);
    QCOMPARE(image.value(QStringLiteral("tags")).toArray(), QJsonArray({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(image.value(QStringLiteral("size")).toInteger(), 3 << 20);
    const auto disks = image.value(QStringLiteral("disks")).toArray();
    QCOMPARE(disks.size(), 1);
    VERIFY_FIELDS(disks[0].toObject(), "path size source format allocated contentHash");
}

void TestJson::exported()
{
    const auto target = m_program.file(QStringLiteral("out.qcow2"));
    const auto ended =
        m_program.run({QStringLiteral("export"), m_id.left(8), QStringLiteral("--json"), QStringLiteral("--format"),
                       QStringLiteral("qcow2"), QStringLiteral("-o"), target});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto object = ended.object();
    VERIFY_FIELDS(object, "id name disk disks output format subformat compression size sealed bytesFetched "
                          "bytesWritten bytesResumed seconds task cleanup receipt "
                          "findings warnings");
    QCOMPARE(object.value(QStringLiteral("id")).toString(), m_id);
    QCOMPARE(object.value(QStringLiteral("output")).toString(), target);
    QCOMPARE(object.value(QStringLiteral("format")).toString(), QStringLiteral("qcow2"));
}

void TestJson::exportToPipe()
{
    const auto ended =
        m_program.run({QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("--json"), QStringLiteral("-f"),
                       QStringLiteral("raw"), QStringLiteral("-o"), QStringLiteral("-")});
    QVERIFY2(ended.exitCode == 0, ended.errors.constData());
    QFile disk(m_program.file(QStringLiteral("disk.raw")));
    QVERIFY(disk.open(QIODevice::ReadOnly));
    QVERIFY(ended.output == disk.readAll());
    QCOMPARE(ended.messages(QStringLiteral("result")).size(), 1);
    QCOMPARE(ended.messages(QStringLiteral("result"))[0].value(QStringLiteral("id")).toString().size(), 64);
}

void TestJson::inspect()
{
    const auto ended = m_program.run(
        {QStringLiteral("inspect"), QStringLiteral("--json"), m_program.file(QStringLiteral("out.qcow2"))});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto object = ended.object();
    VERIFY_FIELDS(
        object,
        "path format subformat version size fileSize allocated clusterSize creator partitionTable compressed dirty "
        "corrupt internalSnapshots unknownFeatures files warnings disk destination findings");
    QCOMPARE(object.value(QStringLiteral("format")).toString(), QStringLiteral("qcow2"));
    QCOMPARE(object.value(QStringLiteral("destination")).toString(), QStringLiteral("library"));
    VERIFY_FIELDS(
        object.value(QStringLiteral("disk")).toObject(),
        "size sectorSize scheme diskId primaryGpt backupGpt mbrLooksLikeBootSector isoHybrid empty partitions "
        "logicalVolumes incompleteVolumeGroup boot systems notes bytesRead milliseconds wholeDisk");
    QCOMPARE(object.value(QStringLiteral("size")).toInteger(), 3 << 20);
}

static constexpr auto kCheckFields = "location clean readData snapshots packs blobs bytes problems hints";

void TestJson::check()
{
    const auto ended = m_program.run(
        {QStringLiteral("library"), QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--read-data")});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto object = ended.object();
    VERIFY_FIELDS(object, kCheckFields);
    QCOMPARE(object.value(QStringLiteral("clean")).toBool(), true);
    QCOMPARE(object.value(QStringLiteral("readData")).toBool(), true);
    QCOMPARE(object.value(QStringLiteral("snapshots")).toInteger(), 4);
}

void TestJson::checkOfDamage()
{
    const Program program;
    const auto disk = program.writeRandom(QStringLiteral("disk.raw"), 1 << 20);
    QCOMPARE(program
                 .run({QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"),
                       program.library()})
                 .exitCode,
             0);
    QCOMPARE(program.run({QStringLiteral("import"), disk}).exitCode, 0);
    const auto removed = runProgram(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("find \"$SEALIFT_LIBRARY/data\" -type f -size +500k -delete -printf %f")},
        program.environment);
    QCOMPARE(removed.output.size(), 64);

    const auto ended = program.run({QStringLiteral("library"), QStringLiteral("check"), QStringLiteral("--json")});
    QCOMPARE(ended.exitCode, 5);
    const auto object = ended.object();
    VERIFY_FIELDS(object, kCheckFields);
    QCOMPARE(object.value(QStringLiteral("clean")).toBool(true), false);
    const auto problems = object.value(QStringLiteral("problems")).toArray();
    QVERIFY(!problems.isEmpty());
    for (const auto &problem : problems)
        VERIFY_FIELDS(problem.toObject(), "object what affected affectedCount");
    QVERIFY(ended.output.contains(removed.output.left(8)));
    QCOMPARE(ended.messages(QStringLiteral("error")).size(), 1);
}

void TestJson::keys()
{
    const auto newPassword = m_program.write(QStringLiteral("new"), "another secret\n");
    const auto added = m_program.run({QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("add"),
                                      QStringLiteral("--json"), QStringLiteral("--new-password-file"), newPassword});
    QVERIFY2(added.exitCode == 0, added.describe().constData());
    VERIFY_FIELDS(added.object(), "id");
    auto id = added.object().value(QStringLiteral("id")).toString();
    const auto recovery = m_program.run({QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("add"),
                                         QStringLiteral("--recovery"), QStringLiteral("--json")});
    VERIFY_FIELDS(recovery.object(), "id recoveryKey");

    const auto list =
        m_program
            .run({QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("list"), QStringLiteral("--json")})
            .array();
    QCOMPARE(list.size(), 3);
    int current = 0;
    for (const auto &key : list) {
        VERIFY_FIELDS(key.toObject(), "id created ageDays old username hostname current");
        if (key.toObject().value(QStringLiteral("current")).toBool())
            ++current;
    }
    QCOMPARE(current, 1);

    const auto changedPassword = m_program.write(QStringLiteral("changed"), "a third secret\n");
    const auto changed = m_program.run({QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("change"),
                                        QStringLiteral("--json"), QStringLiteral("--password-file"), newPassword,
                                        QStringLiteral("--new-password-file"), changedPassword});
    QVERIFY2(changed.exitCode == 0, changed.describe().constData());
    VERIFY_FIELDS(changed.object(), "id removed");
    QCOMPARE(changed.object().value(QStringLiteral("removed")).toString(), id);
    QCOMPARE(m_program.run({QStringLiteral("images"), QStringLiteral("--password-file"), newPassword}).exitCode, 4);
    QCOMPARE(m_program.run({QStringLiteral("images"), QStringLiteral("--password-file"), changedPassword}).exitCode, 0);
    const auto same = m_program.run({QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("change"),
                                     QStringLiteral("--password-file"), changedPassword,
                                     QStringLiteral("--new-password-file"), changedPassword});
    QCOMPARE(same.exitCode, 2);
    id = changed.object().value(QStringLiteral("id")).toString();

    const auto removed = m_program.run({QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("remove"),
                                        id.left(10), QStringLiteral("--json")});
    QVERIFY2(removed.exitCode == 0, removed.describe().constData());
    QCOMPARE(removed.object().value(QStringLiteral("id")).toString(), id);
    const auto gone = m_program.run({QStringLiteral("images"), QStringLiteral("--password-file"), changedPassword});
    QCOMPARE(gone.exitCode, 4);
}

void TestJson::version()
{
    const auto object = m_program.run({QStringLiteral("version"), QStringLiteral("--json")}).object();
    VERIFY_FIELDS(object, "version components");
    QStringList ids;
    for (const auto &component : object.value(QStringLiteral("components")).toArray())
        ids.append(component.toObject().value(QStringLiteral("id")).toString());
    QCOMPARE(ids.join(QLatin1Char(' ')), QStringLiteral("sealift qt qca openssl zstd libnbd qemu-nbd bwrap"));
}

void TestJson::errors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *line, const char *code, int exitCode, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                            << QString::fromLatin1(code) << exitCode << QString::fromLatin1(named);
    };
    row("", "invalid-argument", 2, "no command");
    row("frobnicate", "invalid-argument", 2, "frobnicate");
    row("images --frobnicate", "invalid-argument", 2, "--frobnicate");
    row("import --compression most x", "invalid-argument", 2, "most");
    row("import --pack-size 3 x", "invalid-argument", 2, "\"3\"");
    row("import --pack-size 16M x", "invalid-argument", 2, "16M");
    row("import --tag a,b x", "invalid-argument", 2, "a,b");
    row("import --name a x y", "invalid-argument", 2, "--name");
    row("import /nonexistent/disk.raw", "not-found", 3, "/nonexistent/disk.raw");
    row("inspect /nonexistent/disk.raw", "not-found", 3, "/nonexistent/disk.raw");
    row("inspect disk.raw --for amiga", "invalid-argument", 2, "amiga");
    row("export disk -o x", "invalid-argument", 2, "--format");
    row("export disk -f vpc -o x", "invalid-argument", 2, "vpc");
    row("export disk -f vmdk --subformat fixed -o x", "invalid-argument", 2, "fixed");
    row("export disk -f vhdx --block-size 3MiB -o x", "invalid-argument", 2, "block size");
    row("export disk -f vhd --align 1MB -o x", "invalid-argument", 2, "--align");
    row("export disk --for amiga -o x", "invalid-argument", 2, "--for");
    row("export disk --for azure -f raw -o x", "invalid-argument", 2, "--for");
    row("export disk -f qcow2 --compression zstd -o -", "unsupported", 8, "pipe");
    row("export disk -f raw", "invalid-argument", 2, "--output");
    row("export nothing -f raw -o x", "not-found", 3, "nothing");
    row("images --library /nonexistent/library", "not-found", 3, "/nonexistent/library");
    row("images --password-file /nonexistent/file", "not-found", 3, "/nonexistent/file");
    row("images --password-file /etc/hostname", "wrong-password", 4, "password");
    row("images --password-file=", "invalid-argument", 2, "--password-file");
    row("images --library=", "invalid-argument", 2, "--library");
    row("library key remove 00000000", "not-found", 3, "00000000");
    row("library key add --recovery --new-password-file x", "invalid-argument", 2, "--recovery");
}

void TestJson::errors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto ended = m_program.run(QStringList(QStringLiteral("--json")) + arguments);
    QTEST(ended.exitCode, "exitCode");
    QCOMPARE(ended.output, QByteArray());
    const auto errors = ended.messages(QStringLiteral("error"));
    QVERIFY2(errors.size() == 1 && ended.errors.endsWith('\n'), ended.describe().constData());
    VERIFY_FIELDS(errors[0], "type code message remedy context exitCode");
    QTEST(errors[0].value(QStringLiteral("code")).toString(), "code");
    QVERIFY2(errors[0].value(QStringLiteral("message")).toString().contains(named), ended.describe().constData());
    QVERIFY2(!errors[0].value(QStringLiteral("remedy")).toString().isEmpty(), ended.describe().constData());
    QCOMPARE(errors[0].value(QStringLiteral("exitCode")).toInt(), ended.exitCode);
}

void TestJson::progress()
{
    const auto disk = m_program.writeRandom(QStringLiteral("long.raw"), 8 << 20);
    const auto ended = m_program.run({QStringLiteral("import"), QStringLiteral("--json"), disk});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto reports = ended.messages(QStringLiteral("progress"));
    QVERIFY(!reports.isEmpty());
    qint64 before = 0;
    for (const auto &report : reports) {
        VERIFY_FIELDS(report, "type name unit total done percent read holes known stored rate elapsed secondsLeft");
        QVERIFY(report.value(QStringLiteral("done")).toInteger() >= before);
        before = report.value(QStringLiteral("done")).toInteger();
        QVERIFY(before <= report.value(QStringLiteral("total")).toInteger());
    }
    QCOMPARE(reports.last().value(QStringLiteral("percent")).toInt(), 100);
    QCOMPARE(reports.last().value(QStringLiteral("total")).toInteger(), 8 << 20);
    QCOMPARE(
        m_program.run({QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--quiet"), disk}).errors,
        QByteArray());
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_cli_json.moc"
