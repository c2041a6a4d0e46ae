// What inspection tells of partition tables and containers, sound and damaged; what it costs; and where it ends.

#include "image_tools.h"
#include "inspected_disks.h"

#include "image/inspect/facts_json.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kGiB = 1LL << 30;

} // namespace

class TestInspectTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherDisks_data();
    void otherDisks();
    void largeSectors();
    void isoHybrid();
    void damagedGpt();
    void enlargedGpt();
    void cutOff();
    void dirtyFileSystem();
    void inAnyContainer_data();
    void inAnyContainer();
    void largeDiskIsCheap();
    void budgetEndsTheReading();
    void stops();
    void nothingIsWritten();
    void jsonSaysWhatIsUnknown();
    void pathWithoutSystemTools();
    void missingToolsAreTold();

private:
    DiskFacts inspected(const QString &path);
    /// A copy of a disk that may be changed.
    QString copyOf(const QString &name);

    InspectedDisks m_disks;
    QTemporaryDir m_copies;
};

void TestInspectTables::initTestCase()
{
    const auto error = m_disks.make({QStringLiteral("ext4_bios"), QStringLiteral("ext4_uefi"),
                                     QStringLiteral("large_sectors"), QStringLiteral("luks"), QStringLiteral("empty"),
                                     QStringLiteral("whole"), QStringLiteral("fat"), QStringLiteral("iso_hybrid")});
    QVERIFY2(error.isEmpty(), error.constData());
    QVERIFY(m_copies.isValid());
}

DiskFacts TestInspectTables::inspected(const QString &path)
{
    auto facts = inspectPath(path);
    if (!facts) {
        QTest::qFail(qPrintable(facts.error().what()), __FILE__, __LINE__);
        return {};
    }
    return *facts;
}

QString TestInspectTables::copyOf(const QString &name)
{
    const auto copy = m_copies.filePath(name + QStringLiteral(".raw"));
    QFile::remove(copy);
    return QFile::copy(m_disks.path(name), copy) ? copy : QString();
}

void TestInspectTables::otherDisks_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("empty");
    QTest::addColumn<bool>("bootSector");
    QTest::newRow("empty") << QString() << true << false;
    QTest::newRow("whole") << QStringLiteral("ext4") << false << false;
    QTest::newRow("fat") << QStringLiteral("vfat") << false << true;
}

