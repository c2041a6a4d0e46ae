// Every input format goes into a library and comes out as it was: by Sealift as raw and qcow2, and by restic.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 KiB = 1 << 10;
constexpr qint64 MiB = 1 << 20;
constexpr qint64 GiB = 1 << 30;
constexpr qint64 kSector = 512;

/// How exactly holes must be kept: a stretch of zeroes of this size and alignment takes no room in an exported file.
constexpr qint64 kHoleUnit = 64 * KiB;
/// What a pack, its header, a tree, an image's manifest and a snapshot may add to the data in a library.
constexpr qint64 kLibraryOverhead = 128 * KiB;

struct Shape {
    const char *name;
    qint64 size;
    QList<Patch> patches;
};

using enum Patch::Fill;

/// Data that begins and ends off every boundary, constant and random, with holes between and at both ends, on a disk
/// whose size is a multiple of a sector and nothing else.
Shape patterned()
{
    return {"patterned",
            48 * MiB + 197 * kSector,
            {{Constant, 3 * kSector, 5 * kSector, 0x11},
             {Random, 1 * MiB - 3 * kSector, 2 * MiB + 7 * kSector},
             {Constant, 8 * MiB, 1 * MiB, 0x22},
             {Constant, 9 * MiB, 1 * MiB, 0x22},
             {Random, 20 * MiB + kSector, 300 * KiB},
             {Zeroes, 30 * MiB, 2 * MiB},
             {Constant, 33 * MiB + 64 * KiB, 64 * KiB, 0x00},
             {Random, 40 * MiB, 64 * KiB + kSector},
             {Random, 48 * MiB + 190 * kSector, 7 * kSector}}};
}

/// More than one extent file in the twoGbMaxExtent formats, with data across the seam.
Shape split()
{
    return {
        "split",
        2 * GiB + 5 * MiB + kSector,
        {{Random, 0, 64 * KiB}, {Random, 2 * GiB - 96 * KiB, 200 * KiB}, {Constant, 2 * GiB + 5 * MiB, kSector, 0x77}}};
}

Shape sector()
{
    return {"one-sector", kSector, {{Random, 0, kSector}}};
}

Shape empty()
{
    return {"empty", 0, {}};
}

Shape blank()
{
    return {"blank", 5 * MiB + kSector, {}};
}

bool isSplitWorthy(const ImageFormat &format)
{
    return format.name.startsWith(QLatin1String("vmdk")) || format.name == QLatin1String("raw") ||
           format.name == QLatin1String("qcow2-v3") || format.name == QLatin1String("vhd-dynamic") ||
           format.name == QLatin1String("vhdx-dynamic") || format.name == QLatin1String("vdi-dynamic");
}

ImageFormat rawFormat()
{
    return inputFormats().constFirst();
}

} // namespace

Q_DECLARE_METATYPE(ImageFormat)
Q_DECLARE_METATYPE(Shape)

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void convertedImages_data();
    void convertedImages();
    void imagesWrittenInPlace_data();
    void imagesWrittenInPlace();
    void rawOfOddLength_data();
    void rawOfOddLength();
    void libraryIsSound();

private:
    void roundTrip(const QString &image, const ImageFormat &format, const QString &reference);
    void inspect(const QString &image, const ImageFormat &format, qint64 size);
    QString fresh(const QString &name);

    std::unique_ptr<Workbench> m_bench;
    int m_images = 0;
};

void TestFormats::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
}

QString TestFormats::fresh(const QString &name)
{
    QDir(m_bench->path(name)).removeRecursively();
    QDir().mkpath(m_bench->path(name));
    return m_bench->path(name);
}

void TestFormats::inspect(const QString &image, const ImageFormat &format, qint64 size)
{
    const Outcome seen = m_bench->sealift.run({QStringLiteral("inspect"), image});
    VERIFY_RUN(seen.ok(), seen.run);
    QCOMPARE(seen.object().value(QStringLiteral("format")).toString(), format.probed);
    QCOMPARE(seen.object().value(QStringLiteral("size")).toInteger(-1), size);
}

