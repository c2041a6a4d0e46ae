#include "image/inspect/boot_scan.h"

#include "image/fields.h"
#include "image/inspect/partition_types.h"

#include <QRegularExpression>

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
constexpr qsizetype kBootCode = 440;
constexpr qsizetype kMostLoaders = 64;

/// Whose code that is, by the messages in it.
BootLoader codeOwner(const QByteArray &code)
{
    if (isAllZero(viewOf(code)))
        return BootLoader::None;
    if (code.contains("GRUB"))
        return BootLoader::Grub;
    if (code.contains("SYSLINUX") || code.contains("ISOLINUX") || code.contains("EXTLINUX") ||
        code.contains("isolinux.bin") || code.contains("Missing OS") || code.contains("Operating system load error"))
        return BootLoader::Syslinux;
    if (code.contains("LILO"))
        return BootLoader::Lilo;
    if (code.contains("FreeBSD") || code.contains("Boot loader too large"))
        return BootLoader::FreeBsd;
    if (code.contains("Invalid partition table") || code.contains("BOOTMGR") || code.contains("NTLDR"))
        return BootLoader::Windows;
    return BootLoader::Other;
}

const PartitionFacts *partitionOfType(const DiskFacts &facts, const char *guid)
{
    for (const auto &partition : facts.partitions) {
        if (partition.type == QLatin1String(guid))
            return &partition;
    }
    return nullptr;
}

/// What BIOS firmware would run, and whether that finds what it goes on with.
class BiosBoot
{
public:
    BiosBoot(DiskWindow &disk, DiskFacts &facts)
        : m_disk(disk)
        , m_facts(facts)
    {
    }

    Result<bool> look()
    {
        if (m_disk.size() < kSector || m_facts.mbrLooksLikeBootSector)
            return false;
        SEALIFT_ASSIGN(const auto sector, m_disk.read(0, kSector));
        const auto code = sector.left(kBootCode);
        if (Fields(viewOf(sector)).be16(510) != 0x55aa)
            return false;
        m_facts.boot.bios = codeOwner(code);
        switch (m_facts.boot.bios) {
        case BootLoader::None:
            return false;
        case BootLoader::Grub:
            return hasGrubCore(Fields(viewOf(sector)));
        default:
            return hasBootPartition();
        }
    }

private:
    /// GRUB's boot.img has the sector of its core image at byte 0x5c (grub-core/boot/i386/pc/boot.S).
    Result<bool> hasGrubCore(const Fields &mbr)
    {
        const auto sector = mbr.le64(0x5c);
        if (sector == 0 || sector >= static_cast<quint64>(m_disk.size() / kSector))
            return false;
        const auto offset = static_cast<qint64>(sector) * kSector;
        SEALIFT_ASSIGN(const auto core, m_disk.read(offset, kSector));
        for (const auto &partition : std::as_const(m_facts.partitions)) {
            if (offset >= partition.offset && offset < partition.offset + partition.length)
                m_facts.boot.biosBootPartition = partition.volume.place;
        }
        return !isAllZero(viewOf(core));
    }

    /// Code that looks for an active partition, or for one of a certain type, and runs its first sector.
    Result<bool> hasBootPartition()
    {
        if (const auto *freeBsd = partitionOfType(m_facts, kFreeBsdBootGuid)) {
            m_facts.boot.biosBootPartition = freeBsd->volume.place;
            return true;
        }
        if (m_facts.isoHybrid) {
            m_facts.boot.biosBootPartition = m_facts.wholeDisk.place;
            return true;
        }
        for (const auto &partition : std::as_const(m_facts.partitions)) {
            if (!partition.active || partition.length < kSector)
                continue;
            SEALIFT_ASSIGN(const auto sector, m_disk.read(partition.offset, kSector));
            if (Fields(viewOf(sector)).be16(510) != 0x55aa)
                continue;
            m_facts.boot.biosBootPartition = partition.volume.place;
            const auto owner = codeOwner(sector);
            if (owner == BootLoader::Windows || owner == BootLoader::Syslinux || owner == BootLoader::Grub)
                m_facts.boot.bios = owner;
            return true;
        }
        return false;
    }

    DiskWindow &m_disk;
    DiskFacts &m_facts;
};

bool isEfiSystem(const PartitionFacts &partition)
{
    return partition.type == QLatin1String(kEfiSystemGuid) || partition.type == mbrTypeText(kEfiSystemType);
}

