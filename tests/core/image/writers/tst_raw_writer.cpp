#include "file_facts.h"
#include "image/writers/disk_writer.h"
#include "piped.h"
#include "sample_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace sealift;
using namespace sealift::test;

class TestRawWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { static_cast<void>(std::signal(SIGPIPE, SIG_IGN)); }
    void writes_data();
    void writes();
    void keepsHoles();
    void writesToASlowNonBlockingPipe();
    void writesToARedirectedFile();
    void sparseTerabytes();
};

void TestRawWriter::writes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("chunkSize");
    QTest::addColumn<Allocation>("allocation");
    const std::pair<const char *, Allocation> allocations[] = {{"none", Allocation::None},
                                                               {"all", Allocation::All},
                                                               {"alternating", Allocation::Alternating},
                                                               {"random", Allocation::Random},
                                                               {"last only", Allocation::LastOnly}};
    for (const qint64 size :
         {0LL, 1LL, 512LL, 4095LL, 65536LL, 65537LL, (1LL << 20) - 512, (17LL << 20) + 511, 24LL << 20}) {
        for (const qint64 chunkSize : {64LL << 10, 1LL << 20, 8LL << 20}) {
            for (const auto &[name, allocation] : allocations)
                QTest::addRow("%lld bytes, chunks of %lld, %s", static_cast<long long>(size),
                              static_cast<long long>(chunkSize), name)
                    << size << chunkSize << allocation;
        }
    }
}

void TestRawWriter::writes()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, chunkSize);
    QFETCH(const Allocation, allocation);
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto file = folder.filePath(QStringLiteral("file"));
    const auto piped = folder.filePath(QStringLiteral("piped"));
    const SampleDisk disk(planOf(size, chunkSize, allocation));
    QVERIFY(disk.writeReference(reference));

    auto writer = createFileWriter(WriteFormat::Raw, disk.plan(), file, Overwrite::No);
    QVERIFY(writer);
    QVERIFY(!(*writer)->ordered());
    QVERIFY(writeDisk(**writer, disk, 3));
    QVERIFY(sameBytes(file, reference));
    QVERIFY(dataOf(file) == dataOf(reference));
    QVERIFY((*writer)->bytesWritten() <= disk.dataBytes());

    QVERIFY(pipedInto(piped, [&](int descriptor) {
        auto stream = createStreamWriter(WriteFormat::Raw, disk.plan(), descriptor, QStringLiteral("the pipe"));
        QVERIFY(stream);
        QVERIFY((*stream)->ordered());
        QVERIFY(writeDisk(**stream, disk, 1));
        QCOMPARE((*stream)->bytesWritten(), size);
    }));
    QVERIFY(sameBytes(piped, reference));
}

void TestRawWriter::keepsHoles()
{
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto file = folder.filePath(QStringLiteral("file"));
    const SampleDisk disk(planOf(256LL << 20, 1 << 20, Allocation::Random));
    QVERIFY(disk.writeReference(reference));
    auto writer = createFileWriter(WriteFormat::Raw, disk.plan(), file, Overwrite::No);
    QVERIFY(writer && writeDisk(**writer, disk, 3));
    QVERIFY(dataOf(file) == dataOf(reference));
    QCOMPARE((*writer)->bytesWritten(), disk.dataBytes());
    // The file system's own blocks for its tree of extents count as the file's; they depend on how it lies on the disk.
    const auto treeBlocks = 4096 * (2 + static_cast<qint64>(dataOf(file).size()) / 100);
    QVERIFY2(allocatedBytes(file) >= disk.dataBytes() && allocatedBytes(file) <= disk.dataBytes() + treeBlocks,
             qPrintable(QStringLiteral("%1 for %2").arg(allocatedBytes(file)).arg(disk.dataBytes())));
}

void TestRawWriter::writesToASlowNonBlockingPipe()
{
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto piped = folder.filePath(QStringLiteral("piped"));
    const SampleDisk disk(planOf((20LL << 20) + 5, 1 << 20, Allocation::Alternating));
    QVERIFY(disk.writeReference(reference));
    const auto write = [&](int descriptor) {
        auto stream = createStreamWriter(WriteFormat::Raw, disk.plan(), descriptor, QStringLiteral("the pipe"));
        QVERIFY(stream);
        const auto status = writeDisk(**stream, disk, 1);
        QVERIFY2(status, status ? "" : qPrintable(status.error().what()));
    };
    QVERIFY(pipedInto(piped, write, O_NONBLOCK));
    QVERIFY(sameBytes(piped, reference));
}

void TestRawWriter::writesToARedirectedFile()
{
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto redirected = folder.filePath(QStringLiteral("redirected"));
    const SampleDisk disk(planOf((20LL << 20) + 5, 1 << 20, Allocation::Alternating));
    QVERIFY(disk.writeReference(reference));
    QFile file(redirected);
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto stream = createStreamWriter(WriteFormat::Raw, disk.plan(), file.handle(), QStringLiteral("standard output"));
    QVERIFY(stream && writeDisk(**stream, disk, 1));
    QVERIFY(sameBytes(redirected, reference));
}

void TestRawWriter::sparseTerabytes()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("file"));
    DiskPlan plan{(4LL << 40) + 100, 8LL << 20, std::vector<bool>((4LL << 40) / (8LL << 20) + 1)};
    plan.allocated[0] = plan.allocated[300000] = true;
    plan.allocated.back() = true;
    const SampleDisk disk(std::move(plan));
    auto writer = createFileWriter(WriteFormat::Raw, disk.plan(), file, Overwrite::No);
    QVERIFY(writer && writeDisk(**writer, disk, 2));
    QCOMPARE(QFileInfo(file).size(), (4LL << 40) + 100);
    QFile raw(file);
    QVERIFY(raw.open(QIODevice::ReadOnly));
    for (const auto index : disk.allocatedChunks()) {
        QVERIFY(raw.seek(index * disk.plan().chunkSize));
        QVERIFY(raw.read(disk.chunkLength(index)) == toByteArray(disk.chunk(index)));
    }
    QVERIFY(allocatedBytes(file) < (17LL << 20));
}

QTEST_GUILESS_MAIN(TestRawWriter)

#include "tst_raw_writer.moc"
