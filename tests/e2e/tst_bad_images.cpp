// Damaged and dangerous images are refused, whole: nothing of them becomes an image of the library.

#include "e2e/support/fault_bench.h"
#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"

#include <QTest>
#include <QtEndian>

#include <functional>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

void qemuImg(const QStringList &arguments)
{
    const Finished finished = run({.program = QStringLiteral("qemu-img"), .arguments = arguments});
    if (!finished.ok())
        qFatal("a fixture could not be made: %s", finished.describe().constData());
}

/// Writes a big-endian number into a file, as qcow2 has them (QEMU docs/interop/qcow2.txt, "Header").
template <typename Number>
bool poke(const QString &file, qint64 offset, Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    QFile target(file);
    return target.open(QIODevice::ReadWrite) && target.seek(offset) && target.write(bytes) == bytes.size();
}

quint64 peek(const QString &file, qint64 offset)
{
    return qFromBigEndian<quint64>(readFile(file).mid(offset, 8).constData());
}

constexpr qint64 kVersionField = 4;
constexpr qint64 kSizeField = 24;
constexpr qint64 kClusterBitsField = 20;
constexpr qint64 kL1SizeField = 36;
constexpr qint64 kL1OffsetField = 40;

} // namespace

Q_DECLARE_METATYPE(ImageFormat)

class TestBadImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void truncated_data();
    void truncated();
    void corruptQcow2_data();
    void corruptQcow2();
    void unsafe_data();
    void unsafe();
    void cleanup();

private:
    std::unique_ptr<FaultBench> m_bench;
    QString m_raw;
};

void TestBadImages::initTestCase()
{
    REQUIRE_TOOLS();
    adoptOrphans();
    m_bench = std::make_unique<FaultBench>();
    VERIFY_EMPTY(m_bench->error());
    m_raw = m_bench->path(QStringLiteral("source.raw"));
    QVERIFY(writeRandom(m_raw, 0, 8 * MiB, 1));
}

void TestBadImages::cleanup()
{
    QVERIFY(m_bench);
    VERIFY_EMPTY(m_bench->harm());
}

void TestBadImages::truncated_data()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat &format : inputFormats()) {
        // A shorter raw disk is a raw disk; so is a fixed VHD without its footer, which is all that marks it.
        if (format.driver != QLatin1String("raw") && !format.name.startsWith(QLatin1String("vhd-fixed")))
            QTest::newRow(qPrintable(format.name)) << format;
    }
}

void TestBadImages::truncated()
{
    QFETCH(ImageFormat, format);
    const QString folder = m_bench->path(format.name);
    ImageMaker maker(folder);
    const QString image = maker.converted(m_raw, format, QStringLiteral("disk.img"));
    // The file with the data: the image itself, or the extent that a descriptor names.
    QString cut = image;
    for (const QString &file : filesBelow(folder)) {
        if (QFileInfo(maker.path(file)).size() > QFileInfo(cut).size())
            cut = maker.path(file);
    }
    QVERIFY(setSize(cut, QFileInfo(cut).size() * 6 / 10));
    const Outcome outcome = m_bench->sealift.import(image, QStringLiteral("new"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("corrupt"), {cut}));
}

void TestBadImages::corruptQcow2_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *damage, const char *code) {
        QTest::newRow(damage) << QString::fromLatin1(damage) << QString::fromLatin1(code);
    };
    row("unknown version", "unsupported");
    row("cluster size out of bounds", "corrupt");
    row("first-level table beyond the end", "corrupt");
    row("first-level table too small for the disk", "corrupt");
    row("second-level table beyond the end", "corrupt");
    row("cluster beyond the end", "corrupt");
    row("absurd size", "corrupt");
    row("header cut off", "corrupt");
}

