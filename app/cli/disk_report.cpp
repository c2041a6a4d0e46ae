#include "cli/disk_report.h"

#include "common/human_text.h"
#include "common/text_table.h"

namespace sealift {

namespace {

QString schemeText(const DiskFacts &facts)
{
    switch (facts.scheme) {
    case PartitionScheme::None:
        if (facts.empty)
            return QStringLiteral("empty");
        return facts.mbrLooksLikeBootSector ? QStringLiteral("no partition table; begins with a file system")
                                            : QStringLiteral("no partition table");
    case PartitionScheme::Mbr:
        return QStringLiteral("MBR");
    case PartitionScheme::Gpt:
        return QStringLiteral("GPT");
    case PartitionScheme::Hybrid:
        return QStringLiteral("GPT, and an MBR with partitions of its own");
    }
    return {};
}

QString tableText(const DiskFacts &facts)
{
    auto text = schemeText(facts);
    if (facts.isoHybrid)
        text += QStringLiteral("; also an ISO 9660 disc");
    if (facts.sectorSize != 512)
        text += QStringLiteral(", counted in sectors of %1 bytes").arg(facts.sectorSize);
    const bool hasGpt = facts.scheme == PartitionScheme::Gpt || facts.scheme == PartitionScheme::Hybrid;
    if (hasGpt && (facts.primaryGpt != GptHeaderState::Valid || facts.backupGpt != GptHeaderState::Valid))
        text += QStringLiteral("; first copy %1, second copy %2")
                    .arg(gptHeaderStateName(facts.primaryGpt), gptHeaderStateName(facts.backupGpt));
    return text;
}

QString bootText(const BootFacts &boot)
{
    QString text;
    switch (boot.mode) {
    case BootMode::Bios:
        text = QStringLiteral("BIOS (%1)").arg(bootLoaderName(boot.bios));
        break;
    case BootMode::Uefi:
        text = QStringLiteral("UEFI (%1)").arg(bootLoaderName(boot.uefi));
        break;
    case BootMode::Both:
        text = QStringLiteral("BIOS (%1) and UEFI (%2)").arg(bootLoaderName(boot.bios), bootLoaderName(boot.uefi));
        break;
    case BootMode::None:
        text = QStringLiteral("nothing");
        break;
    case BootMode::Unknown:
        text = QStringLiteral("unknown");
        break;
    }
    return boot.modeBecause.isEmpty() ? text : QStringLiteral("%1: %2").arg(text, boot.modeBecause);
}

void addKernel(FactList &list, const KernelFacts &kernel, qsizetype count)
{
    auto text = kernel.version;
    if (!kernel.initramfs.isEmpty())
        text += kernel.initramfsCompression.isEmpty()
                    ? QStringLiteral(", with an initial file system")
                    : QStringLiteral(", initial file system by %1").arg(kernel.initramfsCompression);
    if (count > 1)
        text += QStringLiteral(" (the newest of %1)").arg(count);
    list.add(QStringLiteral("  Kernel"), text);
    QStringList early;
    QStringList late;
    QStringList missing;
    QString unknown;
    for (const auto &driver : kernel.drivers) {
        if (!driver.place)
            unknown = driver.place.because();
        else if (*driver.place == DriverPlace::Module)
            late.append(driver.name);
        else if (*driver.place == DriverPlace::Missing)
            missing.append(driver.name);
        else
            early.append(driver.name);
    }
    const auto joined = [](const QStringList &names) { return names.join(QStringLiteral(", ")); };
    list.add(QStringLiteral("  Drivers"), early.isEmpty() ? QString() : joined(early) + QStringLiteral(": at once"));
    list.add(early.isEmpty() ? QStringLiteral("  Drivers") : QString(),
             late.isEmpty() ? QString() : joined(late) + QStringLiteral(": on the root only"));
    list.add({}, missing.isEmpty() ? QString() : joined(missing) + QStringLiteral(": missing"));
    list.add({}, unknown.isEmpty() ? QString() : QStringLiteral("others unknown: ") + unknown);
}

QString fstabText(const Fact<FstabFacts> &fstab)
{
    if (!fstab)
        return QStringLiteral("unknown: ") + fstab.because();
    if (fstab->byDevice.isEmpty())
        return QStringLiteral("names no device by its place");
    return QStringLiteral("by device name: ") + fstab->byDevice.join(QStringLiteral(", "));
}

QString networkText(const Fact<NetworkFacts> &network)
{
    if (!network)
        return QStringLiteral("unknown: ") + network.because();
    const auto name = networkModeName(network->mode);
    return network->sources.isEmpty()
               ? name
               : QStringLiteral("%1 (%2)").arg(name, network->sources.join(QStringLiteral(", ")));
}

void addSystem(FactList &list, const OsFacts &system)
{
    auto place = system.place;
    if (!system.subvolume.isEmpty())
        place += QStringLiteral(", subvolume %1").arg(system.subvolume);
    list.add(QStringLiteral("System"),
             QStringLiteral("%1, on %2, %3")
                 .arg(system.name, place,
                      system.architecture ? *system.architecture
                                          : QStringLiteral("architecture unknown: ") + system.architecture.because()));
    if (system.family == OsFamily::Linux) {
        if (!system.kernels.isEmpty())
            addKernel(list, system.kernels.first(), system.kernels.size());
        list.add(QStringLiteral("  fstab"), fstabText(system.fstab));
        list.add(QStringLiteral("  Network"), networkText(system.network));
    }
    if (system.windows) {
        list.add(QStringLiteral("  Version"), system.windows->version);
        const auto &hibernated = system.windows->hibernated;
        list.add(QStringLiteral("  Hibernated"), !hibernated   ? QStringLiteral("unknown: ") + hibernated.because()
                                                 : *hibernated ? QStringLiteral("yes")
                                                               : QStringLiteral("no"));
        list.add(QStringLiteral("  virtio"),
                 system.windows->virtioStorage ? QStringLiteral("installed") : QStringLiteral("not installed"));
    }
    if (system.sensitiveFiles)
        list.add(QStringLiteral("  Sensitive"),
                 system.sensitiveFiles->isEmpty()
                     ? QStringLiteral("no file is, by its name and in the usual places")
                     : countText(system.sensitiveFiles->size(), QStringLiteral("file"), QStringLiteral("files")));
}

QString contentText(const VolumeFacts &volume)
{
    switch (volume.usage) {
    case VolumeUsage::Nothing:
        return QStringLiteral("-");
    case VolumeUsage::Ambivalent:
        return QStringLiteral("ambivalent");
    default:
        return volume.type;
    }
}

QString stateText(const VolumeFacts &volume)
{
    QStringList words;
    if (volume.dirty.is(true))
        words.append(QStringLiteral("not unmounted properly"));
    if (volume.usage == VolumeUsage::Encrypted)
        words.append(QStringLiteral("encrypted"));
    if (volume.freeBytes)
        words.append(QStringLiteral("%1 free").arg(sizeText(*volume.freeBytes)));
    return words.isEmpty() ? QStringLiteral("-") : words.join(QStringLiteral(", "));
}

QString volumeTable(const DiskFacts &facts)
{
    using Align = TextTable::Align;
    TextTable table({{QStringLiteral("VOLUME")},
                     {QStringLiteral("SIZE"), Align::Right},
                     {QStringLiteral("TYPE")},
                     {QStringLiteral("CONTENT")},
                     {QStringLiteral("LABEL")},
                     {QStringLiteral("STATE")}});
    const auto add = [&](const VolumeFacts &volume, const QString &type) {
        table.add({volume.place, sizeText(volume.length), type.isEmpty() ? QStringLiteral("-") : type,
                   contentText(volume), volume.label.isEmpty() ? QStringLiteral("-") : volume.label,
                   stateText(volume)});
    };
    if (facts.scheme == PartitionScheme::None && facts.wholeDisk.usage != VolumeUsage::Nothing)
        add(facts.wholeDisk, {});
    for (const auto &partition : facts.partitions) {
        if (!partition.extended)
            add(partition.volume, partition.typeName.isEmpty() ? partition.type : partition.typeName);
    }
    for (const auto &logical : facts.logicalVolumes)
        add(logical.volume, QStringLiteral("LVM, %1").arg(logical.layout));
    return table.text();
}

} // namespace

QString diskText(const DiskFacts &facts)
{
    FactList list;
    list.add(QStringLiteral("Table"), tableText(facts));
    if (facts.scheme != PartitionScheme::None)
        list.add(QStringLiteral("Started by"), bootText(facts.boot));
    for (const auto &system : facts.systems)
        addSystem(list, system);
    bool first = true;
    for (const auto &note : facts.notes) {
        list.add(first ? QStringLiteral("Unknown") : QString(), note);
        first = false;
    }
    auto text = list.text();
    if (!facts.partitions.isEmpty() || facts.wholeDisk.usage != VolumeUsage::Nothing)
        text += QStringLiteral("\n\n") + volumeTable(facts);
    return text;
}

} // namespace sealift
