#include "policy/guest_questions.h"

#include "image/inspect/partition_types.h"

#include <algorithm>

namespace sealift {

const OsFacts *onlySystem(const PreflightSubject &subject)
{
    return subject.facts && subject.facts->systems.size() == 1 ? &subject.facts->systems.first() : nullptr;
}

const OsFacts *onlyLinux(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    return system != nullptr && system->family == OsFamily::Linux ? system : nullptr;
}

const VolumeFacts *rootVolume(const PreflightSubject &subject)
{
    const auto *system = onlySystem(subject);
    if (system == nullptr)
        return nullptr;
    for (const auto &partition : subject.facts->partitions) {
        if (partition.volume.place == system->place)
            return &partition.volume;
    }
    for (const auto &logical : subject.facts->logicalVolumes) {
        if (logical.volume.place == system->place)
            return &logical.volume;
    }
    return subject.facts->wholeDisk.place == system->place ? &subject.facts->wholeDisk : nullptr;
}

QStringList encryptedPlaces(const PreflightSubject &subject)
{
    QStringList places;
    if (!subject.facts)
        return places;
    for (const auto &volume : allVolumes(*subject.facts)) {
        if (volume.usage == VolumeUsage::Encrypted)
            places.append(QStringLiteral("%1 (%2)").arg(volume.place, volume.type));
    }
    return places;
}

bool lacksAll(const OsFacts &system, const QStringList &drivers)
{
    if (system.kernels.isEmpty() || system.kernels.first().drivers.isEmpty())
        return false;
    for (const auto &driver : system.kernels.first().drivers) {
        if (!drivers.contains(driver.name))
            continue;
        // A module on the root file system comes too late for finding that.
        if (!driver.place || *driver.place == DriverPlace::BuiltIn || *driver.place == DriverPlace::Initramfs)
            return false;
    }
    return true;
}

bool isDynamicDisk(const DiskFacts &facts)
{
    return std::any_of(facts.partitions.begin(), facts.partitions.end(), [](const PartitionFacts &one) {
        return one.type == QLatin1String(kWindowsLdmGuid) || one.type == QLatin1String(kWindowsLdmDataGuid) ||
               one.type == mbrTypeText(kWindowsLdmType);
    });
}

qsizetype primaryPartitions(const DiskFacts &facts)
{
    return std::count_if(facts.partitions.begin(), facts.partitions.end(),
                         [](const PartitionFacts &one) { return !one.logical; });
}

} // namespace sealift
