// Appliances - OVA archives and OVF folders - go into a library whole, with every disk as it was; what is damaged,
// dangerous or incomplete does not.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

using enum Patch::Fill;

const ImageFormat kStream{QStringLiteral("stream"), QStringLiteral("vmdk"), QStringLiteral("vmdk"),
                          QStringLiteral("subformat=streamOptimized")};
const ImageFormat kQcow2{QStringLiteral("qcow2"), QStringLiteral("qcow2"), QStringLiteral("qcow2"), {}};

const auto kSystem = QStringLiteral("web-disk1.vmdk");
const auto kData = QStringLiteral("web-disk2.vmdk");

} // namespace

class TestAppliances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void imports_data();
    void imports();
    void importsFolder();
    void importsPieces_data();
    void importsPieces();
    void importsOtherDisks();
    void importsNewDisk();
    void importsSubfolder();
    void importsNameWithEscapes();
    void leavesExtraFilesAlone();
    void looksAtNamesInDescriptions();
    void verifiesSignature();
    void saysWhatManifestLeavesOut();
    void inspects();
    void refusesWrongManifest_data();
    void refusesWrongManifest();
    void refusesBroken_data();
    void refusesBroken();
    void refusesHostile_data();
    void refusesHostile();
    void cleanup();
    void cleanupTestCase();

private:
    ApplianceMaker &maker() { return *m_maker; }
    /// The usual package: two stream-optimized disks, a manifest.
    QStringList usualFiles();
    /// Every disk of the image comes out as the raw file that it was made of.
    void compareDisks(const QString &image, const QList<std::pair<QString, QString>> &disksAndRaws);

    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<ApplianceMaker> m_maker;
    QString m_systemRaw;
    QString m_dataRaw;
    int m_round = 0;
};

void TestAppliances::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    ImageMaker images(m_bench->path(QStringLiteral("master")));
    m_systemRaw = images.raw(QStringLiteral("system.raw"), 9 * MiB + 512,
                             {{Random, 64 << 10, 3 * MiB}, {Constant, 8 * MiB, 1 * MiB, 0x31}});
    m_dataRaw = images.raw(QStringLiteral("data.raw"), 5 * MiB, {{Random, 1 * MiB + 512, 2 * MiB}});
    images.converted(m_systemRaw, kStream, kSystem);
    images.converted(m_dataRaw, kStream, kData);
}

void TestAppliances::init()
{
    m_maker = std::make_unique<ApplianceMaker>(m_bench->path(QStringLiteral("package-%1").arg(++m_round)));
    for (const auto &disk : {kSystem, kData})
        QVERIFY(QFile::copy(m_bench->path(QStringLiteral("master/") + disk), maker().path(disk)));
}

void TestAppliances::cleanup()
{
    VERIFY_EMPTY(m_bench->sealift.leftovers());
    QVERIFY(QDir(m_bench->path(QStringLiteral("package-%1").arg(m_round))).removeRecursively());
}

void TestAppliances::cleanupTestCase()
{
    const Outcome own = m_bench->sealift.check();
    VERIFY_RUN(own.ok(), own.run);
}

QStringList TestAppliances::usualFiles()
{
    maker().describe(QStringLiteral("web"), {{kSystem, "9437696", {}}, {kData, "5242880", {}}});
    maker().addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), kSystem, kData});
    return {QStringLiteral("web.ovf"), QStringLiteral("web.mf"), kSystem, kData};
}

void TestAppliances::compareDisks(const QString &image, const QList<std::pair<QString, QString>> &disksAndRaws)
{
    const auto out = m_bench->path(QStringLiteral("out.raw"));
    for (const auto &[disk, raw] : disksAndRaws) {
        QFile::remove(out);
        auto arguments = Sealift::exportArguments(image, QStringLiteral("raw"), out);
        arguments << QStringLiteral("--disk") << disk;
        const Outcome exported = m_bench->sealift.run(arguments);
        VERIFY_RUN(exported.ok(), exported.run);
        VERIFY_EMPTY(difference(out, raw));
        const Finished compared = ImageMaker::compare(raw, QStringLiteral("raw"), out);
        VERIFY_RUN(compared.ok() && compared.out.contains("Images are identical"), compared);
    }
}