void TestInspectTables::otherDisks()
{
    QFETCH(QString, content);
    QFETCH(bool, empty);
    QFETCH(bool, bootSector);
    const auto facts = inspected(m_disks.path(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(partitionSchemeName(facts.scheme), QStringLiteral("none"));
    QCOMPARE(facts.wholeDisk.type, content);
    QCOMPARE(facts.empty, empty);
    QCOMPARE(facts.mbrLooksLikeBootSector, bootSector);
    QCOMPARE(facts.partitions.size(), 0);
    QCOMPARE(facts.systems.size(), 0);
}

void TestInspectTables::largeSectors()
{
    const auto facts = inspected(m_disks.path(QStringLiteral("large_sectors")));
    QCOMPARE(facts.sectorSize, 4096);
    QCOMPARE(facts.partitions.first().offset, kMiB);
    QCOMPARE(gptHeaderStateName(facts.backupGpt), QStringLiteral("valid"));

    // An MBR does not say what it counts in; where its file systems lie does.
    const auto copy = copyOf(QStringLiteral("ext4_bios"));
    QVERIFY(patchFile(copy, 446 + 8, le32(256) + le32(64 * 256)));
    const auto mbr = inspected(copy);
    QCOMPARE(mbr.sectorSize, 4096);
    QCOMPARE(mbr.partitions.first().volume.type, QStringLiteral("ext4"));
}

void TestInspectTables::isoHybrid()
{
    const auto facts = inspected(m_disks.path(QStringLiteral("iso_hybrid")));
    QVERIFY(facts.isoHybrid);
    QCOMPARE(facts.wholeDisk.type, QStringLiteral("iso9660"));
    QCOMPARE(facts.wholeDisk.label, QStringLiteral("INSTALL"));
    QCOMPARE(partitionSchemeName(facts.scheme), QStringLiteral("mbr"));
    QCOMPARE(bootLoaderName(facts.boot.bios), QStringLiteral("syslinux"));
}

void TestInspectTables::damagedGpt()
{
    auto copy = copyOf(QStringLiteral("ext4_uefi"));
    // One bit of an entry: both headers are whole, the first copy's entries are not.
    QVERIFY(patchFile(copy, 2 * 512 + 40, QByteArray(1, '\x7f')));
    const auto entries = inspected(copy);
    QCOMPARE(gptHeaderStateName(entries.primaryGpt), QStringLiteral("damaged"));
    QCOMPARE(gptHeaderStateName(entries.backupGpt), QStringLiteral("valid"));
    QCOMPARE(entries.partitions.size(), 2);
    QCOMPARE(entries.systems.size(), 1);

    // Neither copy: nothing is made of what is left.
    QVERIFY(patchFile(copy, 512, QByteArray(512, '\0')));
    QVERIFY(patchFile(copy, QFile(copy).size() - 512, QByteArray(512, '\0')));
    const auto none = inspected(copy);
    QCOMPARE(none.partitions.size(), 0);
    QCOMPARE(gptHeaderStateName(none.backupGpt), QStringLiteral("absent"));
}

void TestInspectTables::enlargedGpt()
{
    const auto copy = copyOf(QStringLiteral("ext4_uefi"));
    QVERIFY(QFile::resize(copy, QFile(copy).size() + 100 * kMiB));
    const auto facts = inspected(copy);
    QCOMPARE(gptHeaderStateName(facts.primaryGpt), QStringLiteral("valid"));
    QCOMPARE(gptHeaderStateName(facts.backupGpt), QStringLiteral("misplaced"));
}

void TestInspectTables::cutOff()
{
    const auto copy = copyOf(QStringLiteral("ext4_uefi"));
    QVERIFY(QFile::resize(copy, 100 * kMiB));
    const auto facts = inspected(copy);
    QCOMPARE(facts.partitions.size(), 2);
    QVERIFY(!facts.partitions.first().outside);
    QVERIFY(facts.partitions.last().outside);
    QCOMPARE(facts.partitions.last().offset + facts.partitions.last().length, 100 * kMiB);
}

void TestInspectTables::dirtyFileSystem()
{
    const auto copy = copyOf(QStringLiteral("ext4_bios"));
    // s_state without "cleanly unmounted" (kernel documentation, "ext4 super block").
    QVERIFY(patchFile(copy, kMiB + 1024 + 0x3a, le16(0)));
    QVERIFY(inspected(copy).partitions.first().volume.dirty.is(true));
    QVERIFY(inspected(m_disks.path(QStringLiteral("ext4_bios"))).partitions.first().volume.dirty.is(false));
}

void TestInspectTables::inAnyContainer_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("qcow2") << QString();
    QTest::newRow("vmdk") << QStringLiteral("subformat=streamOptimized");
    QTest::newRow("vpc") << QString();
    QTest::newRow("vhdx") << QString();
    QTest::newRow("vdi") << QString();
}

void TestInspectTables::inAnyContainer()
{
    QFETCH(QString, options);
    const auto format = QString::fromLatin1(QTest::currentDataTag());
    const auto path = m_copies.filePath(QStringLiteral("disk.") + format);
    const auto made = convertRaw(m_disks.path(QStringLiteral("ext4_bios")), format, options, path);
    QVERIFY2(made.ok, made.errors.constData());
    const auto facts = inspected(path);
    QCOMPARE(facts.systems.size(), 1);
    QCOMPARE(bootModeName(facts.boot.mode), QStringLiteral("bios"));
    QCOMPARE(facts.notes, QStringList());
}

void TestInspectTables::largeDiskIsCheap()
{
    const auto copy = copyOf(QStringLiteral("ext4_bios"));
    QVERIFY(QFile::resize(copy, 20 * kGiB));
    const auto facts = inspected(copy);
    QCOMPARE(facts.systems.size(), 1);
    QVERIFY2(facts.bytesRead < 64 * kMiB, qPrintable(QString::number(facts.bytesRead)));
    QVERIFY2(facts.milliseconds < 2000, qPrintable(QString::number(facts.milliseconds)));
}

void TestInspectTables::budgetEndsTheReading()
{
    InspectOptions options;
    options.budget = 2 * kMiB;
    const auto facts = inspectPath(m_disks.path(QStringLiteral("ext4_uefi")), options);
    VERIFY_OK(facts);
    QVERIFY(facts->bytesRead <= options.budget);
    QVERIFY2(facts->notes.join(QLatin1Char(' ')).contains(QStringLiteral("more than 2 MiB")),
             qPrintable(facts->notes.join(QLatin1Char(' '))));
}

void TestInspectTables::stops()
{
    const auto source = openPath(m_disks.path(QStringLiteral("ext4_bios")));
    VERIFY_OK(source);
    std::stop_source stop;
    stop.request_stop();
    const auto facts = inspectDisk(**source, {}, stop.get_token());
    QVERIFY(!facts);
    QCOMPARE(facts.error().code(), ErrorCode::Cancelled);
}

void TestInspectTables::nothingIsWritten()
{
    const auto path = m_disks.path(QStringLiteral("ext4_uefi"));
    const auto hash = [&] { return QCryptographicHash::hash(fileContent(path), QCryptographicHash::Sha256); };
    const auto before = hash();
    inspected(path);
    QCOMPARE(hash(), before);
}

void TestInspectTables::jsonSaysWhatIsUnknown()
{
    const auto json = factsToJson(inspected(m_disks.path(QStringLiteral("luks"))));
    const auto volume = json.value(QStringLiteral("partitions")).toArray().first().toObject();
    const auto free = volume.value(QStringLiteral("volume")).toObject().value(QStringLiteral("freeBytes")).toObject();
    QVERIFY(!free.value(QStringLiteral("unknown")).toString().isEmpty());
    QCOMPARE(json.value(QStringLiteral("notes")).toArray().size(), 1);
}

void TestInspectTables::pathWithoutSystemTools()
{
    // As a user's is on Debian.
    const auto path = qgetenv("PATH");
    qputenv("PATH", "/usr/bin:/bin");
    const auto facts = inspected(m_disks.path(QStringLiteral("ext4_bios")));
    qputenv("PATH", path);
    QCOMPARE(facts.notes, QStringList());
    QCOMPARE(facts.systems.size(), 1);
}

void TestInspectTables::missingToolsAreTold()
{
    const auto path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(m_copies.path()));
    const auto facts = inspected(m_disks.path(QStringLiteral("ext4_uefi")));
    qputenv("PATH", path);
    QCOMPARE(facts.partitions.size(), 2);
    QCOMPARE(bootModeName(facts.boot.mode), QStringLiteral("unknown"));
    const auto notes = facts.notes.join(QLatin1Char(' '));
    QVERIFY2(notes.contains(QStringLiteral("apt install grub-common")), qPrintable(notes));
}

QTEST_GUILESS_MAIN(TestInspectTables)
#include "tst_inspect_tables.moc"
