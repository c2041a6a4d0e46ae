// Peak memory stays under its bound whatever the size of the disk.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QTest>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 GiB = 1 << 30;
constexpr qint64 TiB = GiB << 10;
constexpr qint64 kBound = 256 * MiB;

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void incompressible();
    void hugeAndSparse_data();
    void hugeAndSparse();

private:
    void roundTrip(Workbench &bench, const QString &image, const QString &format, const QString &reference);
};

void TestMemory::initTestCase()
{
    REQUIRE_TOOLS();
}

void TestMemory::roundTrip(Workbench &bench, const QString &image, const QString &format, const QString &reference)
{
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = bench.sealift.import(image, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    const QString out = bench.path(QStringLiteral("out"));
    const Outcome exported = bench.sealift.exportTo(QStringLiteral("disk"), format, out);
    VERIFY_RUN(exported.ok(), exported.run);
    const Outcome checked = bench.sealift.check();
    VERIFY_RUN(checked.ok(), checked.run);
    qInfo("peak: import %lld MiB in %.2f s, export %lld MiB in %.2f s, check %lld MiB in %.2f s",
          imported.run.peakRss / MiB, imported.run.seconds, exported.run.peakRss / MiB, exported.run.seconds,
          checked.run.peakRss / MiB, checked.run.seconds);
    for (const Outcome &outcome : {imported, exported, checked}) {
        QVERIFY(outcome.run.peakRss > 0);
        VERIFY_RUN(outcome.run.peakRss < kBound, outcome.run);
    }
    if (format == QLatin1String("raw")) {
        VERIFY_EMPTY(difference(out, reference));
        QVERIFY(allocatedBytes(out) <= allocatedBytes(reference) + 1 * MiB);
    } else {
        const Finished same = ImageMaker::compare(out, format, reference);
        VERIFY_RUN(same.ok(), same);
    }
}

void TestMemory::incompressible()
{
    Workbench bench;
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(disk, 0, 1 * GiB, 1));
    roundTrip(bench, disk, QStringLiteral("raw"), disk);
}

void TestMemory::hugeAndSparse_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::newRow("raw to raw") << QStringLiteral("raw") << QStringLiteral("raw");
    QTest::newRow("qcow2 to qcow2") << QStringLiteral("qcow2") << QStringLiteral("qcow2");
}

void TestMemory::hugeAndSparse()
{
    QFETCH(QString, source);
    QFETCH(QString, target);
    Workbench bench;
    // 64 MiB in 64 pieces all over 4 TiB, the last at the very end.
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    const qint64 size = 4 * TiB;
    for (qint64 piece = 0; piece < 64; ++piece)
        QVERIFY(writeRandom(disk, (piece + 1) * (size / 64) - 1 * MiB, 1 * MiB, quint64(piece)));
    QCOMPARE(QFileInfo(disk).size(), size);
    QString image = disk;
    if (source == QLatin1String("qcow2"))
        image = bench.images.converted(disk, inputFormats()[1], QStringLiteral("disk.qcow2"));
    roundTrip(bench, image, target, disk);
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
