// What inspection tells of real disks that systems are installed on: right, quickly, and out of few bytes.

#include "image_tools.h"
#include "inspected_disks.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
const auto kRootUuid = QStringLiteral("5ea11f70-0000-4000-8000-000000000001");
const auto kKernel = QStringLiteral("6.1.0-18-amd64");

} // namespace

class TestInspectDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linuxDisks_data();
    void linuxDisks();
    void biosBoot();
    void uefiBoot();
    void uefiWithoutLoader();
    void partitions();
    void fstabByDevice();
    void logicalVolumes();
    void subvolume();
    void luks();
    void windows();
    void freeBsd();
    void sensitiveFiles();

private:
    DiskFacts inspected(const QString &name);
    /// A copy of a disk that may be changed.
    QString copyOf(const QString &name);

    InspectedDisks m_disks;
    QTemporaryDir m_copies;
};

void TestInspectDisk::initTestCase()
{
    const auto error =
        m_disks.make({QStringLiteral("ext4_bios"), QStringLiteral("ext4_uefi"), QStringLiteral("xfs_uefi"),
                      QStringLiteral("btrfs_bios"), QStringLiteral("btrfs_subvolume"), QStringLiteral("lvm_bios"),
                      QStringLiteral("lvm_missing"), QStringLiteral("large_sectors"), QStringLiteral("luks"),
                      QStringLiteral("windows"), QStringLiteral("ufs"), QStringLiteral("sensitive")});
    QVERIFY2(error.isEmpty(), error.constData());
    QVERIFY(m_copies.isValid());
}

DiskFacts TestInspectDisk::inspected(const QString &name)
{
    auto facts = inspectPath(m_disks.path(name));
    if (!facts) {
        QTest::qFail(qPrintable(facts.error().what()), __FILE__, __LINE__);
        return {};
    }
    return *facts;
}

QString TestInspectDisk::copyOf(const QString &name)
{
    const auto copy = m_copies.filePath(name + QStringLiteral(".raw"));
    QFile::remove(copy);
    return QFile::copy(m_disks.path(name), copy) ? copy : QString();
}

void TestInspectDisk::linuxDisks_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("boot");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("place");
    QTest::newRow("ext4_bios") << "mbr"
                               << "bios"
                               << "ext4"
                               << "partition 1";
    QTest::newRow("ext4_uefi") << "gpt"
                               << "uefi"
                               << "vfat ext4"
                               << "partition 2";
    QTest::newRow("xfs_uefi") << "gpt"
                              << "uefi"
                              << "vfat xfs"
                              << "partition 2";
    QTest::newRow("btrfs_bios") << "mbr"
                                << "bios"
                                << "btrfs"
                                << "partition 1";
    QTest::newRow("btrfs_subvolume") << "mbr"
                                     << "bios"
                                     << "btrfs"
                                     << "partition 1";
    QTest::newRow("lvm_bios") << "mbr"
                              << "bios"
                              << "ext4 LVM2_member ext4"
                              << "vg0/root";
    QTest::newRow("large_sectors") << "gpt"
                                   << "none"
                                   << "ext4"
                                   << "partition 1";
}