void TestBadImages::corruptQcow2()
{
    QFETCH(QString, damage);
    QFETCH(QString, code);
    const QString image = m_bench->path(QStringLiteral("corrupt.qcow2"));
    QFile::remove(image);
    qemuImg({QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"),
             QStringLiteral("qcow2"), m_raw, image});
    constexpr quint64 kCopied = quint64(1) << 63;
    constexpr quint64 kBeyond = quint64(1) << 40;
    const auto firstLevel = qint64(peek(image, kL1OffsetField));
    const auto secondLevel = qint64(peek(image, firstLevel) & ~kCopied);
    const QHash<QString, std::function<bool()>> damages = {
        {QStringLiteral("unknown version"), [&] { return poke(image, kVersionField, quint32(9)); }},
        {QStringLiteral("cluster size out of bounds"), [&] { return poke(image, kClusterBitsField, quint32(40)); }},
        {QStringLiteral("first-level table beyond the end"), [&] { return poke(image, kL1OffsetField, kBeyond); }},
        {QStringLiteral("first-level table too small for the disk"),
         [&] { return poke(image, kL1SizeField, quint32(0)); }},
        {QStringLiteral("second-level table beyond the end"),
         [&] { return poke(image, firstLevel, kBeyond | kCopied); }},
        {QStringLiteral("cluster beyond the end"), [&] { return poke(image, secondLevel + 8, kBeyond | kCopied); }},
        {QStringLiteral("absurd size"), [&] { return poke(image, kSizeField, quint64(1) << 62); }},
        {QStringLiteral("header cut off"), [&] { return setSize(image, 40); }},
    };
    QVERIFY(damages.contains(damage) && damages[damage]());
    const Outcome outcome = m_bench->sealift.import(image, QStringLiteral("new"));
    VERIFY_EMPTY(outcome.complaint(code, {image}));
}

void TestBadImages::unsafe_data()
{
    QTest::addColumn<QString>("danger");
    QTest::newRow("qcow2 with a backing file") << QStringLiteral("backing");
    QTest::newRow("qcow2 with a data file") << QStringLiteral("data-file");
    QTest::newRow("vmdk naming another path") << QStringLiteral("vmdk-path");
    QTest::newRow("vmdk with a parent") << QStringLiteral("vmdk-parent");
}

void TestBadImages::unsafe()
{
    QFETCH(QString, danger);
    const QString folder = m_bench->path(danger);
    ImageMaker maker(folder);
    const QString secret = m_bench->path(QStringLiteral("secret.raw"));
    QVERIFY(writeRandom(secret, 0, 1 * MiB, 7));
    QString image = maker.path(QStringLiteral("disk.qcow2"));
    if (danger == QLatin1String("backing")) {
        qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                 QStringLiteral("-F"), QStringLiteral("raw"), QStringLiteral("-b"), secret, image});
    } else if (danger == QLatin1String("data-file")) {
        qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                 QStringLiteral("-o"), QStringLiteral("data_file=%1,data_file_raw=on").arg(secret), image,
                 QString::number(1 * MiB)});
        QVERIFY(writeRandom(secret, 0, 1 * MiB, 7));
    } else {
        image = maker.path(QStringLiteral("disk.vmdk"));
        QByteArray text = "# Disk DescriptorFile\nversion=1\nCID=fffffffe\nparentCID=ffffffff\n"
                          "createType=\"monolithicFlat\"\n\nRW 2048 FLAT \"" +
                          secret.toUtf8() + "\" 0\n";
        if (danger == QLatin1String("vmdk-parent")) {
            text.replace("parentCID=ffffffff", "parentCID=12345678\nparentFileNameHint=\"" + secret.toUtf8() + "\"");
            text.replace(secret.toUtf8() + "\" 0", "disk-flat.vmdk\" 0");
            QVERIFY(setSize(maker.path(QStringLiteral("disk-flat.vmdk")), 1 * MiB));
        }
        QVERIFY(writeFile(image, text));
    }
    const QByteArray before = fingerprint(m_bench->sealift.library());
    VERIFY_EMPTY(m_bench->sealift.import(image, QStringLiteral("new")).complaint(QStringLiteral("unsafe"), {image}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

QTEST_GUILESS_MAIN(TestBadImages)
#include "tst_bad_images.moc"
