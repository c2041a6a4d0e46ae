#include "file_facts.h"
#include "image/writers/disk_writer.h"
#include "piped.h"
#include "sample_disk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace sealift;
using namespace sealift::test;

namespace {

QStringList qcow2(const QStringList &command, const QString &path)
{
    return command + QStringList{QStringLiteral("-f"), QStringLiteral("qcow2"), path};
}

/// What `qemu-img map` says is present, as flags of clusters of 64 KiB.
std::vector<bool> presentClusters(const QString &path, qint64 size)
{
    const QemuImg map(qcow2({QStringLiteral("map"), QStringLiteral("--output=json")}, path));
    std::vector<bool> present(static_cast<std::size_t>((size + 65535) / 65536));
    for (const auto &value : QJsonDocument::fromJson(map.out).array()) {
        const auto extent = value.toObject();
        const auto begin = extent[QLatin1String("start")].toInteger();
        const auto end = begin + extent[QLatin1String("length")].toInteger();
        for (auto at = begin; at < end && extent[QLatin1String("present")].toBool(); at += 65536)
            present[static_cast<std::size_t>(at / 65536)] = true;
    }
    return present;
}

std::vector<bool> plannedClusters(const DiskPlan &plan)
{
    std::vector<bool> planned(static_cast<std::size_t>((plan.size + 65535) / 65536));
    for (std::size_t i = 0; i < planned.size(); ++i)
        planned[i] = plan.allocated[i * 65536 / static_cast<std::size_t>(plan.chunkSize)];
    return planned;
}

void checkWithQemu(const QString &path, const QString &raw, const DiskPlan &plan)
{
    const QemuImg check(qcow2({QStringLiteral("check")}, path));
    QVERIFY2(check.ok, check.out.constData()); // 2: errors, 3: leaks
    QVERIFY2(check.out.contains("No errors were found"), check.out.constData());
    const QemuImg info(qcow2({QStringLiteral("info"), QStringLiteral("--output=json")}, path));
    const auto facts = QJsonDocument::fromJson(info.out).object();
    QCOMPARE(facts[QLatin1String("virtual-size")].toInteger(), (plan.size + 511) / 512 * 512);
    QCOMPARE(facts[QLatin1String("cluster-size")].toInteger(), 65536);
    const auto data = facts[QLatin1String("format-specific")].toObject()[QLatin1String("data")].toObject();
    QCOMPARE(data[QLatin1String("compat")].toString(), QStringLiteral("1.1"));
    QVERIFY(!data[QLatin1String("lazy-refcounts")].toBool(true));
    QVERIFY(!data[QLatin1String("corrupt")].toBool(true));
    const QemuImg compare({QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-F"),
                           QStringLiteral("qcow2"), raw, path});
    QVERIFY2(compare.ok, compare.out.constData());
    QVERIFY(presentClusters(path, plan.size) == plannedClusters(plan));
}

} // namespace

class TestQcow2Writer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writes_data();
    void writes();
    void keepsHoles();
    void grows();
    void sparseTerabytes_data();
    void sparseTerabytes();
};

void TestQcow2Writer::initTestCase()
{
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    if (QStandardPaths::findExecutable(QStringLiteral("qemu-img")).isEmpty())
        QSKIP("there is no qemu-img");
}

void TestQcow2Writer::writes_data()
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
         {0LL, 1LL, 512LL, 513LL, 65535LL, 65536LL, 65536LL + 512, (1LL << 20) - 512, (17LL << 20) + 511, 24LL << 20}) {
        for (const qint64 chunkSize : {64LL << 10, 1LL << 20, 8LL << 20}) {
            for (const auto &[name, allocation] : allocations)
                QTest::addRow("%lld bytes, chunks of %lld, %s", static_cast<long long>(size),
                              static_cast<long long>(chunkSize), name)
                    << size << chunkSize << allocation;
        }
    }
}

void TestQcow2Writer::writes()
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

    auto writer = createFileWriter(WriteFormat::Qcow2, disk.plan(), file, Overwrite::No);
    QVERIFY(writer);
    QVERIFY(!(*writer)->ordered());
    QVERIFY(writeDisk(**writer, disk, 3));
    checkWithQemu(file, reference, disk.plan());

    QVERIFY(pipedInto(piped, [&](int descriptor) {
        auto stream = createStreamWriter(WriteFormat::Qcow2, disk.plan(), descriptor, QStringLiteral("the pipe"));
        QVERIFY(stream);
        QVERIFY((*stream)->ordered());
        QVERIFY(writeDisk(**stream, disk, 1));
        QCOMPARE((*stream)->bytesWritten(), QFileInfo(file).size());
    }));
    QVERIFY2(sameBytes(piped, file), "what qemu-img found right in the file holds for the pipe");
}

