#include "subjects.h"

namespace sealift::test {

namespace {

using Subject = PreflightSubject;

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kGiB = 1LL << 30;
constexpr qint64 kTiB = 1LL << 40;

PartitionFacts partition(int number, qint64 offset, qint64 length, const QString &type)
{
    PartitionFacts facts;
    facts.number = number;
    facts.offset = offset;
    facts.length = length;
    facts.volume.place = QStringLiteral("partition %1").arg(number);
    facts.volume.offset = offset;
    facts.volume.length = length;
    facts.volume.usage = VolumeUsage::FileSystem;
    facts.volume.type = type;
    facts.volume.dirty = false;
    facts.volume.freeBytes = 10 * kGiB;
    return facts;
}

BucketState goodBucket()
{
    BucketState bucket;
    bucket.place = QStringLiteral("s3:https://s3.example.org/images/library");
    bucket.encrypted = true;
    bucket.isPublic = false;
    bucket.retains = false;
    bucket.versioned = false;
    bucket.removesObjects = false;
    bucket.endsUploads = true;
    bucket.quotaLeft = 100 * kGiB;
    bucket.secondsAhead = 2;
    return bucket;
}

/// A GPT disk with an EFI system partition and one more, that boots by BIOS and by UEFI.
Subject goodDisk(Destination destination, const QString &fileSystem)
{
    Subject subject;
    subject.destination = destination;
    subject.diskSize = 20 * kGiB;
    DiskImage image;
    image.path = QStringLiteral("/images/disk.raw");
    image.virtualSize = subject.diskSize;
    subject.image = image;
    DiskFacts facts;
    facts.size = subject.diskSize;
    facts.scheme = PartitionScheme::Gpt;
    facts.primaryGpt = GptHeaderState::Valid;
    facts.backupGpt = GptHeaderState::Valid;
    facts.partitions = {partition(1, kMiB, 100 * kMiB, QStringLiteral("vfat")),
                        partition(2, 101 * kMiB, 19 * kGiB, fileSystem)};
    // What starts by UEFI has a rule of its own there.
    facts.boot.mode = destination == Destination::Ec2Image ? BootMode::Bios : BootMode::Both;
    facts.boot.modeBecause = QStringLiteral("boot code is there");
    facts.boot.efiFallback = true;
    subject.facts = facts;
    subject.host.clockSet = true;
    subject.host.scratchFree = 100 * kGiB;
    subject.host.targetFree = 100 * kGiB;
    if (destination == Destination::Library)
        subject.bucket = goodBucket();
    return subject;
}

QList<JudgedText> judged(const char *text)
{
    return judgedTexts(TextRules(), {{QStringLiteral("the name of machine 1"), QString::fromLatin1(text)}});
}

OsFacts &system(Subject &subject)
{
    return subject.facts->systems.first();
}

void addFile(Subject &subject, SensitiveKind kind)
{
    system(subject).sensitiveFiles = QList<SensitiveFile>{{kind, QStringLiteral("/etc/some-file")}};
}

VolumeFacts &root(Subject &subject)
{
    return subject.facts->partitions.last().volume;
}

void removeDrivers(Subject &subject)
{
    for (auto &driver : system(subject).kernels.first().drivers)
        driver.place = DriverPlace::Module;
}

std::function<void(Subject &)> sized(qint64 size)
{
    return [=](Subject &subject) { subject.diskSize = size; };
}

std::function<void(Subject &)> startedBy(BootMode mode)
{
    return [=](Subject &subject) { subject.facts->boot.mode = mode; };
}

std::function<void(Subject &)> bucketWith(void (*change)(BucketState &))
{
    return [change](Subject &subject) {
        auto bucket = subject.bucket.value_or(goodBucket());
        change(bucket);
        subject.bucket = bucket;
    };
}

void encrypt(Subject &subject)
{
    root(subject).usage = VolumeUsage::Encrypted;
    root(subject).type = QStringLiteral("crypto_LUKS");
}

QList<Breach> imageBreaches()
{
    using D = Destination;
    return {
        {"image-corrupt", D::Library, [](Subject &s) { s.image->corrupt = true; }},
        {"image-dirty", D::Library, [](Subject &s) { s.image->dirty = true; }},
        {"image-snapshots", D::Library, [](Subject &s) { s.image->internalSnapshots = 2; }},
        {"image-features", D::Library, [](Subject &s) { s.image->unknownFeatures = {QStringLiteral("bit 9")}; }},
        {"ec2-vmdk-kind", D::Ec2Image,
         [](Subject &s) {
             s.image->format = DiskFormat::Vmdk;
             s.image->subformat = QStringLiteral("monolithicSparse");
         }},
        {"ec2-container", D::Ec2Image, [](Subject &s) { s.image->format = DiskFormat::Qcow2; }},
        {"host-image-in-use", D::Library, [](Subject &s) { s.host.writer = QStringLiteral("qemu (process 7)"); }},
        {"host-scratch-space", D::Library, [](Subject &s) { s.host.scratchNeeded = 101 * kGiB; }},
        {"host-target-space", D::Library, [](Subject &s) { s.host.targetNeeded = 101 * kGiB; }},
        {"host-clock", D::Library, [](Subject &s) { s.host.clockSet = false; }},
        {"names-secret", D::Library, [](Subject &s) { s.texts = judged("password=Tulip17"); }},
        {"names-personal", D::Library, [](Subject &s) { s.texts = judged("ann@example.com"); }},
        {"content-private-keys", D::Library, [](Subject &s) { addFile(s, SensitiveKind::PrivateKey); }},
        {"content-credentials", D::Kvm, [](Subject &s) { addFile(s, SensitiveKind::Credentials); }},
        {"content-cloud-init", D::Library, [](Subject &s) { addFile(s, SensitiveKind::CloudInit); }},
        {"content-host-keys", D::Library, [](Subject &s) { addFile(s, SensitiveKind::HostKey); }},
        {"content-machine-id", D::Library, [](Subject &s) { addFile(s, SensitiveKind::MachineId); }},
        {"names-place", D::Library, [](Subject &s) { s.texts = judged("192.168.7.9"); }},
        {"host-clock", D::Library, bucketWith([](BucketState &b) { b.secondsAhead = 600; })},
        {"host-clock", D::Library, bucketWith([](BucketState &b) { b.secondsAhead = -600; })},
    };
}

std::function<void(Subject &)> importWith(void (*change)(ImportState &))
{
    return [change](Subject &subject) {
        ImportState state;
        state.running = 3;
        change(state);
        subject.import = state;
    };
}

QList<Breach> importBreaches()
{
    using D = Destination;
    return {
        {"staging-reachable", D::Ec2Image,
         bucketWith([](BucketState &b) { b.unreachable = QStringLiteral("no answer"); })},
        {"staging-reachable", D::Ec2Snapshot,
         bucketWith([](BucketState &b) { b.elsewhere = QStringLiteral("it is not here"); })},
        {"staging-writable", D::Ec2Image,
         bucketWith([](BucketState &b) { b.cannotWrite = QStringLiteral("not allowed"); })},
        {"staging-writable", D::Ec2Snapshot,
         bucketWith([](BucketState &b) { b.cannotRemove = QStringLiteral("not allowed"); })},
        {"staging-object-lock", D::Ec2Image, bucketWith([](BucketState &b) { b.retains = true; })},
        {"staging-public", D::Ec2Image, bucketWith([](BucketState &b) { b.isPublic = true; })},
        {"staging-versioning", D::Ec2Snapshot, bucketWith([](BucketState &b) { b.versioned = true; })},
        {"staging-uploads", D::Ec2Image, bucketWith([](BucketState &b) { b.endsUploads = false; })},
        {"ec2-permissions", D::Ec2Image,
         importWith([](ImportState &i) { i.refused = {QStringLiteral("ec2:ImportImage was refused")}; })},
        {"ec2-role", D::Ec2Snapshot, importWith([](ImportState &i) { i.role = QStringLiteral("no role vmimport"); })},
        {"ec2-kms-key", D::Ec2Image, importWith([](ImportState &i) { i.key = QStringLiteral("it is disabled"); })},
        {"ec2-import-tasks", D::Ec2Image, importWith([](ImportState &i) { i.running = 20; })},
        {"ec2-not-told", D::Ec2Image,
         importWith([](ImportState &i) { i.notTold = {QStringLiteral("the KMS key (AccessDenied)")}; })},
    };
}

QList<Breach> bucketBreaches()
{
    using D = Destination;
    return {
        {"s3-reachable", D::Library, bucketWith([](BucketState &b) { b.unreachable = QStringLiteral("no answer"); })},
        {"s3-region", D::Library, bucketWith([](BucketState &b) { b.elsewhere = QStringLiteral("it is not here"); })},
        {"s3-writable", D::Library, bucketWith([](BucketState &b) { b.cannotWrite = QStringLiteral("not allowed"); })},
        {"s3-removable", D::Library,
         bucketWith([](BucketState &b) { b.cannotRemove = QStringLiteral("not allowed"); })},
        {"s3-tls", D::Library, bucketWith([](BucketState &b) { b.plainHttp = true; })},
        {"s3-public", D::Library, bucketWith([](BucketState &b) { b.isPublic = true; })},
        {"s3-object-lock", D::Library, bucketWith([](BucketState &b) { b.retains = true; })},
        {"s3-versioning", D::Library, bucketWith([](BucketState &b) { b.versioned = true; })},
        {"s3-expiration", D::Library, bucketWith([](BucketState &b) { b.removesObjects = true; })},
        {"s3-uploads", D::Library, bucketWith([](BucketState &b) { b.endsUploads = false; })},
        {"s3-encryption", D::Library, bucketWith([](BucketState &b) { b.encrypted = false; })},
        {"s3-quota", D::Library, [](Subject &s) { s.host.targetNeeded = 101 * kGiB; }},
        {"s3-not-told", D::Library, bucketWith([](BucketState &b) { b.notTold = {QStringLiteral("versioning (x)")}; })},
    };
}

QList<Breach> diskBreaches()
{
    using D = Destination;
    return {
        {"disk-not-seen", D::Library, [](Subject &s) { s.notSeen = QStringLiteral("bubblewrap is not installed"); }},
        {"disk-empty", D::Library, [](Subject &s) { s.facts->empty = true; }},
        {"disk-gpt-damaged", D::Library, [](Subject &s) { s.facts->backupGpt = GptHeaderState::Absent; }},
        {"disk-partition-outside", D::Library, [](Subject &s) { s.facts->partitions.last().outside = true; }},
        {"disk-sector-size", D::Kvm, [](Subject &s) { s.facts->sectorSize = 4096; }},
        {"disk-mbr-size", D::Library,
         [](Subject &s) {
             s.facts->scheme = PartitionScheme::Mbr;
             s.diskSize = 3 * kTiB;
         }},
        {"disk-ambivalent", D::Kvm, [](Subject &s) { root(s).usage = VolumeUsage::Ambivalent; }},
        {"disk-iso", D::Kvm, [](Subject &s) { s.facts->wholeDisk.type = QStringLiteral("iso9660"); }},
        {"disk-volume-group", D::Kvm, [](Subject &s) { s.facts->incompleteVolumeGroup = true; }},
        {"disk-alignment", D::Kvm, [](Subject &s) { s.facts->partitions.first().offset = qint64{63} * 512; }},
        {"guest-not-bootable", D::Kvm, startedBy(BootMode::None)},
        {"guest-efi-fallback", D::Kvm,
         [](Subject &s) {
             s.facts->boot.mode = BootMode::Uefi;
             s.facts->boot.efiFallback = false;
         }},
        {"guest-hibernated", D::Library,
         [](Subject &s) {
             system(s).windows = WindowsFacts{{}, {}, true, true};
         },
         true},
        {"guest-dirty", D::Library, [](Subject &s) { root(s).dirty = true; }},
        {"guest-fstab-devices", D::Kvm,
         [](Subject &s) {
             system(s).fstab = FstabFacts{0, {QStringLiteral("/dev/sda1")}, {}, {}};
         }},
        {"guest-static-network", D::Kvm,
         [](Subject &s) {
             system(s).network = NetworkFacts{NetworkMode::Static, {QStringLiteral("/etc/network/interfaces")}};
         }},
        {"guest-encrypted-volumes", D::Kvm, encrypt},
    };
}

QList<Breach> ec2Breaches()
{
    using D = Destination;
    return {
        {"ec2-partition-table", D::Ec2Image, [](Subject &s) { s.facts->scheme = PartitionScheme::None; }},
        {"ec2-sector-size", D::Ec2Image, [](Subject &s) { s.facts->sectorSize = 4096; }},
        {"ec2-disk-size", D::Ec2Image, sized(16 * kTiB)},
        {"ec2-snapshot-size", D::Ec2Snapshot, sized(65 * kTiB)},
        {"ec2-disk-manifest", D::Ec2Image, sized(9 * kTiB)},
        {"ec2-size-rounded", D::Ec2Image, sized(20 * kGiB + kMiB)},
        {"ec2-not-bootable", D::Ec2Image, startedBy(BootMode::None)},
        {"ec2-uefi-encryption", D::Ec2Image, startedBy(BootMode::Uefi)},
        {"ec2-encrypted-volumes", D::Ec2Image, encrypt},
        {"ec2-dynamic-disk", D::Ec2Image, [](Subject &s) { s.facts->partitions.last().type = QStringLiteral("0x42"); }},
        {"ec2-raid", D::Ec2Image, [](Subject &s) { root(s).usage = VolumeUsage::Raid; }},
        {"ec2-unknown-system", D::Ec2Image, [](Subject &s) { s.facts->systems.clear(); }},
        {"ec2-volumes", D::Ec2Image, [](Subject &s) { s.disks = 22; }},
        {"ec2-root-disk", D::Ec2Image,
         [](Subject &s) {
             s.disks = 2;
             s.facts->boot.mode = BootMode::None;
         }},
        {"ec2-distribution", D::Ec2Image, [](Subject &s) { system(s).distribution = QStringLiteral("arch"); }},
        {"ec2-other-system", D::Ec2Image, [](Subject &s) { system(s).family = OsFamily::FreeBsd; }},
        {"ec2-dual-boot", D::Ec2Image, [](Subject &s) { s.facts->systems.append(s.facts->systems.first()); }},
        {"ec2-boot-configurations", D::Ec2Image,
         [](Subject &s) { system(s).bootConfigurations.append(QStringLiteral("/boot/grub/menu.lst")); }},
        {"ec2-boot-entries", D::Ec2Image, [](Subject &s) { system(s).bootEntriesOnly = true; }},
        {"ec2-fstab", D::Ec2Image,
         [](Subject &s) { system(s).fstab = Fact<FstabFacts>::unknown(QStringLiteral("there is no /etc/fstab")); }},
        {"ec2-32-bit", D::Ec2Image, [](Subject &s) { system(s).architecture = QStringLiteral("i386"); }},
        {"ec2-file-system", D::Ec2Image, [](Subject &s) { root(s).type = QStringLiteral("f2fs"); }},
        {"ec2-btrfs-subvolume", D::Ec2Image, [](Subject &s) { system(s).subvolume = QStringLiteral("@"); }},
        {"ec2-drivers", D::Ec2Image, removeDrivers},
        {"ec2-free-space", D::Ec2Image, [](Subject &s) { root(s).freeBytes = 100 * kMiB; }},
        {"ec2-free-space", D::Ec2Image, [](Subject &s) { root(s).freeBytes = 5 * kGiB; }, true},
        {"ec2-hibernated", D::Ec2Image,
         [](Subject &s) {
             system(s).windows = WindowsFacts{{}, {}, true, true};
         },
         true},
        {"ec2-windows-gpt", D::Ec2Image, sized(3 * kTiB), true},
    };
}

QList<Breach> hypervisorBreaches()
{
    using D = Destination;
    return {
        {"hyper-v-vhd-size", D::HyperV1, sized(2041 * kGiB)},
        {"hyper-v-vhdx-size", D::HyperV2, sized(65 * kTiB)},
        {"hyper-v-2-firmware", D::HyperV2, startedBy(BootMode::Bios)},
        {"hyper-v-1-firmware", D::HyperV1, startedBy(BootMode::Uefi)},
        {"hyper-v-drivers", D::HyperV2, removeDrivers},
        {"azure-size", D::Azure, sized(33 * kTiB)},
        {"azure-system-size", D::Azure, sized(5 * kTiB)},
        {"azure-generation", D::Azure, startedBy(BootMode::Uefi)},
        {"vmware-size", D::Esxi, sized(63 * kTiB)},
        {"vmware-controller", D::Esxi, removeDrivers},
        {"firmware-uefi", D::VirtualBox, startedBy(BootMode::Uefi)},
        {"firmware-bios", D::VirtualBox, startedBy(BootMode::Bios)},
        {"kvm-drivers", D::Kvm, removeDrivers},
        {"kvm-drivers", D::Kvm,
         [](Subject &s) {
             system(s).windows = WindowsFacts{{}, {}, false, false};
         },
         true},
        {"xen-drivers", D::Xen, removeDrivers},
    };
}

} // namespace

PreflightSubject goodLinux(Destination destination)
{
    auto subject = goodDisk(destination, QStringLiteral("ext4"));
    OsFacts linux;
    linux.family = OsFamily::Linux;
    linux.place = QStringLiteral("partition 2");
    linux.name = QStringLiteral("Debian GNU/Linux 12 (bookworm)");
    linux.distribution = QStringLiteral("debian");
    linux.architecture = QStringLiteral("x86_64");
    linux.fstab = FstabFacts{2, {}, QStringLiteral("UUID=1"), {}};
    linux.network = NetworkFacts{NetworkMode::Dhcp, {QStringLiteral("/etc/network/interfaces")}};
    linux.bootEntriesOnly = false;
    linux.bootConfigurations = {QStringLiteral("/boot/grub/grub.cfg")};
    KernelFacts kernel;
    kernel.version = QStringLiteral("6.1.0-18-amd64");
    for (const auto *driver : {"virtio_blk", "virtio_scsi", "nvme", "xen-blkfront", "hv_storvsc", "vmw_pvscsi"})
        kernel.drivers.append({QString::fromLatin1(driver), DriverPlace::Initramfs});
    linux.kernels = {kernel};
    subject.facts->systems = {linux};
    return subject;
}

PreflightSubject goodWindows(Destination destination)
{
    auto subject = goodDisk(destination, QStringLiteral("ntfs"));
    OsFacts windows;
    windows.family = OsFamily::Windows;
    windows.place = QStringLiteral("partition 2");
    windows.name = QStringLiteral("Windows Server 2022");
    windows.architecture = QStringLiteral("x86_64");
    windows.windows = WindowsFacts{QStringLiteral("10.0.20348.2340"), windows.name, false, true};
    subject.facts->systems = {windows};
    return subject;
}

QList<Breach> breaches()
{
    return imageBreaches() + diskBreaches() + ec2Breaches() + hypervisorBreaches() + bucketBreaches() +
           importBreaches();
}

} // namespace sealift::test
