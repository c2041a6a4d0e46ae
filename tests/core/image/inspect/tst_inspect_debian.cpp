// What inspection tells of a real Debian, made by mmdebstrap, and of other systems: on disks of 20 GiB, within two
// seconds, out of less than 64 MiB of them. What it reads is counted by the disk, not by the inspection.

#include "image_tools.h"
#include "inspected_disks.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>

#include <sys/resource.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kGiB = 1 << 30;

/// Milliseconds of processor time that this process and those of its children have had that have ended.
qint64 processorTime()
{
    qint64 microseconds = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(who, &usage);
        for (const auto &time : {usage.ru_utime, usage.ru_stime})
            microseconds += qint64{time.tv_sec} * 1'000'000 + time.tv_usec;
    }
    return microseconds / 1000;
}

/// A disk that counts what is read of it.
class CountingDisk final : public BlockSource
{
public:
    explicit CountingDisk(std::unique_ptr<BlockSource> disk)
        : m_disk(std::move(disk))
    {
    }

    qint64 bytes() const { return m_bytes; }

    qint64 size() const override { return m_disk->size(); }
    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &stop) override
    {
        return m_disk->forEachExtent(offset, length, each, stop);
    }
    Result<std::unique_ptr<BlockReader>> openReader() override
    {
        SEALIFT_ASSIGN(auto reader, m_disk->openReader());
        return std::make_unique<Reader>(std::move(reader), m_bytes);
    }
    int suggestedReaders() const override { return m_disk->suggestedReaders(); }
    Status checkUnchanged() const override { return m_disk->checkUnchanged(); }
    std::vector<pid_t> helperProcesses() const override { return m_disk->helperProcesses(); }
    Status close() override { return m_disk->close(); }

private:
    class Reader final : public BlockReader
    {
    public:
        Reader(std::unique_ptr<BlockReader> reader, std::atomic<qint64> &bytes)
            : m_reader(std::move(reader))
            , m_bytes(bytes)
        {
        }
        Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
        {
            m_bytes += static_cast<qint64>(out.size());
            return m_reader->read(offset, out, stop);
        }

    private:
        std::unique_ptr<BlockReader> m_reader;
        std::atomic<qint64> &m_bytes;
    };

    std::unique_ptr<BlockSource> m_disk;
    std::atomic<qint64> m_bytes = 0;
};

} // namespace

class TestInspectDebian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void installed_data();
    void installed();
    void others_data();
    void others();

private:
    /// What is found on a disk, within the limits. Nothing where a check has failed.
    std::optional<DiskFacts> inspected(const QString &name) const;

    InspectedDisks m_disks;
};

void TestInspectDebian::initTestCase()
{
    const auto tree = runTool(QStringLiteral(SEALIFT_DEBIAN_TREE), {});
    QVERIFY2(tree.ok, tree.errors.constData());
    qputenv("SEALIFT_DEBIAN", tree.output.trimmed());
    qputenv("SEALIFT_ROOT_MIB", "20480");
    const auto error =
        m_disks.make({QStringLiteral("ext4_bios"), QStringLiteral("xfs_uefi"), QStringLiteral("btrfs_subvolume"),
                      QStringLiteral("lvm_bios"), QStringLiteral("luks"), QStringLiteral("windows"),
                      QStringLiteral("ufs"), QStringLiteral("iso_hybrid"), QStringLiteral("empty")});
    QVERIFY2(error.isEmpty(), error.constData());
    for (const auto *small : {"ufs", "iso_hybrid", "empty"})
        QVERIFY(QFile::resize(m_disks.path(QLatin1String(small)), 20 * kGiB));
}

std::optional<DiskFacts> TestInspectDebian::inspected(const QString &name) const
{
    // The first look also fetches the tools themselves from this machine's disk; others may keep it busy for a while.
    constexpr int kTries = 5;
    constexpr qint64 kLongest = 2000;
    std::optional<DiskFacts> found;
    for (int i = 0; i < kTries && !found; ++i) {
        auto opened = openPath(m_disks.path(name));
        if (!opened)
            return {};
        CountingDisk disk(std::move(*opened));
        QElapsedTimer timer;
        timer.start();
        const auto before = processorTime();
        auto facts = inspectDisk(disk, {}, {});
        const auto milliseconds = timer.elapsed();
        const auto busy = processorTime() - before;
        if (!facts || !disk.close() || disk.size() < 20 * kGiB || disk.bytes() >= 64 * kMiB)
            return {};
        qInfo("%s: %lld ms, %lld of them busy, %lld KiB read", qPrintable(name), static_cast<long long>(milliseconds),
              static_cast<long long>(busy), static_cast<long long>(disk.bytes() >> 10));
        if (milliseconds < kLongest)
            found = *std::move(facts);
    }
    return found;
}

