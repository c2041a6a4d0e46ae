// Disks that are damaged or made to do harm: inspection ends soon, says what it could not tell, and never crashes.

#include "image_tools.h"
#include "inspected_disks.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
/// Far less than a user waits for; tools have five seconds each, all together twenty.
constexpr qint64 kLongest = 25000;

} // namespace

class TestInspectHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void randomBytes_data();
    void randomBytes();
    void truncated_data();
    void truncated();
    void noise();
    void circularExtendedPartition();
    void hugeGptEntries();
    void links();
    void bomb();
    void timeEndsTheReading();

private:
    QString copyOf(const QString &name);
    /// Inspects what may be anything; fails the test where that takes too long, or ends in an error that is no answer.
    void endsWell(const QString &path);

    InspectedDisks m_disks;
    QTemporaryDir m_copies;
};

void TestInspectHostile::initTestCase()
{
    const auto error = m_disks.make({QStringLiteral("ext4_uefi"), QStringLiteral("xfs_uefi"),
                                     QStringLiteral("btrfs_bios"), QStringLiteral("lvm_bios"),
                                     QStringLiteral("windows"), QStringLiteral("links"), QStringLiteral("bomb")});
    QVERIFY2(error.isEmpty(), error.constData());
    QVERIFY(m_copies.isValid());
}

QString TestInspectHostile::copyOf(const QString &name)
{
    const auto copy = m_copies.filePath(QStringLiteral("copy.raw"));
    QFile::remove(copy);
    return runTool(QStringLiteral("cp"), {QStringLiteral("--sparse=always"), m_disks.path(name), copy}).ok ? copy
                                                                                                           : QString();
}

void TestInspectHostile::endsWell(const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    const auto facts = inspectPath(path);
    QVERIFY2(clock.elapsed() < kLongest, qPrintable(QString::number(clock.elapsed())));
    // Damage is a fact, and no failure; and nothing is said of what was not read.
    VERIFY_OK(facts);
    QVERIFY(facts->bytesRead <= InspectOptions::kUsualBudget);
    QVERIFY(!facts->boot.modeBecause.isEmpty());
    for (const auto &note : facts->notes)
        QVERIFY2(note.endsWith(QLatin1Char('.')) && note.size() > 20, qPrintable(note));
}

void TestInspectHostile::randomBytes_data()
{
    QTest::addColumn<int>("seed");
    for (const auto *name : {"ext4_uefi", "xfs_uefi", "btrfs_bios", "lvm_bios", "windows"}) {
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%s/%d", name, seed) << seed;
    }
}

void TestInspectHostile::randomBytes()
{
    QFETCH(int, seed);
    const auto name = QString::fromLatin1(QTest::currentDataTag()).section(QLatin1Char('/'), 0, 0);
    const auto copy = copyOf(name);
    QRandomGenerator random(static_cast<quint32>(seed));
    // Bytes of metadata: blocks that are not all zeroes, so that the damage is in something.
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadWrite));
    int damaged = 0;
    for (int tries = 0; damaged < 40 * seed && tries < 20000; ++tries) {
        const auto at = 4096 * random.bounded(file.size() / 4096);
        // The tables themselves are damaged in one of two rounds only; else nothing else would be reached.
        if (at < kMiB && seed % 2 == 0)
            continue;
        QVERIFY(file.seek(at));
        auto block = file.read(4096);
        if (block.count('\0') == block.size())
            continue;
        for (int i = 0; i < 32; ++i)
            block[random.bounded(static_cast<int>(block.size()))] = static_cast<char>(random.bounded(256));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(block), block.size());
        ++damaged;
    }
    file.close();
    QVERIFY(damaged > 0);
    endsWell(copy);
}

void TestInspectHostile::truncated_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {qint64{512}, qint64{1536}, qint64{17408}, kMiB, kMiB + 4096, 20 * kMiB, 70 * kMiB})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void TestInspectHostile::truncated()
{
    QFETCH(qint64, size);
    for (const auto *name : {"ext4_uefi", "windows", "lvm_bios"}) {
        const auto copy = copyOf(QString::fromLatin1(name));
        QVERIFY(QFile::resize(copy, size));
        endsWell(copy);
    }
}

