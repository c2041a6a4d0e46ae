// A whole machine goes out as an OVA that other programs read: tar, sha256sum, qemu-img, and Sealift itself.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

using enum Patch::Fill;

ImageFormat formatNamed(const QString &name)
{
    for (const auto &format : inputFormats()) {
        if (format.name == name)
            return format;
    }
    qFatal("no format %s", qPrintable(name));
}

Finished shell(const QString &folder, const QString &command)
{
    return run({.program = QStringLiteral("bash"), .arguments = {QStringLiteral("-ec"), command}, .folder = folder});
}

} // namespace

class TestOvaExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void exports_data();
    void exports();
    void exportsToPipe();
    void signsManifest();
    void exportsImageWithoutDescription();
    void comesBackAsItWas();
    void exportsEmptyStretches();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void keepsExistingFile();
    void cleanup() { VERIFY_EMPTY(m_bench->sealift.leftovers()); }

private:
    Outcome exported(const QString &image, const QStringList &options, const QString &file) const;
    /// Unpacks it by tar and checks everything in it.
    void verify(const QString &ova, const QString &base, const QStringList &raws);
    QByteArray description(const QString &base) const { return readFile(m_out + u'/' + base + QStringLiteral(".ovf")); }

    std::unique_ptr<Workbench> m_bench;
    QString m_system;
    QString m_data;
    QString m_out;
};

void TestOvaExport::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_system = m_bench->images.raw(QStringLiteral("system.raw"), 9 * MiB,
                                   {{Random, 64 << 10, 3 * MiB}, {Constant, 8 * MiB, 1 * MiB, 0x31}});
    m_data = m_bench->images.raw(QStringLiteral("data.raw"), 70 * MiB,
                                 {{Random, 1 * MiB + 512, 2 * MiB}, {Random, 69 * MiB, 1 * MiB}});
    m_bench->images.converted(m_system, formatNamed(QStringLiteral("vmdk-streamOptimized")), QStringLiteral("a.vmdk"));
    m_bench->images.converted(m_data, formatNamed(QStringLiteral("vmdk-streamOptimized")), QStringLiteral("b.vmdk"));
    ApplianceMaker maker(m_bench->path(QStringLiteral("images")));
    maker.describe(QStringLiteral("web"),
                   {{QStringLiteral("a.vmdk"), "9437184", {}}, {QStringLiteral("b.vmdk"), "73400320", {}}});
    const auto ova = maker.pack(QStringLiteral("web.ova"),
                                {QStringLiteral("web.ovf"), QStringLiteral("a.vmdk"), QStringLiteral("b.vmdk")});
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("web & co"));
    VERIFY_RUN(imported.ok(), imported.run);
    const Outcome bare = m_bench->sealift.import(m_system, QStringLiteral("bare"));
    VERIFY_RUN(bare.ok(), bare.run);
}

void TestOvaExport::init()
{
    m_out = m_bench->path(QStringLiteral("out"));
    QDir(m_out).removeRecursively();
    QVERIFY(QDir().mkpath(m_out));
}

Outcome TestOvaExport::exported(const QString &image, const QStringList &options, const QString &file) const
{
    return m_bench->sealift.run(QStringList{QStringLiteral("export"), image, QStringLiteral("-o"), file} + options);
}

void TestOvaExport::verify(const QString &ova, const QString &base, const QStringList &raws)
{
    const Finished listed = shell(m_out, QStringLiteral("tar -tf '%1'").arg(ova));
    VERIFY_RUN(listed.ok() && listed.err.isEmpty(), listed);
    QStringList expected{base + QStringLiteral(".ovf")};
    for (qsizetype i = 0; i < raws.size(); ++i)
        expected.append(QStringLiteral("%1-disk%2.vmdk").arg(base).arg(i + 1));
    expected.append(base + QStringLiteral(".mf"));
    QCOMPARE(QString::fromUtf8(listed.out).split(u'\n', Qt::SkipEmptyParts), expected);
    // The manifest's form is not that of sha256sum, but near to it.
    const Finished verified =
        shell(m_out, QStringLiteral("tar -xf '%1' && sed -E 's/^SHA256\\((.*)\\)= (.*)$/\\2  \\1/' "
                                    "'%2.mf' | sha256sum --strict -c")
                         .arg(ova, base));
    VERIFY_RUN(verified.ok(), verified);
    QCOMPARE(verified.out.count(": OK"), raws.size() + 1);
    for (qsizetype i = 0; i < raws.size(); ++i) {
        const auto disk = m_out + u'/' + expected.at(i + 1);
        const Finished same = ImageMaker::compare(disk, QStringLiteral("vmdk"), raws.at(i));
        VERIFY_RUN(same.ok() && same.out.contains("Images are identical"), same);
        const auto size = QByteArray::number(QFileInfo(disk).size());
        QVERIFY2(description(base).contains("size=\"" + size + '"'), description(base));
    }
    QXmlStreamReader xml(description(base));
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestOvaExport::exports_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("version");
    QTest::newRow("by its name") << QStringList() << 1;
    QTest::newRow("by its format") << QStringList{QStringLiteral("--format"), QStringLiteral("ova")} << 1;
    QTest::newRow("VirtualBox") << QStringList{QStringLiteral("--for"), QStringLiteral("virtualbox")} << 1;
    QTest::newRow("ESXi") << QStringList{QStringLiteral("--for"), QStringLiteral("esxi")} << 2;
    QTest::newRow("OVF 2") << QStringList{QStringLiteral("-f"), QStringLiteral("ova"), QStringLiteral("--ovf-version"),
                                          QStringLiteral("2")}
                           << 2;
}