void TestAppliances::imports_data()
{
    QTest::addColumn<QString>("tar");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("ustar, SHA-256, OVF 1") << QStringLiteral("ustar") << QStringLiteral("sha256") << QByteArray("1");
    QTest::newRow("GNU, SHA-1, OVF 2") << QStringLiteral("gnu") << QStringLiteral("sha1") << QByteArray("2");
    QTest::newRow("pax, SHA-512, OVF 1") << QStringLiteral("pax") << QStringLiteral("sha512") << QByteArray("1");
}

void TestAppliances::imports()
{
    QFETCH(QString, tar);
    QFETCH(QString, digest);
    QFETCH(QByteArray, version);
    maker().describe(QStringLiteral("web"), {{kSystem, "9437696", {}}, {kData, "5242880", {}}}, version);
    maker().addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), kSystem, kData}, digest);
    const auto ova = maker().pack(QStringLiteral("web.ova"),
                                  {QStringLiteral("web.ovf"), QStringLiteral("web.mf"), kSystem, kData}, tar);
    const auto name = QStringLiteral("web-") + tar;
    const Outcome imported = m_bench->sealift.import(ova, name);
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.warnings.isEmpty(), imported.run.describe().constData());
    const auto object = imported.object();
    QCOMPARE(object.value(QStringLiteral("container")).toString(), QStringLiteral("ova"));
    QCOMPARE(object.value(QStringLiteral("size")).toInteger(), 14 * MiB + 512);
    QCOMPARE(object.value(QStringLiteral("disks")).toArray().size(), 2);
    compareDisks(name, {{QStringLiteral("web-disk1.raw"), m_systemRaw}, {QStringLiteral("web-disk2.raw"), m_dataRaw}});

    // One snapshot, with the description as it came; restic finds the same in it.
    const auto restored = m_bench->path(QStringLiteral("restored"));
    QDir(restored).removeRecursively();
    const Finished restore = m_bench->restic.restoreLatest(restored);
    VERIFY_RUN(restore.ok(), restore);
    QStringList expected{QStringLiteral("sealift.json"), QStringLiteral("web-disk1.raw"),
                         QStringLiteral("web-disk2.raw"), QStringLiteral("web.ovf")};
    for (auto &file : expected)
        file.prepend(name + QLatin1Char('/'));
    QCOMPARE(filesBelow(restored), expected);
    QCOMPARE(readFile(restored + QLatin1Char('/') + name + QStringLiteral("/web.ovf")),
             readFile(maker().path(QStringLiteral("web.ovf"))));
    VERIFY_EMPTY(difference(restored + QLatin1Char('/') + name + QStringLiteral("/web-disk2.raw"), m_dataRaw));
    // No copy was unpacked on the way.
    const auto tasks = m_bench->sealift.tasks();
    const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const QJsonValue &entry) {
        return entry.toObject().value(QStringLiteral("id")) == object.value(QStringLiteral("task"));
    });
    QVERIFY(task != tasks.end());
    QCOMPARE(
        task->toObject().value(QStringLiteral("scratch")).toObject().value(QStringLiteral("highWater")).toInteger(-1),
        0);
}