void TestInspectDisk::linuxDisks()
{
    QFETCH(QString, scheme);
    QFETCH(QString, boot);
    QFETCH(QString, content);
    QFETCH(QString, place);
    const auto facts = inspected(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(partitionSchemeName(facts.scheme), scheme);
    QCOMPARE(bootModeName(facts.boot.mode), boot);
    QCOMPARE(contentOf(facts), content);
    QCOMPARE(facts.notes, QStringList());
    QVERIFY(!facts.empty);
    QCOMPARE(facts.systems.size(), 1);
    const auto &system = facts.systems.first();
    QCOMPARE(osFamilyName(system.family), QStringLiteral("linux"));
    QCOMPARE(system.place, place);
    QCOMPARE(system.name, QStringLiteral("Debian GNU/Linux 12 (bookworm)"));
    QCOMPARE(system.distribution, QStringLiteral("debian"));
    QCOMPARE(system.version, QStringLiteral("12"));
    QVERIFY(system.architecture.is(QStringLiteral("x86_64")));
    QVERIFY(system.fstab.known());
    QVERIFY(system.network.known());
    QCOMPARE(networkModeName(system.network->mode), QStringLiteral("dhcp"));
    QCOMPARE(system.bootConfigurations, QStringList{QStringLiteral("/boot/grub/grub.cfg")});
    QVERIFY(system.bootEntriesOnly.is(false));
    QCOMPARE(system.kernels.size(), 1);
    const auto &kernel = system.kernels.first();
    QCOMPARE(kernel.version, kKernel);
    QCOMPARE(kernel.initramfsCompression, QStringLiteral("zstd"));
    QCOMPARE(placeOf(kernel, QStringLiteral("nvme")), QStringLiteral("initramfs"));
    QCOMPARE(placeOf(kernel, QStringLiteral("xen-blkfront")), QStringLiteral("initramfs"));
    QCOMPARE(placeOf(kernel, QStringLiteral("ahci")), QStringLiteral("built-in"));
    QCOMPARE(placeOf(kernel, QStringLiteral("ena")), QStringLiteral("module"));
    QCOMPARE(placeOf(kernel, QStringLiteral("vmw_pvscsi")), QStringLiteral("missing"));
    // tst_inspect_debian, which has the machine to itself, holds the two seconds of large disks.
    QVERIFY2(facts.milliseconds < 10000, qPrintable(QString::number(facts.milliseconds)));
    QVERIFY2(facts.bytesRead < 8 * kMiB, qPrintable(QString::number(facts.bytesRead)));
}

void TestInspectDisk::biosBoot()
{
    const auto boot = inspected(QStringLiteral("ext4_bios")).boot;
    QCOMPARE(bootLoaderName(boot.bios), QStringLiteral("grub"));
    QCOMPARE(bootLoaderName(boot.uefi), QStringLiteral("none"));
    QCOMPARE(boot.efiSystemPartition, 0);

    // Boot code whose core image is not there starts nothing.
    const auto copy = copyOf(QStringLiteral("ext4_bios"));
    QVERIFY(patchFile(copy, 512, QByteArray(512, '\0')));
    const auto facts = inspectPath(copy);
    VERIFY_OK(facts);
    QCOMPARE(bootModeName(facts->boot.mode), QStringLiteral("none"));
    QVERIFY(facts->boot.modeBecause.contains(QStringLiteral("not what it would go on with")));
}

void TestInspectDisk::uefiBoot()
{
    const auto boot = inspected(QStringLiteral("ext4_uefi")).boot;
    QCOMPARE(bootLoaderName(boot.uefi), QStringLiteral("grub"));
    QCOMPARE(boot.efiSystemPartition, 1);
    QVERIFY(boot.efiFallback);
    // FAT has short names without case.
    QCOMPARE(boot.efiFiles.join(QLatin1Char(' ')).toLower(),
             QStringLiteral("/efi/boot/bootx64.efi /efi/debian/grubx64.efi"));
}

void TestInspectDisk::uefiWithoutLoader()
{
    // The system partition's first sector is overwritten: what is in it cannot be read.
    const auto copy = copyOf(QStringLiteral("ext4_uefi"));
    QVERIFY(patchFile(copy, kMiB, QByteArray(kMiB, '\x5a')));
    const auto facts = inspectPath(copy);
    VERIFY_OK(facts);
    QVERIFY(facts->boot.mode != BootMode::Uefi);
    QVERIFY(!facts->boot.modeBecause.isEmpty());
}

void TestInspectDisk::partitions()
{
    const auto facts = inspected(QStringLiteral("ext4_uefi"));
    QCOMPARE(gptHeaderStateName(facts.primaryGpt), QStringLiteral("valid"));
    QCOMPARE(gptHeaderStateName(facts.backupGpt), QStringLiteral("valid"));
    QCOMPARE(facts.diskId, QStringLiteral("5EA11F70-0000-4000-8000-0000000000FF"));
    QCOMPARE(facts.partitions.size(), 2);
    const auto &efi = facts.partitions.first();
    QCOMPARE(efi.offset, kMiB);
    QCOMPARE(efi.length, 64 * kMiB);
    QCOMPARE(efi.typeName, QStringLiteral("EFI system"));
    QCOMPARE(efi.name, QStringLiteral("efi"));
    QCOMPARE(efi.volume.label, QStringLiteral("EFI"));
    const auto &root = facts.partitions.last();
    QCOMPARE(root.volume.uuid, kRootUuid);
    QCOMPARE(root.volume.label, QStringLiteral("root"));
    QVERIFY(root.volume.dirty.is(false));
    QVERIFY(root.volume.freeBytes.known() && *root.volume.freeBytes > 40 * kMiB && *root.volume.freeBytes < 64 * kMiB);
    const auto mbr = inspected(QStringLiteral("ext4_bios"));
    QCOMPARE(mbr.diskId, QStringLiteral("5ea11f70"));
    QVERIFY(mbr.partitions.first().active);
    QCOMPARE(mbr.partitions.first().uuid, QStringLiteral("5ea11f70-01"));
}

void TestInspectDisk::fstabByDevice()
{
    const auto byName = inspected(QStringLiteral("ext4_uefi")).systems.first().fstab;
    QCOMPARE(byName->byDevice, QStringList{QStringLiteral("/dev/sda2")});
    QCOMPARE(byName->root, QStringLiteral("/dev/sda2"));
    const auto byUuid = inspected(QStringLiteral("ext4_bios")).systems.first().fstab;
    QCOMPARE(byUuid->byDevice, QStringList());
    QCOMPARE(byUuid->byUuid, 1);
}

void TestInspectDisk::logicalVolumes()
{
    const auto facts = inspected(QStringLiteral("lvm_bios"));
    QVERIFY(!facts.incompleteVolumeGroup);
    QCOMPARE(facts.logicalVolumes.size(), 1);
    const auto &root = facts.logicalVolumes.first();
    QCOMPARE(root.layout, QStringLiteral("linear"));
    QVERIFY(root.readable);
    QCOMPARE(root.volume.length, 64 * kMiB);
    QCOMPARE(root.volume.uuid, kRootUuid);
    const auto cut = inspected(QStringLiteral("lvm_missing"));
    QVERIFY(cut.incompleteVolumeGroup);
}

void TestInspectDisk::subvolume()
{
    QCOMPARE(inspected(QStringLiteral("btrfs_subvolume")).systems.first().subvolume, QStringLiteral("@"));
    QCOMPARE(inspected(QStringLiteral("btrfs_bios")).systems.first().subvolume, QString());
}

void TestInspectDisk::luks()
{
    const auto facts = inspected(QStringLiteral("luks"));
    const auto &volume = facts.partitions.first().volume;
    QCOMPARE(volumeUsageName(volume.usage), QStringLiteral("encrypted"));
    QCOMPARE(volume.type, QStringLiteral("crypto_LUKS"));
    QCOMPARE(facts.notes.size(), 1);
    QVERIFY2(facts.notes.first().contains(QStringLiteral("encrypted")), qPrintable(facts.notes.first()));
    QCOMPARE(facts.systems.size(), 0);
}

void TestInspectDisk::windows()
{
    const auto facts = inspected(QStringLiteral("windows"));
    QCOMPARE(contentOf(facts), QStringLiteral("ntfs"));
    const auto &volume = facts.partitions.first().volume;
    QVERIFY(volume.dirty.known());
    // As ntfs-3g's own tool counts them.
    const auto part = m_copies.filePath(QStringLiteral("ntfs"));
    QVERIFY(writeFile(part, fileContent(m_disks.path(QStringLiteral("windows"))).mid(kMiB, volume.length)));
    const auto told = runTool(QStringLiteral("ntfsinfo"), {QStringLiteral("-f"), QStringLiteral("-m"), part});
    const auto number = [&told](const char *name) {
        const QRegularExpression line(QStringLiteral("%1: (\\d+)").arg(QLatin1String(name)));
        return line.match(QString::fromUtf8(told.output)).captured(1).toLongLong();
    };
    QVERIFY2(number("Free Clusters") > 0, told.output + told.errors);
    QVERIFY(volume.freeBytes.known());
    QCOMPARE(*volume.freeBytes, number("Free Clusters") * number("Cluster Size"));
    QCOMPARE(bootLoaderName(facts.boot.bios), QStringLiteral("windows"));
    QCOMPARE(facts.systems.size(), 1);
    const auto &system = facts.systems.first();
    QCOMPARE(osFamilyName(system.family), QStringLiteral("windows"));
    QCOMPARE(system.name, QStringLiteral("Windows Server 2022"));
    QVERIFY(system.architecture.is(QStringLiteral("x86_64")));
    QVERIFY(system.windows.known());
    QCOMPARE(system.windows->version, QStringLiteral("10.0.20348.2340"));
    QVERIFY(system.windows->hibernated.is(true));
    QVERIFY(system.windows->virtioStorage);
}

void TestInspectDisk::freeBsd()
{
    const auto facts = inspected(QStringLiteral("ufs"));
    QCOMPARE(contentOf(facts), QStringLiteral("ufs"));
    QCOMPARE(facts.systems.size(), 1);
    QCOMPARE(osFamilyName(facts.systems.first().family), QStringLiteral("freebsd"));
    QCOMPARE(facts.systems.first().version, QStringLiteral("14.0-RELEASE"));
    QVERIFY(!facts.systems.first().architecture.known());
}

void TestInspectDisk::sensitiveFiles()
{
    // Off unless it is asked for.
    const auto plain = inspected(QStringLiteral("sensitive"));
    QCOMPARE(plain.systems.size(), 1);
    QVERIFY(!plain.systems.first().sensitiveFiles);

    InspectOptions options;
    options.sensitiveFiles = true;
    const auto facts = inspectPath(m_disks.path(QStringLiteral("sensitive")), options);
    QVERIFY(facts);
    QCOMPARE(facts->systems.size(), 1);
    const auto &files = facts->systems.first().sensitiveFiles;
    QVERIFY2(files.known(), qPrintable(files.because()));
    QStringList found;
    for (const auto &file : *files)
        found.append(sensitiveKindName(file.kind) + u' ' + file.path);
    found.sort();
    const QStringList expected{QStringLiteral("cloud-init /var/lib/cloud/instances/i-17/user-data.txt"),
                               QStringLiteral("credentials /home/ann/.aws/credentials"),
                               QStringLiteral("credentials /home/ann/.netrc"),
                               QStringLiteral("host-key /etc/ssh/ssh_host_ed25519_key"),
                               QStringLiteral("machine-id /etc/machine-id"),
                               QStringLiteral("private-key /etc/ssl/private/web.key"),
                               QStringLiteral("private-key /root/.ssh/id_rsa")};
    QCOMPARE(found, expected);

    // A system without any of it has none; so has one that its first start is still to come for.
    const auto clean = inspectPath(m_disks.path(QStringLiteral("ext4_bios")), options);
    QVERIFY(clean);
    QVERIFY(clean->systems.first().sensitiveFiles.known());
    QVERIFY(clean->systems.first().sensitiveFiles->isEmpty());
}

QTEST_GUILESS_MAIN(TestInspectDisk)
#include "tst_inspect_disk.moc"
