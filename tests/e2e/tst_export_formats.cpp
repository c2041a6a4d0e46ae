// Every format that export offers, by the command itself: QEMU finds the disk's content in it, and Sealift takes it
// back.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 kSize = 48 * MiB + 197 * 512;

using enum Patch::Fill;

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestExportFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exports_data();
    void exports();
    void streams_data();
    void streams();
    void saysWhichFormatItGuessed();
    void refusedOptionsLeaveNothing();

private:
    void compare(const QString &image, const QString &driver, qint64 size) const;

    std::unique_ptr<Workbench> m_bench;
    QString m_reference;
    int m_images = 0;
};

void TestExportFormats::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    QDir().mkpath(m_bench->path(QStringLiteral("images")));
    ImageMaker maker(m_bench->path(QStringLiteral("images")));
    m_reference = maker.raw(QStringLiteral("source.raw"), kSize,
                            {{Random, 512, 3 * MiB},
                             {Constant, 9 * MiB, 2 * MiB, 0x22},
                             {Random, 33 * MiB + 512, 100 * 1024},
                             {Random, kSize - 7 * 512, 7 * 512}});
    const Outcome imported = m_bench->sealift.import(m_reference, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
}

void TestExportFormats::compare(const QString &image, const QString &driver, qint64 size) const
{
    const Finished same = ImageMaker::compare(image, driver, m_reference);
    VERIFY_RUN(same.ok() && same.out.contains("Images are identical"), same);
    QCOMPARE(ImageMaker::virtualSize(image, driver), size);
}

void TestExportFormats::exports_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("driver");
    QTest::addColumn<qint64>("size");
    const auto row = [](const char *name, const char *file, const char *options, const char *driver,
                        qint64 size = kSize) {
        QTest::newRow(name) << QString::fromLatin1(file) << words(options) << QString::fromLatin1(driver) << size;
    };
    row("raw, aligned", "disk.img", "--align 1MiB", "raw", 49 * MiB);
    row("qcow2", "disk.qcow2", "", "qcow2");
    row("qcow2, zlib", "disk", "-f qcow2 --compression zlib", "qcow2");
    row("qcow2, zstd", "disk.qcow2", "--compression zstd", "qcow2");
    row("vhd", "disk.vhd", "", "vpc");
    row("vhd, fixed", "disk.vhd", "--subformat fixed", "vpc");
    row("azure", "disk", "--for azure", "vpc", 49 * MiB);
    row("vhdx", "disk.vhdx", "--block-size 1MiB", "vhdx");
    row("vhdx, fixed", "disk.vhdx", "--subformat fixed", "vhdx");
    row("hyper-v-2", "disk", "--for hyper-v-2", "vhdx", 49 * MiB);
    row("vdi", "disk.vdi", "", "vdi");
    row("vdi, fixed", "disk.vdi", "--subformat fixed", "vdi");
    row("vmdk", "disk.vmdk", "", "vmdk");
    row("esxi", "disk", "--for esxi", "vmdk", 49 * MiB);
}

void TestExportFormats::exports()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    QFETCH(QString, driver);
    QFETCH(qint64, size);
    const QString folder = m_bench->path(QStringLiteral("out-%1").arg(++m_images));
    QDir().mkpath(folder);
    const QString path = folder + QLatin1Char('/') + file;
    const Outcome exported = m_bench->sealift.run(
        QStringList{QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-o"), path} + options);
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(filesBelow(folder), QStringList{file});
    VERIFY_EMPTY(m_bench->sealift.leftovers());
    compare(path, driver, size);
    if (QTest::currentTestFailed() || driver == QLatin1String("raw"))
        return;

    // What Sealift wrote, Sealift reads.
    const QString name = QStringLiteral("again-%1").arg(m_images);
    const Outcome again = m_bench->sealift.import(path, name);
    VERIFY_RUN(again.ok(), again.run);
    QCOMPARE(again.object().value(QStringLiteral("size")).toInteger(), size);
    const QString raw = folder + QStringLiteral("/again.raw");
    const Outcome back = m_bench->sealift.exportTo(name, QStringLiteral("raw"), raw);
    VERIFY_RUN(back.ok(), back.run);
    compare(raw, QStringLiteral("raw"), size);
}

void TestExportFormats::streams_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("driver");
    QTest::newRow("vhd") << QStringLiteral("-f vhd") << QStringLiteral("vpc");
    QTest::newRow("vhd, fixed") << QStringLiteral("-f vhd --subformat fixed") << QStringLiteral("vpc");
    QTest::newRow("vhdx") << QStringLiteral("-f vhdx") << QStringLiteral("vhdx");
    QTest::newRow("vdi") << QStringLiteral("-f vdi") << QStringLiteral("vdi");
    QTest::newRow("vmdk") << QStringLiteral("-f vmdk") << QStringLiteral("vmdk");
}

void TestExportFormats::streams()
{
    QFETCH(QString, options);
    QFETCH(QString, driver);
    const QString path = m_bench->path(QStringLiteral("streamed-%1").arg(++m_images));
    const Outcome streamed = m_bench->sealift.run(
        QStringList{QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-o"), QStringLiteral("-")} +
        options.split(QLatin1Char(' ')));
    VERIFY_RUN(streamed.run.ok(), streamed.run);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(streamed.run.out), streamed.run.out.size());
    file.close();
    compare(path, driver, kSize);
}

void TestExportFormats::saysWhichFormatItGuessed()
{
    const Outcome exported =
        m_bench->sealift.run({QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-o"),
                              m_bench->path(QStringLiteral("guessed.VHDX"))});
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(exported.object().value(QStringLiteral("format")).toString(), QStringLiteral("vhdx"));
    QCOMPARE(exported.object().value(QStringLiteral("subformat")).toString(), QStringLiteral("dynamic"));
    const Outcome unknown = m_bench->sealift.run({QStringLiteral("export"), QStringLiteral("disk"),
                                                  QStringLiteral("-o"), m_bench->path(QStringLiteral("guessed.bin"))});
    VERIFY_EMPTY(unknown.complaint(QStringLiteral("invalid-argument"), {QStringLiteral("--format")}));
}

void TestExportFormats::refusedOptionsLeaveNothing()
{
    const QString path = m_bench->path(QStringLiteral("refused.qcow2"));
    const Outcome refused =
        m_bench->sealift.run({QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-o"), path,
                              QStringLiteral("--subformat"), QStringLiteral("fixed")});
    VERIFY_EMPTY(refused.complaint(QStringLiteral("invalid-argument"), {QStringLiteral("subformat")}));
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestExportFormats)

#include "tst_export_formats.moc"