void TestAppliances::importsFolder()
{
    usualFiles();
    const Outcome imported = m_bench->sealift.import(maker().path(QStringLiteral("web.ovf")), QStringLiteral("folder"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.warnings.isEmpty(), imported.run.describe().constData());
    QCOMPARE(imported.object().value(QStringLiteral("container")).toString(), QStringLiteral("ovf"));
    compareDisks(QStringLiteral("folder"),
                 {{QStringLiteral("web-disk1.raw"), m_systemRaw}, {QStringLiteral("web-disk2.raw"), m_dataRaw}});
}

void TestAppliances::importsPieces_data()
{
    QTest::addColumn<bool>("archive");
    QTest::newRow("in an archive") << true;
    QTest::newRow("in a folder") << false;
}

void TestAppliances::importsPieces()
{
    QFETCH(bool, archive);
    constexpr qint64 kPiece = 1 * MiB;
    const auto pieces = maker().split(kSystem, kPiece);
    QVERIFY(pieces.size() > 2);
    maker().describe(QStringLiteral("web"),
                     {{kSystem, "9437696", "ovf:chunkSize=\"1048576\""}, {kData, "5242880", {}}});
    maker().addManifest(QStringLiteral("web"), QStringList{QStringLiteral("web.ovf"), kData} + pieces);
    const QStringList files = QStringList{QStringLiteral("web.ovf"), QStringLiteral("web.mf"), kData} + pieces;
    const auto source =
        archive ? maker().pack(QStringLiteral("web.ova"), files) : maker().path(QStringLiteral("web.ovf"));
    const Outcome imported = m_bench->sealift.import(source, QStringLiteral("pieces"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.warnings.isEmpty(), imported.run.describe().constData());
    compareDisks(QStringLiteral("pieces"), {{QStringLiteral("web-disk1.raw"), m_systemRaw}});

    // Without the last piece the disk is not whole.
    const auto cut = archive ? maker().pack(QStringLiteral("cut.ova"), files.mid(0, files.size() - 1)) : source;
    if (!archive)
        QVERIFY(QFile::remove(maker().path(pieces.last())));
    const Outcome refused = m_bench->sealift.import(cut, QStringLiteral("cut"));
    VERIFY_EMPTY(refused.complaint(QStringLiteral("corrupt"), {kSystem}));
}

void TestAppliances::importsOtherDisks()
{
    // What no standard asks for, but people pack: a raw disk, a qcow2 one.
    ImageMaker images(m_bench->path(QStringLiteral("other")));
    images.converted(m_systemRaw, kQcow2, QStringLiteral("system.qcow2"));
    maker().shell(QStringLiteral("cp ../other/system.qcow2 . && cp ../master/data.raw data.img"));
    maker().describe(QStringLiteral("web"),
                     {{QStringLiteral("system.qcow2"), "9437696", {}}, {QStringLiteral("data.img"), "5242880", {}}});
    const auto ova = maker().pack(QStringLiteral("web.ova"), {QStringLiteral("web.ovf"), QStringLiteral("data.img"),
                                                              QStringLiteral("system.qcow2")});
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("other"));
    VERIFY_RUN(imported.ok(), imported.run);
    compareDisks(QStringLiteral("other"),
                 {{QStringLiteral("system.raw"), m_systemRaw}, {QStringLiteral("data.raw"), m_dataRaw}});
    // There is no manifest, and that is said.
    QCOMPARE(imported.warnings.size(), 1);
    QVERIFY(imported.warnings.first().value(QStringLiteral("message")).toString().contains(QStringLiteral("manifest")));
}

void TestAppliances::importsNewDisk()
{
    maker().describe(QStringLiteral("web"), {{kSystem, "9437696", {}}, {{}, "3145728", {}}});
    const auto ova = maker().pack(QStringLiteral("web.ova"), {QStringLiteral("web.ovf"), kSystem});
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("new-disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    const auto zero = m_bench->path(QStringLiteral("zero.raw"));
    QVERIFY(setSize(zero, 3 * MiB));
    compareDisks(QStringLiteral("new-disk"),
                 {{QStringLiteral("web-disk1.raw"), m_systemRaw}, {QStringLiteral("disk2.raw"), zero}});
}

void TestAppliances::importsSubfolder()
{
    const auto files = usualFiles();
    maker().shell(QStringLiteral("mkdir sub && mv %1 sub/").arg(files.join(QLatin1Char(' '))));
    const auto ova = maker().pack(QStringLiteral("web.ova"), {QStringLiteral("sub")});
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("sub"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.warnings.isEmpty(), imported.run.describe().constData());
    compareDisks(QStringLiteral("sub"), {{QStringLiteral("web-disk1.raw"), m_systemRaw}});
}

void TestAppliances::importsNameWithEscapes()
{
    maker().shell(QStringLiteral("mv %1 'web disk.vmdk'").arg(kSystem));
    maker().describe(QStringLiteral("web"), {{QStringLiteral("web%20disk.vmdk"), "9437696", {}}});
    const auto ova =
        maker().pack(QStringLiteral("web.ova"), {QStringLiteral("web.ovf"), QStringLiteral("web disk.vmdk")});
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("escapes"));
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(QStringLiteral("disks")).toArray().size(), 1);
}

