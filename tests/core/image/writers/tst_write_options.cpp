#include "image/writers/write_options.h"
#include "image/writers/write_targets.h"

#include <QTest>

using namespace sealift;

namespace {

constexpr qint64 kMiB = 1LL << 20;

QString codeOf(const Status &status)
{
    return status ? QStringLiteral("ok") : errorCodeName(status.error().code());
}

} // namespace

class TestWriteOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreStable();
    void everyFormatIsDescribed();
    void suffixes_data();
    void suffixes();
    void refusesWhatAFormatHasNot_data();
    void refusesWhatAFormatHasNot();
    void sizes_data();
    void sizes();
    void targetsAreValid();
};

void TestWriteOptions::namesAreStable()
{
    for (const auto *name : {"raw", "qcow2", "vhd", "vhdx", "vdi", "vmdk"}) {
        const auto format = writeFormatFromName(QLatin1String(name));
        QVERIFY(format);
        QCOMPARE(writeFormatName(*format), QLatin1String(name));
    }
    for (const auto *name : {"dynamic", "fixed", "streamOptimized"})
        QCOMPARE(writeSubformatName(writeSubformatFromName(QLatin1String(name)).value()), QLatin1String(name));
    for (const auto *name : {"none", "zlib", "zstd"})
        QCOMPARE(writeCompressionName(writeCompressionFromName(QLatin1String(name)).value()), QLatin1String(name));
    for (const auto *name : {"", "RAW", "vpc", "streamoptimized", "gzip"}) {
        QVERIFY(!writeFormatFromName(QLatin1String(name)));
        QVERIFY(!writeSubformatFromName(QLatin1String(name)));
        QVERIFY(!writeCompressionFromName(QLatin1String(name)));
    }
}

void TestWriteOptions::everyFormatIsDescribed()
{
    QCOMPARE(writeFormats().size(), 6);
    for (const auto &info : writeFormats()) {
        QCOMPARE(&writeFormatInfo(info.format), &info);
        QVERIFY(!info.title.isEmpty() && !info.purpose.isEmpty() && !info.suffixes.isEmpty());
        QVERIFY(!info.compressions.isEmpty());
        QCOMPARE(writeFormatOfFile(QStringLiteral("disk.") + info.suffixes.first()), info.format);
        QVERIFY(checkWriteOptions(info.format, {}));
    }
}

void TestWriteOptions::suffixes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("format");
    QTest::newRow("plain") << QStringLiteral("/tmp/web01.vhdx") << QStringLiteral("vhdx");
    QTest::newRow("capitals") << QStringLiteral("WEB01.VMDK") << QStringLiteral("vmdk");
    QTest::newRow("img") << QStringLiteral("disk.img") << QStringLiteral("raw");
    QTest::newRow("several dots") << QStringLiteral("a.raw.vdi") << QStringLiteral("vdi");
    QTest::newRow("unknown") << QStringLiteral("disk.bin") << QString();
    QTest::newRow("folder's") << QStringLiteral("x.vdi/disk") << QString();
    QTest::newRow("none") << QStringLiteral("disk") << QString();
}

void TestWriteOptions::suffixes()
{
    QFETCH(const QString, path);
    QFETCH(const QString, format);
    const auto guessed = writeFormatOfFile(path);
    QCOMPARE(guessed ? writeFormatName(*guessed) : QString(), format);
}

