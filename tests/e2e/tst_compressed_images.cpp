// Compressed disk images go into a library as they are: raw ones without being kept anywhere, others through the task's
// encrypted scratch volume; cut and damaged ones, and bombs, do not.

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
/// So many bytes in a row of the image are looked for in what lies on disks.
constexpr qsizetype kNeedle = 64;

using enum Patch::Fill;

struct Packer {
    const char *suffix;
    const char *command;
};

const Packer kPackers[] = {{"gz", "gzip -k"}, {"xz", "xz -1 -k -T2"}, {"bz2", "bzip2 -1 -k"}, {"zst", "zstd -q -k"}};

ImageFormat formatNamed(const QString &name)
{
    for (const auto &format : inputFormats()) {
        if (format.name == name)
            return format;
    }
    qFatal("no format %s", qPrintable(name));
}

} // namespace

class TestCompressedImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void imports_data();
    void imports();
    void importsAppliance();
    void importsUndeclaredCompression();
    void inspects();
    void refusesCut_data();
    void refusesCut();
    void refusesBomb();
    void refusesWhatScratchCannotHold();
    void saysBeforehandWhatScratchCannotHold();
    void interruptedLeavesNothing();
    void cleanup() { VERIFY_EMPTY(m_bench->sealift.leftovers()); }

private:
    QString packed(const QString &name, const ImageFormat &format, const Packer &packer);
    /// The most that the task of an import had in its scratch volume.
    qint64 scratchOf(const Outcome &imported) const;
    void compare(const QString &image, const QString &disk = {});

    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<ApplianceMaker> m_maker;
    QString m_raw;
};

void TestCompressedImages::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_maker = std::make_unique<ApplianceMaker>(m_bench->path(QStringLiteral("images")));
    m_raw = m_bench->images.raw(QStringLiteral("disk.raw"), 9 * MiB + 512,
                                {{Random, 64 << 10, 3 * MiB}, {Constant, 8 * MiB, 1 * MiB, 0x31}});
}

QString TestCompressedImages::packed(const QString &name, const ImageFormat &format, const Packer &packer)
{
    if (format.driver != QLatin1String("raw"))
        m_bench->images.converted(m_raw, format, name);
    else if (name != QLatin1String("disk.raw"))
        m_maker->shell(QStringLiteral("cp --sparse=always disk.raw %1").arg(name));
    m_maker->shell(
        QStringLiteral("rm -f %1.%2; %3 %1").arg(name, QLatin1String(packer.suffix), QLatin1String(packer.command)));
    return m_maker->path(name + QLatin1Char('.') + QLatin1String(packer.suffix));
}

qint64 TestCompressedImages::scratchOf(const Outcome &imported) const
{
    const auto id = imported.object().value(QStringLiteral("task")).toString();
    const Outcome shown = m_bench->sealift.run({QStringLiteral("task"), QStringLiteral("show"), id});
    return shown.object().value(QStringLiteral("scratch")).toObject().value(QStringLiteral("highWater")).toInteger(-1);
}

void TestCompressedImages::compare(const QString &image, const QString &disk)
{
    const auto out = m_bench->path(QStringLiteral("out.raw"));
    QFile::remove(out);
    auto arguments = Sealift::exportArguments(image, QStringLiteral("raw"), out);
    if (!disk.isEmpty())
        arguments << QStringLiteral("--disk") << disk;
    const Outcome exported = m_bench->sealift.run(arguments);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, m_raw));
}

void TestCompressedImages::imports_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("packer");
    for (int i = 0; i < static_cast<int>(std::size(kPackers)); ++i) {
        for (const auto *format : {"raw", "qcow2-v3", "vmdk-streamOptimized"})
            QTest::addRow("%s.%s", format, kPackers[i].suffix) << QString::fromLatin1(format) << i;
    }
    for (const auto *format : {"vhd-dynamic", "vhd-fixed", "vhdx-dynamic", "vdi-dynamic"})
        QTest::addRow("%s.zst", format) << QString::fromLatin1(format) << 3;
}