void TestAppliances::looksAtNamesInDescriptions()
{
    maker().describe(QStringLiteral("web"), {{kSystem, "9437696", {}}});
    // What the machine is called is nothing that its file would show.
    const auto ovf = maker().path(QStringLiteral("web.ovf"));
    auto text = readFile(ovf);
    const auto before = text;
    text.replace("ovf:id=\"web\"", "ovf:id=\"web password=Tulip17\"");
    QVERIFY(text != before);
    QVERIFY(writeFile(ovf, text));
    const Outcome refused = m_bench->sealift.import(ovf, QStringLiteral("named"));
    QCOMPARE(refused.run.exitCode, 13);
    QVERIFY2(refused.run.describe().contains("The id of machine 1 holds"), refused.run.describe().constData());
    QVERIFY(!refused.run.describe().contains("Tulip17"));
}

void TestAppliances::leavesExtraFilesAlone()
{
    auto files = usualFiles();
    maker().shell(QStringLiteral("echo hello > README; head -c 100000 /dev/urandom > web.nvram; echo x > ._web.ovf"));
    files << QStringLiteral("README") << QStringLiteral("web.nvram") << QStringLiteral("._web.ovf");
    const Outcome imported =
        m_bench->sealift.import(maker().pack(QStringLiteral("web.ova"), files), QStringLiteral("extra"));
    VERIFY_RUN(imported.ok(), imported.run);
    compareDisks(QStringLiteral("extra"), {{QStringLiteral("web-disk1.raw"), m_systemRaw}});
}

void TestAppliances::verifiesSignature()
{
    auto files = usualFiles();
    maker().sign(QStringLiteral("web"));
    files.insert(2, QStringLiteral("web.cert"));
    const auto ova = maker().pack(QStringLiteral("web.ova"), files);
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("signed"));
    VERIFY_RUN(imported.ok(), imported.run);
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), ova});
    QCOMPARE(seen.object().value(QStringLiteral("manifest")).toObject().value(QStringLiteral("signer")).toString(),
             QStringLiteral("CN=packer"));

    // Another manifest, right by itself, under the same signature.
    maker().shell(QStringLiteral("echo >> web.mf"));
    const Outcome forged =
        m_bench->sealift.import(maker().pack(QStringLiteral("forged.ova"), files), QStringLiteral("forged"));
    VERIFY_EMPTY(forged.complaint(QStringLiteral("corrupt"), {QStringLiteral("web.cert")}));

    // A signed manifest that leaves a disk out.
    maker().addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), kSystem});
    maker().sign(QStringLiteral("web"));
    const Outcome partial =
        m_bench->sealift.import(maker().pack(QStringLiteral("partial.ova"), files), QStringLiteral("partial"));
    VERIFY_EMPTY(partial.complaint(QStringLiteral("unsafe"), {kData}));
}

void TestAppliances::saysWhatManifestLeavesOut()
{
    const auto files = usualFiles();
    maker().addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), kSystem});
    const Outcome imported =
        m_bench->sealift.import(maker().pack(QStringLiteral("web.ova"), files), QStringLiteral("left-out"));
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.warnings.size(), 1);
    QVERIFY(imported.warnings.first().value(QStringLiteral("message")).toString().contains(kData));
}