void TestOvaExport::exports()
{
    QFETCH(QStringList, options);
    QFETCH(int, version);
    const auto ova = m_out + QStringLiteral("/web.ova");
    const Outcome outcome = exported(QStringLiteral("web & co"), options, ova);
    VERIFY_RUN(outcome.ok(), outcome.run);
    QCOMPARE(outcome.object().value(QStringLiteral("format")).toString(), QStringLiteral("ova"));
    QCOMPARE(outcome.object().value(QStringLiteral("disks")).toInt(), 2);
    verify(ova, QStringLiteral("web___co"), {m_system, m_data});
    // The hardware is that of the description that came with the image.
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), QStringLiteral("--verify"), ova});
    VERIFY_RUN(seen.ok(), seen.run);
    const auto object = seen.object();
    QCOMPARE(object.value(QStringLiteral("version")).toString(), QString::number(version));
    QVERIFY2(object.value(QStringLiteral("warnings")).toArray().isEmpty(), seen.run.describe().constData());
    QCOMPARE(object.value(QStringLiteral("manifest")).toObject().value(QStringLiteral("state")).toString(),
             QStringLiteral("verified"));
    const auto system = object.value(QStringLiteral("systems")).toArray().first().toObject();
    QCOMPARE(system.value(QStringLiteral("processors")).toInt(), 2);
    QCOMPARE(system.value(QStringLiteral("memory")).toInteger(), 1024 * MiB);
    QCOMPARE(system.value(QStringLiteral("firmware")).toString(), QStringLiteral("uefi"));
    QCOMPARE(system.value(QStringLiteral("osType")).toString(), QStringLiteral("debian11_64Guest"));
    QCOMPARE(system.value(QStringLiteral("networks")).toArray().first().toString(), QStringLiteral("VM Network"));
    QCOMPARE(system.value(QStringLiteral("disks")).toArray().size(), 2);
}

void TestOvaExport::exportsToPipe()
{
    const auto piped = m_out + QStringLiteral("/piped.ova");
    auto command = m_bench->sealift.command({QStringLiteral("export"), QStringLiteral("web & co"), QStringLiteral("-f"),
                                             QStringLiteral("ova"), QStringLiteral("-o"), QStringLiteral("-")});
    command.outputFile = piped;
    const Finished finished = run(command);
    VERIFY_RUN(finished.ok(), finished);
    verify(piped, QStringLiteral("web___co"), {m_system, m_data});
}

/// openssl finds the signature good, and so do inspect and import.
void TestOvaExport::signsManifest()
{
    const Finished keys =
        shell(m_out, QStringLiteral("openssl req -x509 -nodes -newkey rsa:2048 -days 2 -subj /CN=ann -keyout "
                                    "k -out c && openssl genrsa -out other 2048 && openssl rsa -aes256 "
                                    "-passout pass:x -in k -out sealed"));
    VERIFY_RUN(keys.ok(), keys);
    const auto ova = m_out + QStringLiteral("/bare.ova");
    const auto signing = [this](const char *key) {
        return QStringList{QStringLiteral("--sign"), m_out + QStringLiteral("/c"), QStringLiteral("--key"),
                           m_out + u'/' + QLatin1String(key)};
    };
    VERIFY_EMPTY(exported(QStringLiteral("bare"), signing("other"), ova)
                     .complaint(QStringLiteral("invalid-argument"), {QStringLiteral("not the key of")}));
    VERIFY_EMPTY(exported(QStringLiteral("bare"), signing("sealed"), ova)
                     .complaint(QStringLiteral("unsupported"), {QStringLiteral("encrypted")}));
    VERIFY_EMPTY(exported(QStringLiteral("bare"), signing("k").first(2), ova)
                     .complaint(QStringLiteral("invalid-argument"), {QStringLiteral("--key")}));
    QVERIFY(!QFile::exists(ova));
    const Outcome outcome = exported(QStringLiteral("bare"), signing("k"), ova);
    VERIFY_RUN(outcome.ok(), outcome.run);
    const Finished verified =
        shell(m_out, QStringLiteral(
                         "tar -xf bare.ova && sed -n '1s/^SHA256(bare.mf)= //p' bare.cert | python3 -c 'import sys; "
                         "sys.stdout.buffer.write(bytes.fromhex(sys.stdin.read().strip()))' > s && openssl x509 "
                         "-in bare.cert -noout -pubkey > p && openssl dgst -sha256 -verify p -signature s bare.mf"));
    VERIFY_RUN(verified.ok() && verified.out.contains("Verified OK"), verified);
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), QStringLiteral("--verify"), ova});
    VERIFY_RUN(seen.ok() && seen.run.out.contains("CN=ann"), seen.run);
    const Outcome again = m_bench->sealift.import(ova, QStringLiteral("signed"));
    VERIFY_RUN(again.ok(), again.run);
}