void TestCompressedImages::imports()
{
    QFETCH(QString, format);
    QFETCH(int, packer);
    const auto kind = formatNamed(format);
    const auto file = packed(QStringLiteral("image"), kind, kPackers[packer]);
    const Outcome imported = m_bench->sealift.import(file, format);
    VERIFY_RUN(imported.ok(), imported.run);
    const auto object = imported.object();
    QCOMPARE(object.value(QStringLiteral("format")).toString(), kind.probed);
    QVERIFY(!object.value(QStringLiteral("container")).toString().isEmpty());
    QCOMPARE(object.value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    compare(format);
    // Raw disks, and what is one but for a footer, are kept nowhere.
    if (format == QLatin1String("raw") || format == QLatin1String("vhd-fixed"))
        QCOMPARE(scratchOf(imported), 0);
    else
        QVERIFY(scratchOf(imported) > 3 * MiB);
}

void TestCompressedImages::importsAppliance()
{
    // One disk for QEMU, through scratch; one that is streamed; and one in compressed pieces.
    m_bench->images.converted(m_raw, formatNamed(QStringLiteral("vmdk-streamOptimized")), QStringLiteral("a.vmdk"));
    m_maker->shell(QStringLiteral("gzip -kf a.vmdk; gzip -c disk.raw > b.img; cp a.vmdk.gz c.vmdk"));
    const auto pieces = m_maker->split(QStringLiteral("c.vmdk"), 1'000'000);
    m_maker->describe(QStringLiteral("web"),
                      {{QStringLiteral("a.vmdk.gz"), "9437696", "ovf:compression=\"gzip\""},
                       {QStringLiteral("b.img"), "9437696", "ovf:compression=\"gzip\""},
                       {QStringLiteral("c.vmdk"), "9437696", "ovf:compression=\"gzip\" ovf:chunkSize=\"1000000\""}});
    const QStringList files = QStringList{QStringLiteral("a.vmdk.gz"), QStringLiteral("b.img")} + pieces;
    m_maker->addManifest(QStringLiteral("web"), QStringList{QStringLiteral("web.ovf")} + files, QStringLiteral("sha1"));
    const auto ova = m_maker->pack(QStringLiteral("web.ova"),
                                   QStringList{QStringLiteral("web.ovf"), QStringLiteral("web.mf")} + files);
    const Outcome imported = m_bench->sealift.import(ova, QStringLiteral("web"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.warnings.isEmpty(), imported.run.describe().constData());
    for (const auto *disk : {"a.raw", "b.raw", "c.raw"})
        compare(QStringLiteral("web"), QString::fromLatin1(disk));
}

void TestCompressedImages::importsUndeclaredCompression()
{
    m_bench->images.converted(m_raw, formatNamed(QStringLiteral("vmdk-streamOptimized")), QStringLiteral("u.vmdk"));
    m_maker->shell(QStringLiteral("gzip -c u.vmdk > v.vmdk"));
    m_maker->describe(QStringLiteral("u"), {{QStringLiteral("v.vmdk"), "9437696", {}}});
    const Outcome imported = m_bench->sealift.import(
        m_maker->pack(QStringLiteral("u.ova"), {QStringLiteral("u.ovf"), QStringLiteral("v.vmdk")}),
        QStringLiteral("u"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY(imported.run.err.contains("compressed by gzip"));
    compare(QStringLiteral("u"));
}

void TestCompressedImages::inspects()
{
    const auto file = packed(QStringLiteral("seen.qcow2"), formatNamed(QStringLiteral("qcow2-v3")), kPackers[1]);
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), file});
    VERIFY_RUN(seen.ok(), seen.run);
    QCOMPARE(seen.object().value(QStringLiteral("format")).toString(), QStringLiteral("qcow2"));
    QCOMPARE(seen.object().value(QStringLiteral("compression")).toString(), QStringLiteral("xz"));
}

void TestCompressedImages::refusesCut_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("packer");
    QTest::addColumn<int>("cut");
    for (int i = 0; i < static_cast<int>(std::size(kPackers)); ++i) {
        for (const auto *format : {"raw", "qcow2-v3"}) {
            for (const int cut : {1, 100'000})
                QTest::addRow("%s.%s, by %d", format, kPackers[i].suffix, cut)
                    << QString::fromLatin1(format) << i << cut;
        }
    }
}

void TestCompressedImages::refusesCut()
{
    QFETCH(QString, format);
    QFETCH(int, packer);
    QFETCH(int, cut);
    const auto file = packed(QStringLiteral("cut"), formatNamed(format), kPackers[packer]);
    QVERIFY(setSize(file, QFileInfo(file).size() - cut));
    const auto before = fingerprint(m_bench->sealift.library());
    const Outcome outcome = m_bench->sealift.import(file, QStringLiteral("cut"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("corrupt"), {file}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

void TestCompressedImages::refusesBomb()
{
    m_maker->shell(QStringLiteral("truncate -s 100M zero.raw; gzip -f zero.raw"));
    const auto file = m_maker->path(QStringLiteral("zero.raw.gz"));
    const auto limited = [&](const char *size) {
        return m_bench->sealift.import(file, QStringLiteral("zero"),
                                       {QStringLiteral("--max-unpacked"), QString::fromLatin1(size)});
    };
    VERIFY_EMPTY(limited("99M").complaint(QStringLiteral("limit-exceeded"), {file}));
    const Outcome allowed = limited("100MiB");
    VERIFY_RUN(allowed.ok(), allowed.run);
    QCOMPARE(allowed.object().value(QStringLiteral("size")).toInteger(), 100 * MiB);
    VERIFY_EMPTY(limited("much").complaint(QStringLiteral("invalid-argument")));
}

void TestCompressedImages::refusesWhatScratchCannotHold()
{
    // A sparse qcow2 file that is larger than the volume's quota of 8 GiB, nearly all of it zeroes, and compresses
    // well.
    m_maker->shell(QStringLiteral("qemu-img create -q -f qcow2 big.qcow2 20G; truncate -s 9G big.qcow2; "
                                  "(head -c 9663676415 big.qcow2; printf x) | zstd -q -T2 -f -o big.qcow2.zst"));
    const Outcome outcome =
        m_bench->sealift.import(m_maker->path(QStringLiteral("big.qcow2.zst")), QStringLiteral("big"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("no-space"), {QStringLiteral("big.qcow2")}));
}

void TestCompressedImages::saysBeforehandWhatScratchCannotHold()
{
    // This time the compressed file says how long its content is: nothing is unpacked.
    m_maker->shell(QStringLiteral("qemu-img create -q -f qcow2 told.qcow2 20G; truncate -s 9G told.qcow2; "
                                  "zstd -q -T2 -f told.qcow2"));
    const Outcome outcome =
        m_bench->sealift.import(m_maker->path(QStringLiteral("told.qcow2.zst")), QStringLiteral("told"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("refused"), {QStringLiteral("9216 MiB")}));
    QCOMPARE(outcome.error.value(u"context").toObject().value(u"rules").toString(),
             QStringLiteral("host-scratch-space"));
    QVERIFY(outcome.run.seconds < 5);
    QCOMPARE(m_bench->sealift.tasks().last().toObject().value(u"scratch").toObject().value(u"highWater").toInteger(-1),
             0);
}

void TestCompressedImages::interruptedLeavesNothing()
{
    // While it unpacks into scratch, and nothing but noise may lie there.
    const auto needle = readFile(m_raw).mid(1 * MiB, kNeedle);
    const auto file = packed(QStringLiteral("long.qcow2"), formatNamed(QStringLiteral("qcow2-v3")), kPackers[2]);
    auto command = m_bench->sealift.command(Sealift::importArguments(file, QStringLiteral("long")));
    command.timeout = std::chrono::milliseconds(400);
    run(command);
    for (const auto &left : filesBelow(m_bench->sealift.scratchRoot()))
        QVERIFY(!readFile(m_bench->sealift.scratchRoot() + QLatin1Char('/') + left).contains(needle));
    const Outcome again = m_bench->sealift.import(file, QStringLiteral("long"));
    VERIFY_RUN(again.ok(), again.run);
    compare(QStringLiteral("long"));
}

QTEST_GUILESS_MAIN(TestCompressedImages)
#include "tst_compressed_images.moc"
