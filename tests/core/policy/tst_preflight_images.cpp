// Each rule of preflight that is about images, on real ones: one that breaks it, and one that keeps it. What is found
// is found by the probe and the inspection, in files that are there.

#include "image_shelf.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace sealift;
using namespace sealift::test;

namespace {

using D = Destination;

struct Case {
    const char *rule;
    Destination destination;
    const char *breaks;
    const char *keeps;
    int disks = 1; ///< of the machine that the first image belongs to; it is the second's only one
};

constexpr Case kCases[] = {
    {"image-corrupt", D::Library, "ext4_bios>corrupt", "ext4_bios>qcow2"},
    {"image-dirty", D::Library, "ext4_bios>dirty", "ext4_bios>qcow2"},
    {"image-snapshots", D::Library, "ext4_bios>snapshot", "ext4_bios>qcow2"},
    {"image-features", D::Library, "ext4_bios>odd-feature", "ext4_bios>qcow2"},
    {"ec2-vmdk-kind", D::Ec2Image, "ext4_bios>sparse-vmdk", "ext4_bios>stream-vmdk"},
    {"ec2-container", D::Ec2Image, "ext4_bios>qcow2", "ext4_bios"},
    {"host-image-in-use", D::Library, "ext4_bios>in-use", "ext4_bios>1G"},
    {"disk-not-seen", D::Library, "ext4_bios>blind", "ext4_bios>qcow2"},
    {"disk-empty", D::Library, "empty", "whole"},
    {"disk-gpt-damaged", D::Library, "ext4_uefi>bad-gpt", "ext4_uefi"},
    {"disk-partition-outside", D::Library, "ext4_uefi>cut", "ext4_uefi"},
    {"disk-sector-size", D::Kvm, "large_sectors", "ext4_uefi"},
    {"disk-mbr-size", D::Library, "ext4_bios>3T", "ext4_bios"},
    {"disk-ambivalent", D::Kvm, "ext4_bios>two-marks", "ext4_bios"},
    {"disk-iso", D::Kvm, "iso_hybrid", "ext4_bios"},
    {"disk-volume-group", D::Kvm, "lvm_missing", "lvm_bios"},
    {"disk-alignment", D::Kvm, "misaligned", "ext4_bios"},
    {"guest-not-bootable", D::Kvm, "ext4_bios>no-boot-code", "ext4_bios"},
    {"guest-efi-fallback", D::Kvm, "uefi_no_fallback", "ext4_uefi"},
    {"guest-hibernated", D::Library, "windows", "windows_awake"},
    {"guest-dirty", D::Library, "ext4_bios>unclean", "ext4_bios"},
    {"guest-fstab-devices", D::Kvm, "ext4_uefi", "ext4_bios"},
    {"guest-static-network", D::Kvm, "static_network", "ext4_bios"},
    {"guest-encrypted-volumes", D::Kvm, "luks", "ext4_bios"},
    {"ec2-partition-table", D::Ec2Image, "whole", "ext4_bios"},
    {"ec2-sector-size", D::Ec2Image, "large_sectors", "ext4_uefi"},
    {"ec2-disk-size", D::Ec2Image, "ext4_bios>16T", "ext4_bios>9T"},
    {"ec2-snapshot-size", D::Ec2Snapshot, "ext4_bios>65T", "ext4_bios>63T"},
    {"ec2-disk-manifest", D::Ec2Image, "ext4_bios>9T", "ext4_bios>5T"},
    {"ec2-size-rounded", D::Ec2Image, "ext4_bios", "ext4_bios>1G"},
    {"ec2-not-bootable", D::Ec2Image, "ext4_bios>no-boot-code", "ext4_bios"},
    {"ec2-root-disk", D::Ec2Image, "ext4_bios>no-boot-code", "ext4_bios>no-boot-code", 2},
    {"ec2-volumes", D::Ec2Image, "ext4_bios", "ext4_bios", 22},
    {"ec2-uefi-encryption", D::Ec2Image, "ext4_uefi", "ext4_bios"},
    {"ec2-encrypted-volumes", D::Ec2Image, "luks", "ext4_bios"},
    {"ec2-dynamic-disk", D::Ec2Image, "windows_awake>ldm", "windows_awake"},
    {"ec2-raid", D::Ec2Image, "raid", "ext4_bios"},
    {"ec2-unknown-system", D::Ec2Image, "no_system", "ext4_bios"},
    {"ec2-other-system", D::Ec2Image, "ufs", "ext4_bios"},
    {"ec2-distribution", D::Ec2Image, "arch", "ext4_bios"},
    {"ec2-dual-boot", D::Ec2Image, "two_systems", "ext4_bios"},
    {"ec2-boot-configurations", D::Ec2Image, "two_menus", "ext4_bios"},
    {"ec2-boot-entries", D::Ec2Image, "entries_only", "ext4_bios"},
    {"ec2-fstab", D::Ec2Image, "no_fstab", "ext4_bios"},
    {"ec2-32-bit", D::Ec2Image, "i386", "ext4_bios"},
    {"ec2-file-system", D::Ec2Image, "iso_root", "ext4_bios"},
    {"ec2-btrfs-subvolume", D::Ec2Image, "btrfs_subvolume", "btrfs_bios"},
    {"ec2-drivers", D::Ec2Image, "no_drivers", "ext4_bios"},
    {"ec2-free-space", D::Ec2Image, "ext4_bios", "roomy"},
    {"ec2-free-space", D::Ec2Image, "windows_awake", "windows_roomy"},
    {"ec2-hibernated", D::Ec2Image, "windows", "windows_awake"},
    {"ec2-windows-gpt", D::Ec2Image, "windows_gpt", "windows_awake"},
    {"hyper-v-vhd-size", D::HyperV1, "ext4_bios>3T", "ext4_bios"},
    {"hyper-v-vhdx-size", D::HyperV2, "ext4_uefi>65T", "ext4_uefi>63T"},
    {"hyper-v-2-firmware", D::HyperV2, "ext4_bios", "ext4_uefi"},
    {"hyper-v-1-firmware", D::HyperV1, "ext4_uefi", "ext4_bios"},
    {"hyper-v-drivers", D::HyperV2, "no_drivers", "ext4_uefi"},
    {"azure-size", D::Azure, "ext4_bios>33T", "ext4_bios>5T"},
    {"azure-system-size", D::Azure, "ext4_bios>5T", "ext4_bios>3T"},
    {"azure-generation", D::Azure, "ext4_uefi", "ext4_bios"},
    {"vmware-size", D::Esxi, "ext4_bios>63T", "ext4_bios>33T"},
    {"vmware-controller", D::Esxi, "ext4_bios", "all_drivers"},
    {"firmware-uefi", D::VirtualBox, "ext4_uefi", "ext4_bios"},
    {"firmware-bios", D::VirtualBox, "ext4_bios", "ext4_uefi"},
    {"kvm-drivers", D::Kvm, "no_drivers", "ext4_bios"},
    {"kvm-drivers", D::Kvm, "windows_awake", "windows"},
    {"xen-drivers", D::Xen, "no_drivers", "ext4_bios"},
};

/// Rules that are about this machine, a bucket or a name, not about an image: their breaches are in tst_host_facts,
/// tst_s3_bucket, tst_cli_text, and the end-to-end tests of archives, appliances, buckets and imports to EC2. What is
/// looked for only if asked is found on real disks by tst_inspect_disk.
bool isAboutPlaces(const char *rule)
{
    static const QSet<QByteArray> others{"host-scratch-space", "host-target-space", "host-clock",
                                         "ec2-permissions",    "ec2-role",          "ec2-kms-key",
                                         "ec2-import-tasks",   "ec2-not-told"};
    const QByteArray id(rule);
    return others.contains(id) || id.startsWith("s3-") || id.startsWith("staging-") || id.startsWith("names-") ||
           id.startsWith("content-");
}

} // namespace

class TestPreflightImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRuleHasImages();
    void rules_data();
    void rules();

private:
    /// The rules that an image breaks; nothing where it could not be looked at.
    std::optional<QStringList> broken(const QString &image, Destination destination, int disks = 1);

    ImageShelf m_shelf;
};

void TestPreflightImages::initTestCase()
{
    QStringList images;
    for (const auto &one : kCases)
        images << QString::fromLatin1(one.breaks) << QString::fromLatin1(one.keeps);
    const auto error = m_shelf.prepare(images);
    QVERIFY2(error.isEmpty(), error.constData());
}

void TestPreflightImages::everyRuleHasImages()
{
    for (const auto &rule : preflightRules()) {
        const bool has = std::any_of(std::begin(kCases), std::end(kCases),
                                     [&rule](const Case &one) { return qstrcmp(one.rule, rule.id) == 0; });
        QVERIFY2(has != isAboutPlaces(rule.id), rule.id);
    }
}

void TestPreflightImages::rules_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kCases)); ++i)
        QTest::addRow("%s: %s", kCases[i].rule, kCases[i].breaks) << i;
}

std::optional<QStringList> TestPreflightImages::broken(const QString &image, Destination destination, int disks)
{
    auto subject = m_shelf.subject(image);
    if (!subject) {
        qWarning("%s: %s", qPrintable(image), qPrintable(subject.error().what()));
        return {};
    }
    subject->destination = destination;
    subject->disks = disks;
    QStringList rules;
    for (const auto &finding : runPreflight(*subject))
        rules.append(finding.rule);
    return rules;
}

void TestPreflightImages::rules()
{
    QFETCH(const int, index);
    const auto &one = kCases[index];
    const auto rule = QString::fromLatin1(one.rule);
    const auto breaking = broken(QString::fromLatin1(one.breaks), one.destination, one.disks);
    QVERIFY(breaking.has_value());
    QVERIFY2(breaking->contains(rule), qPrintable(breaking->join(QLatin1Char(' '))));
    const auto keeping = broken(QString::fromLatin1(one.keeps), one.destination);
    QVERIFY(keeping.has_value());
    QVERIFY2(!keeping->contains(rule), qPrintable(keeping->join(QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestPreflightImages)
#include "tst_preflight_images.moc"