void TestInspectHostile::noise()
{
    QByteArray bytes(4 * kMiB, Qt::Uninitialized);
    QRandomGenerator(7).generate(bytes.begin(), bytes.end());
    const auto path = m_copies.filePath(QStringLiteral("noise.raw"));
    QVERIFY(writeFile(path, bytes));
    endsWell(path);
    // With the mark of an MBR, and entries of anything.
    QVERIFY(patchFile(path, 446, QByteArray(1, '\0')));
    for (const int entry : {446, 462, 478, 494})
        QVERIFY(patchFile(path, entry, QByteArray(1, '\0')));
    QVERIFY(patchFile(path, 510, QByteArray::fromHex("55aa")));
    endsWell(path);
}

void TestInspectHostile::circularExtendedPartition()
{
    const auto path = m_copies.filePath(QStringLiteral("circle.raw"));
    QVERIFY(makeRawFile(path, 64 * kMiB, {}));
    const auto entry = [](char type, quint32 start, quint32 count) {
        return QByteArray(4, '\0') + type + QByteArray(3, '\0') + le32(start) + le32(count);
    };
    QVERIFY(patchFile(path, 446, entry('\x05', 2048, 100000)));
    QVERIFY(patchFile(path, 510, QByteArray::fromHex("55aa")));
    // Each link has a logical partition, and itself as the next link.
    QVERIFY(patchFile(path, 2048 * 512 + 446, entry('\x83', 2048, 2048) + entry('\x05', 0, 100000)));
    QVERIFY(patchFile(path, 2048 * 512 + 510, QByteArray::fromHex("55aa")));
    QElapsedTimer clock;
    clock.start();
    const auto facts = inspectPath(path);
    VERIFY_OK(facts);
    QVERIFY(facts->partitions.size() <= 64);
    QVERIFY(facts->partitions.last().outside);
    QVERIFY(clock.elapsed() < kLongest);
}

void TestInspectHostile::hugeGptEntries()
{
    for (const auto &[field, value] : {std::pair(80, 0xffffffffU), std::pair(84, 0xffffffffU), std::pair(12, 0U)}) {
        const auto copy = copyOf(QStringLiteral("ext4_uefi"));
        QVERIFY(patchFile(copy, 512 + field, le32(value)));
        const auto facts = inspectPath(copy);
        VERIFY_OK(facts);
        QCOMPARE(gptHeaderStateName(facts->primaryGpt), QStringLiteral("damaged"));
        QCOMPARE(facts->partitions.size(), 2);
    }
}

void TestInspectHostile::links()
{
    const auto facts = inspectPath(m_disks.path(QStringLiteral("links")));
    VERIFY_OK(facts);
    QCOMPARE(facts->systems.size(), 1);
    const auto &system = facts->systems.first();
    QCOMPARE(system.name, QStringLiteral("Debian GNU/Linux 12 (bookworm)"));
    QVERIFY(!system.fstab.known());
    QVERIFY2(system.fstab.because().contains(QStringLiteral("symlink")), qPrintable(system.fstab.because()));
    QCOMPARE(system.kernels.size(), 0);
}

void TestInspectHostile::bomb()
{
    const auto facts = inspectPath(m_disks.path(QStringLiteral("bomb")));
    VERIFY_OK(facts);
    const auto &drivers = facts->systems.first().kernels.first().drivers;
    QVERIFY(!drivers.isEmpty());
    QVERIFY(!drivers.first().place.known());
    QVERIFY2(drivers.first().place.because().contains(QStringLiteral("unpacks to more than")),
             qPrintable(drivers.first().place.because()));
    QVERIFY2(facts->milliseconds < 5000, qPrintable(QString::number(facts->milliseconds)));
}

void TestInspectHostile::timeEndsTheReading()
{
    InspectOptions options;
    options.time = std::chrono::milliseconds(0);
    const auto facts = inspectPath(m_disks.path(QStringLiteral("ext4_uefi")), options);
    VERIFY_OK(facts);
    QCOMPARE(facts->partitions.size(), 2);
    QCOMPARE(bootModeName(facts->boot.mode), QStringLiteral("unknown"));
    QVERIFY2(facts->notes.join(QLatin1Char(' ')).contains(QStringLiteral("took too long")),
             qPrintable(facts->notes.join(QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestInspectHostile)
#include "tst_inspect_hostile.moc"