void TestInspectDebian::installed_data()
{
    QTest::addColumn<QString>("boot");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("subvolume");
    const auto row = [](const char *name, const char *boot, const char *content, const char *place,
                        const char *subvolume = "") {
        QTest::newRow(name) << QString::fromLatin1(boot) << QString::fromLatin1(content) << QString::fromLatin1(place)
                            << QString::fromLatin1(subvolume);
    };
    row("ext4_bios", "bios", "ext4", "partition 1");
    row("xfs_uefi", "uefi", "vfat xfs", "partition 2");
    row("btrfs_subvolume", "bios", "btrfs", "partition 1", "@");
    row("lvm_bios", "bios", "ext4 LVM2_member ext4", "vg0/root");
}

void TestInspectDebian::installed()
{
    QFETCH(const QString, boot);
    QFETCH(const QString, content);
    QFETCH(const QString, place);
    QFETCH(const QString, subvolume);
    const auto facts = inspected(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(facts.has_value());
    QCOMPARE(facts->notes, QStringList());
    QCOMPARE(contentOf(*facts), content);
    QCOMPARE(bootModeName(facts->boot.mode), boot);
    const auto loader = boot == QLatin1String("bios") ? facts->boot.bios : facts->boot.uefi;
    QCOMPARE(bootLoaderName(loader), QStringLiteral("grub"));
    QCOMPARE(facts->systems.size(), 1);
    const auto &system = facts->systems.first();
    QCOMPARE(system.distribution, QStringLiteral("debian"));
    QVERIFY2(system.name.startsWith(QStringLiteral("Debian GNU/Linux")), qPrintable(system.name));
    QCOMPARE(system.place, place);
    QVERIFY(system.architecture.is(QStringLiteral("x86_64")));
    QCOMPARE(system.subvolume, subvolume);
    QVERIFY(system.fstab.known() && system.fstab->byDevice.isEmpty());
    QVERIFY(system.network.known());
    QCOMPARE(networkModeName(system.network->mode), QStringLiteral("dhcp"));
    QVERIFY(system.bootEntriesOnly.is(false));
    QCOMPARE(system.kernels.size(), 1);
    const auto &kernel = system.kernels.first();
    QVERIFY2(kernel.version.contains(QLatin1String("cloud-amd64")), qPrintable(kernel.version));
    QCOMPARE(kernel.initramfsCompression, QStringLiteral("zstd"));
    for (const auto *driver : {"nvme", "ena", "virtio_blk", "xen-blkfront"}) {
        const auto found = placeOf(kernel, QLatin1String(driver));
        QVERIFY2(found == QLatin1String("initramfs") || found == QLatin1String("built-in"),
                 qPrintable(QLatin1String(driver) + QStringLiteral(": ") + found));
    }
}

void TestInspectDebian::others_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("system");
    const auto row = [](const char *name, const char *scheme, const char *content, const char *system) {
        QTest::newRow(name) << QString::fromLatin1(scheme) << QString::fromLatin1(content)
                            << QString::fromLatin1(system);
    };
    row("luks", "mbr", "crypto_LUKS", "");
    row("windows", "mbr", "ntfs", "Windows Server 2022");
    row("ufs", "gpt", "ufs", "FreeBSD 14.0-RELEASE");
    row("iso_hybrid", "mbr", "iso9660", "");
    row("empty", "none", "", "");
}

void TestInspectDebian::others()
{
    QFETCH(const QString, scheme);
    QFETCH(const QString, content);
    QFETCH(const QString, system);
    const auto name = QString::fromLatin1(QTest::currentDataTag());
    const auto facts = inspected(name);
    QVERIFY(facts.has_value());
    QCOMPARE(partitionSchemeName(facts->scheme), scheme);
    QVERIFY2(content.isEmpty() ? contentOf(*facts).isEmpty() : contentOf(*facts).startsWith(content),
             qPrintable(contentOf(*facts)));
    QCOMPARE(facts->systems.isEmpty() ? QString() : facts->systems.first().name, system);
    QCOMPARE(facts->empty, name == QLatin1String("empty"));
    QCOMPARE(facts->isoHybrid, name == QLatin1String("iso_hybrid"));
    if (name == QLatin1String("windows")) {
        const auto &volume = facts->partitions.first().volume;
        QVERIFY(volume.freeBytes.known() && *volume.freeBytes > 19 * kGiB && *volume.freeBytes < 20 * kGiB);
        QVERIFY(facts->systems.first().windows->hibernated.is(true));
    }
}

QTEST_GUILESS_MAIN(TestInspectDebian)
#include "tst_inspect_debian.moc"