void TestAppliances::inspects()
{
    const auto ova = maker().pack(QStringLiteral("web.ova"), usualFiles());
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), ova});
    VERIFY_RUN(seen.ok(), seen.run);
    const auto object = seen.object();
    QCOMPARE(object.value(QStringLiteral("format")).toString(), QStringLiteral("ova"));
    QCOMPARE(object.value(QStringLiteral("size")).toInteger(), 14 * MiB + 512);
    const auto system = object.value(QStringLiteral("systems")).toArray().first().toObject();
    QCOMPARE(system.value(QStringLiteral("processors")).toInt(), 2);
    QCOMPARE(system.value(QStringLiteral("memory")).toInteger(), 1024 * MiB);
    QCOMPARE(system.value(QStringLiteral("firmware")).toString(), QStringLiteral("uefi"));
    QCOMPARE(system.value(QStringLiteral("osType")).toString(), QStringLiteral("debian11_64Guest"));
    const auto disks = object.value(QStringLiteral("disks")).toArray();
    QCOMPARE(disks.size(), 2);
    QCOMPARE(disks.first().toObject().value(QStringLiteral("subformat")).toString(), QStringLiteral("streamOptimized"));
    const auto state = [](const Outcome &outcome) {
        return outcome.object().value(QStringLiteral("manifest")).toObject().value(QStringLiteral("state")).toString();
    };
    QCOMPARE(state(seen), QStringLiteral("unverified"));
    const Outcome verified = m_bench->sealift.run({QStringLiteral("inspect"), QStringLiteral("--verify"), ova});
    VERIFY_RUN(verified.ok(), verified.run);
    QCOMPARE(state(verified), QStringLiteral("verified"));
}

void TestAppliances::refusesWrongManifest_data()
{
    QTest::addColumn<QString>("digest");
    QTest::addColumn<QString>("file");
    for (const auto *digest : {"sha1", "sha256", "sha512"}) {
        QTest::addRow("%s, a disk", digest) << QString::fromLatin1(digest) << kData;
        QTest::addRow("%s, the description", digest) << QString::fromLatin1(digest) << QStringLiteral("web.ovf");
    }
}

void TestAppliances::refusesWrongManifest()
{
    QFETCH(QString, digest);
    QFETCH(QString, file);
    const auto files = usualFiles();
    maker().addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), kSystem, kData}, digest);
    if (file == kData)
        QVERIFY(flipBit(maker().path(file), QFileInfo(maker().path(file)).size() - 1)); // where no reader looks
    else
        maker().shell(QStringLiteral("echo >> web.ovf"));
    const auto before = fingerprint(m_bench->sealift.library());
    const Outcome outcome =
        m_bench->sealift.import(maker().pack(QStringLiteral("web.ova"), files), QStringLiteral("wrong"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("corrupt"), {file, QStringLiteral("manifest")}));
    // Nothing of it went to the library, not even the good disk.
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