void TestWriteOptions::refusesWhatAFormatHasNot_data()
{
    QTest::addColumn<WriteFormat>("format");
    QTest::addColumn<WriteOptions>("options");
    QTest::addColumn<bool>("good");
    const auto subformat = [](WriteSubformat value) {
        WriteOptions options;
        options.subformat = value;
        return options;
    };
    const auto compression = [](WriteCompression value) {
        WriteOptions options;
        options.compression = value;
        return options;
    };
    const auto sizes = [](qint64 blockSize, qint64 alignment) {
        WriteOptions options;
        options.blockSize = blockSize;
        options.alignment = alignment;
        return options;
    };
    QTest::newRow("fixed vhd") << WriteFormat::Vhd << subformat(WriteSubformat::Fixed) << true;
    QTest::newRow("fixed qcow2") << WriteFormat::Qcow2 << subformat(WriteSubformat::Fixed) << false;
    QTest::newRow("stream of vdi") << WriteFormat::Vdi << subformat(WriteSubformat::StreamOptimized) << false;
    QTest::newRow("zstd qcow2") << WriteFormat::Qcow2 << compression(WriteCompression::Zstd) << true;
    QTest::newRow("zstd vmdk") << WriteFormat::Vmdk << compression(WriteCompression::Zstd) << false;
    QTest::newRow("plain vmdk") << WriteFormat::Vmdk << compression(WriteCompression::None) << false;
    QTest::newRow("zlib raw") << WriteFormat::Raw << compression(WriteCompression::Zlib) << false;
    QTest::newRow("vhdx blocks") << WriteFormat::Vhdx << sizes(256 * kMiB, 0) << true;
    QTest::newRow("large vhdx blocks") << WriteFormat::Vhdx << sizes(512 * kMiB, 0) << false;
    QTest::newRow("odd vhdx blocks") << WriteFormat::Vhdx << sizes(3 * kMiB, 0) << false;
    QTest::newRow("raw blocks") << WriteFormat::Raw << sizes(kMiB, 0) << false;
    QTest::newRow("aligned") << WriteFormat::Vhd << sizes(0, kMiB) << true;
    QTest::newRow("odd alignment") << WriteFormat::Vhd << sizes(0, 1000) << false;
    QTest::newRow("huge alignment") << WriteFormat::Vhd << sizes(0, 2LL << 30) << false;
    QTest::newRow("negative alignment") << WriteFormat::Vhd << sizes(0, -512) << false;
}

void TestWriteOptions::refusesWhatAFormatHasNot()
{
    QFETCH(const WriteFormat, format);
    QFETCH(const WriteOptions, options);
    QFETCH(const bool, good);
    const auto status = checkWriteOptions(format, options);
    QCOMPARE(codeOf(status), good ? QStringLiteral("ok") : QStringLiteral("invalid-argument"));
    if (!good)
        QVERIFY(!status.error().remedy().isEmpty());
}

void TestWriteOptions::sizes_data()
{
    QTest::addColumn<WriteFormat>("format");
    QTest::addColumn<qint64>("alignment");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("written");
    QTest::newRow("raw") << WriteFormat::Raw << qint64{0} << qint64{1001} << qint64{1001};
    QTest::newRow("raw, aligned") << WriteFormat::Raw << kMiB << qint64{1001} << kMiB;
    QTest::newRow("sectors") << WriteFormat::Vhd << qint64{0} << qint64{513} << qint64{1024};
    QTest::newRow("whole") << WriteFormat::Vhd << kMiB << 3 * kMiB << 3 * kMiB;
    QTest::newRow("enlarged") << WriteFormat::Vdi << kMiB << 3 * kMiB + 1 << 4 * kMiB;
}

void TestWriteOptions::sizes()
{
    QFETCH(const WriteFormat, format);
    QFETCH(const qint64, alignment);
    QFETCH(const qint64, size);
    QFETCH(const qint64, written);
    WriteOptions options;
    options.alignment = alignment;
    QCOMPARE(writtenDiskSize(format, options, size).value(), written);
}

void TestWriteOptions::targetsAreValid()
{
    QStringList names;
    for (const auto &target : writeTargets()) {
        QVERIFY(checkWriteOptions(target.format, target.options));
        QVERIFY(!names.contains(target.name));
        names.append(target.name);
        QCOMPARE(writeTargetFromName(target.name)->title, target.title);
    }
    const auto azure = writeTargetFromName(QStringLiteral("azure"));
    QVERIFY(azure);
    QCOMPARE(azure->format, WriteFormat::Vhd);
    QCOMPARE(azure->options.subformat, WriteSubformat::Fixed);
    QCOMPARE(azure->options.alignment, kMiB);
    QVERIFY(!writeTargetFromName(QStringLiteral("amiga")));
}

QTEST_GUILESS_MAIN(TestWriteOptions)

#include "tst_write_options.moc"