void TestOvaExport::exportsImageWithoutDescription()
{
    const auto ova = m_out + QStringLiteral("/bare.ova");
    const Outcome usual = exported(QStringLiteral("bare"), {}, ova);
    VERIFY_RUN(usual.ok(), usual.run);
    QCOMPARE(usual.warnings.size(), 1);
    verify(ova, QStringLiteral("bare"), {m_system});
    const Outcome asked = exported(QStringLiteral("bare"),
                                   {QStringLiteral("--force"), QStringLiteral("--cpus"), QStringLiteral("8"),
                                    QStringLiteral("--memory"), QStringLiteral("3GiB"), QStringLiteral("--firmware"),
                                    QStringLiteral("uefi"), QStringLiteral("--ovf-version"), QStringLiteral("2")},
                                   ova);
    VERIFY_RUN(asked.ok(), asked.run);
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), ova});
    const auto system = seen.object().value(QStringLiteral("systems")).toArray().first().toObject();
    QCOMPARE(system.value(QStringLiteral("processors")).toInt(), 8);
    QCOMPARE(system.value(QStringLiteral("memory")).toInteger(), 3072 * MiB);
    QCOMPARE(system.value(QStringLiteral("firmware")).toString(), QStringLiteral("uefi"));
}

void TestOvaExport::comesBackAsItWas()
{
    const auto ova = m_out + QStringLiteral("/web.ova");
    const Outcome outcome = exported(QStringLiteral("web & co"), {}, ova);
    VERIFY_RUN(outcome.ok(), outcome.run);
    const Outcome again = m_bench->sealift.import(ova, QStringLiteral("again"));
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY2(again.warnings.isEmpty(), again.run.describe().constData());
    // Not a byte of the disks was new.
    QCOMPARE(again.object().value(QStringLiteral("bytesKnown")).toInteger(),
             again.object().value(QStringLiteral("allocated")).toInteger());
}

void TestOvaExport::exportsEmptyStretches()
{
    const auto raw = m_bench->images.raw(QStringLiteral("blank.raw"), 5 * MiB + 512, {});
    const Outcome imported = m_bench->sealift.import(raw, QStringLiteral("blank"));
    VERIFY_RUN(imported.ok(), imported.run);
    const auto ova = m_out + QStringLiteral("/blank.ova");
    const Outcome outcome = exported(QStringLiteral("blank"), {}, ova);
    VERIFY_RUN(outcome.ok(), outcome.run);
    // Whole mebibytes; qemu-img compare takes a longer disk for equal if the rest is zero.
    verify(ova, QStringLiteral("blank"), {raw});
    QCOMPARE(ImageMaker::virtualSize(m_out + QStringLiteral("/blank-disk1.vmdk"), QStringLiteral("vmdk")), 6 * MiB);
}

void TestOvaExport::refusesWrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *options) { QTest::newRow(options) << QString::fromLatin1(options).split(u' '); };
    row("--disk a.raw");
    row("--compression zlib");
    row("--ovf-version 3");
    row("--cpus 0");
    row("--memory 100k");
    row("--memory much");
    row("--firmware coreboot");
    row("--for hyper-v-2");
    row("--format qcow2 --cpus 2");
}

void TestOvaExport::refusesWrongOptions()
{
    QFETCH(QStringList, options);
    const Outcome outcome = exported(QStringLiteral("bare"), options, m_out + QStringLiteral("/bare.ova"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("invalid-argument")));
    QVERIFY(filesBelow(m_out).isEmpty());
}

void TestOvaExport::keepsExistingFile()
{
    const auto ova = m_out + QStringLiteral("/bare.ova");
    QVERIFY(writeFile(ova, "mine"));
    VERIFY_EMPTY(exported(QStringLiteral("bare"), {}, ova).complaint(QStringLiteral("already-exists"), {ova}));
    QCOMPARE(readFile(ova), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(TestOvaExport)
#include "tst_ova_export.moc"