void TestQcow2Writer::keepsHoles()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("file"));
    const SampleDisk disk(planOf(256LL << 20, 1 << 20, Allocation::Random));
    auto writer = createFileWriter(WriteFormat::Qcow2, disk.plan(), file, Overwrite::No);
    QVERIFY(writer && writeDisk(**writer, disk, 3));
    // A header, a refcount table and block, an L1 table, a part of an L2 table: each a block or a cluster.
    const auto tables = 3 * 4096 + 65536 + 65536;
    QVERIFY((*writer)->bytesWritten() <= disk.dataBytes() + tables);
    const auto treeBlocks = 4096 * (2 + static_cast<qint64>(dataOf(file).size()) / 100);
    QVERIFY2(allocatedBytes(file) <= disk.dataBytes() + tables + treeBlocks,
             qPrintable(QStringLiteral("%1 for %2").arg(allocatedBytes(file)).arg(disk.dataBytes())));
}

/// Another program goes on to write into the image: the refcounts must be right for that.
void TestQcow2Writer::grows()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("file"));
    const SampleDisk disk(planOf((64LL << 20) + 512, 1 << 20, Allocation::Alternating));
    auto writer = createFileWriter(WriteFormat::Qcow2, disk.plan(), file, Overwrite::No);
    QVERIFY(writer && writeDisk(**writer, disk, 3));
    const QemuImg resize(qcow2({QStringLiteral("resize")}, file) + QStringList{QStringLiteral("2G")});
    QVERIFY2(resize.ok, resize.out.constData());
    const QemuImg snapshot({QStringLiteral("snapshot"), QStringLiteral("-c"), QStringLiteral("one"), file});
    QVERIFY2(snapshot.ok, snapshot.out.constData());
    QProcess write;
    write.start(QStringLiteral("qemu-io"),
                {QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"),
                 QStringLiteral("write -P 7 0 66M"), QStringLiteral("-c"), QStringLiteral("write -P 7 1G 1M"), file});
    QVERIFY(write.waitForFinished() && write.exitCode() == 0);
    const QemuImg check(qcow2({QStringLiteral("check")}, file));
    QVERIFY2(check.ok && check.out.contains("No errors were found"), check.out.constData());
}

void TestQcow2Writer::sparseTerabytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("chunkSize");
    QTest::newRow("4 TiB, chunks of 8 MiB") << (4LL << 40) << (8LL << 20);
    QTest::newRow("4 TiB and a bit, chunks of 64 KiB") << (4LL << 40) + 100 << (64LL << 10);
    QTest::newRow("15 TiB, chunks of 1 MiB")
        << (15LL << 40) << (1LL << 20); // ext4 ends at 16 TiB, the reference is raw
}

void TestQcow2Writer::sparseTerabytes()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, chunkSize);
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto file = folder.filePath(QStringLiteral("file"));
    const auto piped = folder.filePath(QStringLiteral("piped"));
    auto plan = planOf(size, chunkSize, Allocation::LastOnly);
    for (std::size_t i = 0; i < 16; ++i)
        plan.allocated[i * i * plan.allocated.size() / 256] = true;
    const SampleDisk disk(std::move(plan));
    QVERIFY(disk.writeReference(reference));
    auto writer = createFileWriter(WriteFormat::Qcow2, disk.plan(), file, Overwrite::No);
    QVERIFY(writer && writeDisk(**writer, disk, 2));
    checkWithQemu(file, reference, disk.plan());
    QVERIFY(pipedInto(piped, [&](int descriptor) {
        auto stream = createStreamWriter(WriteFormat::Qcow2, disk.plan(), descriptor, QStringLiteral("the pipe"));
        QVERIFY(stream && writeDisk(**stream, disk, 1));
    }));
    QVERIFY(sameBytes(piped, file));
}

QTEST_GUILESS_MAIN(TestQcow2Writer)

#include "tst_qcow2_writer.moc"