void TestFormats::roundTrip(const QString &image, const ImageFormat &format, const QString &reference)
{
    const Sealift &sealift = m_bench->sealift;
    const QString name = QStringLiteral("image-%1").arg(++m_images);
    const QString out = fresh(QStringLiteral("out"));
    const qint64 size = QFileInfo(reference).size();
    const qint64 data = nonZeroBytes(reference, kHoleUnit);

    inspect(image, format, size);
    if (QTest::currentTestFailed())
        return;

    const qint64 packsBefore = sealift.packBytes();
    const Outcome imported = sealift.import(image, name);
    VERIFY_RUN(imported.ok(), imported.run);
    VERIFY_EMPTY(sealift.leftovers());
    // Zeroes are not stored: neither holes nor written ones.
    QVERIFY2(sealift.packBytes() - packsBefore <= data + kLibraryOverhead, imported.run.describe().constData());

    const QString raw = out + QStringLiteral("/disk.raw");
    const Outcome asRaw = sealift.exportTo(name, QStringLiteral("raw"), raw);
    VERIFY_RUN(asRaw.ok(), asRaw.run);
    VERIFY_EMPTY(difference(raw, reference));
    const Finished compared = ImageMaker::compare(image, format.driver, raw);
    VERIFY_RUN(compared.ok() && compared.out.contains("Images are identical"), compared);
    QVERIFY2(allocatedBytes(raw) <= data + kHoleUnit,
             qPrintable(QStringLiteral("%1 bytes allocated for %2 of data").arg(allocatedBytes(raw)).arg(data)));

    const QString qcow2 = out + QStringLiteral("/disk.qcow2");
    const Outcome asQcow2 = sealift.exportTo(name, QStringLiteral("qcow2"), qcow2);
    VERIFY_RUN(asQcow2.ok(), asQcow2.run);
    const Finished checked = ImageMaker::check(qcow2, QStringLiteral("qcow2"));
    VERIFY_RUN(checked.ok() && checked.out.contains("No errors were found"), checked);
    const Finished same = ImageMaker::compare(qcow2, QStringLiteral("qcow2"), reference);
    VERIFY_RUN(same.ok() && same.out.contains("Images are identical"), same);
    // A qcow2 disk is a whole number of sectors; qemu-img compare takes a longer disk for equal if the rest is zero.
    QCOMPARE(ImageMaker::virtualSize(qcow2, QStringLiteral("qcow2")), (size + kSector - 1) / kSector * kSector);
    QCOMPARE(filesBelow(out), QStringList({QStringLiteral("disk.qcow2"), QStringLiteral("disk.raw")}));

    const QString restored = fresh(QStringLiteral("restored"));
    const Finished restore = m_bench->restic.restoreLatest(restored);
    VERIFY_RUN(restore.ok(), restore);
    const QStringList disks = filesBelow(restored).filter(QStringLiteral(".raw"));
    QCOMPARE(disks.size(), 1);
    QVERIFY2(disks[0].startsWith(name + QLatin1Char('/')), qPrintable(disks[0]));
    VERIFY_EMPTY(difference(restored + QLatin1Char('/') + disks[0], reference));
}

void TestFormats::convertedImages_data()
{
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<Shape>("shape");
    for (const ImageFormat &format : inputFormats()) {
        QList<Shape> shapes{patterned(), sector(), blank()};
        if (format.empty)
            shapes << empty();
        if (isSplitWorthy(format))
            shapes << split();
        for (const Shape &shape : shapes)
            QTest::addRow("%s, %s", qPrintable(format.name), shape.name) << format << shape;
    }
}

void TestFormats::convertedImages()
{
    QFETCH(ImageFormat, format);
    QFETCH(Shape, shape);
    fresh(QStringLiteral("images"));
    const ImageMaker images(m_bench->path(QStringLiteral("images")));
    ImageMaker maker = images;
    const QString raw = maker.raw(QStringLiteral("source.raw"), shape.size, shape.patches);
    if (format.driver == QLatin1String("raw")) {
        roundTrip(raw, format, raw);
        return;
    }
    const QString image = maker.converted(raw, format, QStringLiteral("source.img"));
    // qemu's own reading is the reference: some formats round the size up.
    roundTrip(image, format, maker.reference(image, format, QStringLiteral("reference.raw")));
}

void TestFormats::imagesWrittenInPlace_data()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat &format : inputFormats()) {
        if (format.update)
            QTest::newRow(qPrintable(format.name)) << format;
    }
}

void TestFormats::imagesWrittenInPlace()
{
    QFETCH(ImageFormat, format);
    fresh(QStringLiteral("images"));
    ImageMaker maker(m_bench->path(QStringLiteral("images")));
    // Backwards and over what is there already: clusters lie out of order, some are zeroed after they held data.
    QList<Patch> patches = patterned().patches;
    std::reverse(patches.begin(), patches.end());
    patches << Patch{Zeroes, 1 * MiB, 512 * KiB} << Patch{Constant, 2 * MiB, 64 * KiB, 0x33}
            << Patch{Zeroes, 8 * MiB, 1 * MiB};
    const QString image = maker.created(format, QStringLiteral("source.img"), patterned().size, patches);
    roundTrip(image, format, maker.reference(image, format, QStringLiteral("reference.raw")));
}

void TestFormats::rawOfOddLength_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("1 byte") << qint64(1);
    QTest::newRow("511 bytes") << kSector - 1;
    QTest::newRow("513 bytes") << kSector + 1;
    QTest::newRow("one under a chunk") << 1 * MiB - 1;
    QTest::newRow("a chunk") << 1 * MiB;
    QTest::newRow("one over a chunk") << 1 * MiB + 1;
    QTest::newRow("5,000,001 bytes") << qint64(5'000'001);
}

void TestFormats::rawOfOddLength()
{
    QFETCH(qint64, size);
    fresh(QStringLiteral("images"));
    const QString raw = m_bench->path(QStringLiteral("images/source.raw"));
    // Ends in a byte that is not zero: a lost tail cannot pass for padding.
    QVERIFY(writeRandom(raw, 0, size, quint64(size)));
    QVERIFY(flipBit(raw, size - 1));
    roundTrip(raw, rawFormat(), raw);
}

void TestFormats::libraryIsSound()
{
    const Finished restic = m_bench->restic.check();
    VERIFY_RUN(Restic::isClean(restic), restic);
    const Outcome own = m_bench->sealift.check();
    VERIFY_RUN(own.ok(), own.run);
    QCOMPARE(m_bench->sealift.images().array().size(), m_images);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