BootLoader loaderOf(const QStringList &files)
{
    const auto has = [&](const char *pattern) {
        const QRegularExpression expression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption);
        return std::any_of(files.begin(), files.end(),
                           [&](const QString &file) { return expression.match(file).hasMatch(); });
    };
    if (has("/microsoft/.*bootmgfw"))
        return BootLoader::Windows;
    if (has("/(grub|shim)[^/]*\\.efi$"))
        return BootLoader::Grub;
    if (has("systemd-boot[^/]*\\.efi$"))
        return BootLoader::SystemdBoot;
    if (has("/freebsd/"))
        return BootLoader::FreeBsd;
    return files.isEmpty() ? BootLoader::None : BootLoader::Other;
}

/// Collects the loaders below a folder of the EFI system partition; Windows has its own one level deeper.
Status collectLoaders(const FileTree &tree, const QString &folder, int depth, QStringList &files)
{
    constexpr int kDeepest = 2;
    SEALIFT_ASSIGN(const auto entries, tree.list(folder));
    for (const auto &entry : entries) {
        const auto path = folder + QLatin1Char('/') + entry.name;
        if (files.size() >= kMostLoaders)
            return {};
        if (entry.folder && depth < kDeepest)
            SEALIFT_TRY(collectLoaders(tree, path, depth + 1, files));
        else if (!entry.folder && entry.name.endsWith(QLatin1String(".efi"), Qt::CaseInsensitive))
            files.append(path);
    }
    return {};
}

Status lookIntoEfi(const DiskView &view, const DiskTool &grub, BootFacts &boot)
{
    const FileTree tree(grub, view);
    QStringList files;
    SEALIFT_ASSIGN(const auto top, tree.list(QStringLiteral("/")));
    for (const auto &entry : top) {
        if (entry.folder && entry.name.compare(QLatin1String("EFI"), Qt::CaseInsensitive) == 0)
            SEALIFT_TRY(collectLoaders(tree, QLatin1Char('/') + entry.name, 0, files));
    }
    static const QRegularExpression fallback(QStringLiteral("^/EFI/BOOT/BOOT(X64|AA64|IA32|ARM|RISCV64)\\.EFI$"),
                                             QRegularExpression::CaseInsensitiveOption);
    boot.efiFallback = boot.efiFallback || files.indexOf(fallback) >= 0;
    boot.efiFiles += files;
    return {};
}

QString reasonFor(const DiskFacts &facts, bool bios, bool uefi)
{
    const auto &boot = facts.boot;
    QStringList reasons;
    if (bios)
        reasons.append(QStringLiteral("the first sector has boot code of %1, and what it goes on with is there")
                           .arg(bootLoaderName(boot.bios)));
    else if (boot.bios != BootLoader::None)
        reasons.append(QStringLiteral("the first sector has boot code of %1, but not what it would go on with")
                           .arg(bootLoaderName(boot.bios)));
    else
        reasons.append(QStringLiteral("the first sector has no boot code"));
    if (uefi)
        reasons.append(
            QStringLiteral("partition %1 is an EFI system partition with a loader").arg(boot.efiSystemPartition));
    else if (boot.efiSystemPartition != 0)
        reasons.append(QStringLiteral("the EFI system partition has no loader"));
    else
        reasons.append(QStringLiteral("there is no EFI system partition"));
    return reasons.join(QStringLiteral("; "));
}

} // namespace

Status scanBoot(DiskWindow &disk, const std::optional<DiskTool> &grub, DiskFacts &facts)
{
    SEALIFT_ASSIGN(const bool bios, BiosBoot(disk, facts).look());
    auto &boot = facts.boot;
    QString unread;
    for (const auto &partition : std::as_const(facts.partitions)) {
        if (!isEfiSystem(partition) || partition.length == 0)
            continue;
        if (boot.efiSystemPartition == 0)
            boot.efiSystemPartition = partition.number;
        if (!grub) {
            unread = QStringLiteral("the EFI system partition was not looked into: install %1")
                         .arg(QLatin1String(FileTree::kPackage));
            continue;
        }
        auto looked = lookIntoEfi(DiskView(disk, {{partition.offset, partition.length}}), *grub, boot);
        if (!looked && looked.error().code() == ErrorCode::Cancelled)
            return looked;
        if (!looked)
            unread = QStringLiteral("the EFI system partition cannot be read: %1").arg(looked.error().what());
    }
    boot.uefi = loaderOf(boot.efiFiles);
    const bool uefi = !boot.efiFiles.isEmpty();
    if (!uefi && !unread.isEmpty()) {
        boot.mode = BootMode::Unknown;
        boot.uefi = BootLoader::Unknown;
        boot.modeBecause = unread;
        return {};
    }
    boot.mode = bios && uefi ? BootMode::Both : bios ? BootMode::Bios : uefi ? BootMode::Uefi : BootMode::None;
    boot.modeBecause = reasonFor(facts, bios, uefi);
    return {};
}

} // namespace sealift