void TestAppliances::refusesBroken_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *change, const char *code, const char *word) {
        QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(code) << QString::fromUtf8(word);
    };
    row("disk missing", "rm web.mf web-disk2.vmdk", "not-found", "web-disk2.vmdk");
    row("no description", "rm web.ovf web-disk*; touch a", "not-found", "no disk");
    row("two descriptions", "cp web.ovf other.ovf", "unsafe", "several");
    row("disk cut", "rm web.mf; truncate -s 500000 web-disk1.vmdk", "corrupt", "web-disk1.vmdk");
    row("disk is none", "rm web.mf; echo hello > web-disk1.vmdk", "corrupt", "web-disk1.vmdk");
    row("descriptor of other files",
        "rm web.mf; printf '# Disk DescriptorFile\\nversion=1\\nCID=fffffffe\\n"
        "parentCID=ffffffff\\ncreateType=\"monolithicFlat\"\\n"
        "RW 8 FLAT \"web.ovf\" 0\\n' > web-disk1.vmdk",
        "unsupported", "web-disk1.vmdk");
    row("size is another", "rm web.mf; sed -i 's/href=\"web-disk1.vmdk\"/& ovf:size=\"5\"/' web.ovf", "corrupt",
        "web-disk1.vmdk");
    row("path out", "rm web.mf; sed -i 's#web-disk1.vmdk#../../etc/passwd#' web.ovf", "unsafe", "etc/passwd");
    row("absolute path", "rm web.mf; sed -i 's#web-disk1.vmdk#/etc/passwd#' web.ovf", "unsafe", "etc/passwd");
    row("path out by escapes", "rm web.mf; sed -i 's#web-disk1.vmdk#%2e%2e/%2e%2e/etc/passwd#' web.ovf", "unsafe",
        "etc/passwd");
    row("URL", "rm web.mf; sed -i 's#web-disk1.vmdk#https://example.org/a.vmdk#' web.ovf", "unsupported",
        "example.org");
    row("difference disk", "rm web.mf; sed -i 's/diskId=\"disk2\"/& ovf:parentRef=\"disk1\"/' web.ovf", "unsupported",
        "difference");
    row("entity", "rm web.mf; sed -i '1a <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>' web.ovf", "unsafe",
        "web.ovf");
    row("description is no OVF", "rm web.mf; echo '<?xml version=\"1.0\"?><html/>' > web.ovf", "unsupported", "OVF");
    row("manifest is none", "echo hello > web.mf", "corrupt", "web.mf");
}

void TestAppliances::refusesBroken()
{
    QFETCH(QString, change);
    QFETCH(QString, code);
    QFETCH(QString, word);
    usualFiles();
    maker().shell(change);
    const auto before = fingerprint(m_bench->sealift.library());
    const auto files = filesBelow(maker().path(QStringLiteral(".")));
    const Outcome outcome =
        m_bench->sealift.import(maker().pack(QStringLiteral("web.ova"), files), QStringLiteral("broken"));
    VERIFY_EMPTY(outcome.complaint(code, {word}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

void TestAppliances::refusesHostile_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *pack, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(pack) << QString::fromLatin1(code);
    };
    row("disk is a link", "rm web-disk2.vmdk; ln -s /etc/passwd web-disk2.vmdk; tar -cf web.ova web*", "unsafe");
    row("disk is a hard link", "ln -f web-disk1.vmdk web-disk2.vmdk; tar -cf web.ova web*", "unsafe");
    row("a pipe", "mkfifo pipe; tar -cf web.ova web* pipe", "unsafe");
    row("absolute member", "tar -Pcf web.ova web.* /etc/hostname", "unsafe");
    row("member outside", "tar -Pcf web.ova web.* ../master/data.raw", "unsafe");
    row("twice", "cp web-disk2.vmdk other; tar -cf web.ova web*.ovf web*.vmdk; tar -rf web.ova web-disk2.vmdk",
        "unsafe");
    row("10,001 members", "mkdir many; (cd many; seq 10001 | xargs touch); tar -cf web.ova web.ovf many",
        "limit-exceeded");
    row("cut", "tar -cf whole.ova web.*  web-disk*; head -c 1000000 whole.ova > web.ova", "corrupt");
    row("header damaged",
        "tar -cf web.ova web.ovf web-disk*; printf X | dd of=web.ova bs=1 seek=20 conv=notrunc status=none", "corrupt");
}

void TestAppliances::refusesHostile()
{
    QFETCH(QString, pack);
    QFETCH(QString, code);
    usualFiles();
    maker().shell(pack);
    const auto before = fingerprint(m_bench->sealift.library());
    const Outcome outcome = m_bench->sealift.import(maker().path(QStringLiteral("web.ova")), QStringLiteral("hostile"));
    VERIFY_EMPTY(outcome.complaint(code, {QStringLiteral("web.ova")}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

QTEST_GUILESS_MAIN(TestAppliances)
#include "tst_appliances.moc"
