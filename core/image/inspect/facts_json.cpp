#include "image/inspect/facts_json.h"

#include "image/inspect/os_facts_json.h"

#include <QJsonArray>

namespace sealift {

namespace {

QJsonObject jsonOf(const VolumeFacts &volume)
{
    return {{QStringLiteral("place"), volume.place},
            {QStringLiteral("offset"), volume.offset},
            {QStringLiteral("length"), volume.length},
            {QStringLiteral("usage"), volumeUsageName(volume.usage)},
            {QStringLiteral("type"), volume.type},
            {QStringLiteral("version"), volume.version},
            {QStringLiteral("uuid"), volume.uuid},
            {QStringLiteral("label"), volume.label},
            {QStringLiteral("dirty"), jsonOfFact(volume.dirty)},
            {QStringLiteral("freeBytes"), jsonOfFact(volume.freeBytes)}};
}

QJsonObject jsonOf(const PartitionFacts &partition)
{
    return {{QStringLiteral("number"), partition.number},     {QStringLiteral("offset"), partition.offset},
            {QStringLiteral("length"), partition.length},     {QStringLiteral("type"), partition.type},
            {QStringLiteral("typeName"), partition.typeName}, {QStringLiteral("name"), partition.name},
            {QStringLiteral("uuid"), partition.uuid},         {QStringLiteral("active"), partition.active},
            {QStringLiteral("logical"), partition.logical},   {QStringLiteral("extended"), partition.extended},
            {QStringLiteral("outside"), partition.outside},   {QStringLiteral("volume"), jsonOf(partition.volume)}};
}

QJsonObject jsonOf(const LogicalVolumeFacts &volume)
{
    return {{QStringLiteral("group"), volume.group},
            {QStringLiteral("name"), volume.name},
            {QStringLiteral("layout"), volume.layout},
            {QStringLiteral("readable"), volume.readable},
            {QStringLiteral("volume"), jsonOf(volume.volume)}};
}

QJsonObject jsonOf(const BootFacts &boot)
{
    return {{QStringLiteral("mode"), bootModeName(boot.mode)},
            {QStringLiteral("because"), boot.modeBecause},
            {QStringLiteral("bios"), bootLoaderName(boot.bios)},
            {QStringLiteral("uefi"), bootLoaderName(boot.uefi)},
            {QStringLiteral("efiFiles"), QJsonArray::fromStringList(boot.efiFiles)},
            {QStringLiteral("efiFallback"), boot.efiFallback},
            {QStringLiteral("efiSystemPartition"), boot.efiSystemPartition},
            {QStringLiteral("biosBootPartition"), boot.biosBootPartition}};
}

template <typename List, typename Each>
QJsonArray arrayOf(const List &list, Each each)
{
    QJsonArray array;
    for (const auto &one : list)
        array.append(each(one));
    return array;
}

} // namespace

QJsonObject factsToJson(const DiskFacts &facts)
{
    const auto plain = [](const auto &one) { return jsonOf(one); };
    QJsonObject json{
        {QStringLiteral("size"), facts.size},
        {QStringLiteral("sectorSize"), facts.sectorSize},
        {QStringLiteral("scheme"), partitionSchemeName(facts.scheme)},
        {QStringLiteral("diskId"), facts.diskId},
        {QStringLiteral("primaryGpt"), gptHeaderStateName(facts.primaryGpt)},
        {QStringLiteral("backupGpt"), gptHeaderStateName(facts.backupGpt)},
        {QStringLiteral("mbrLooksLikeBootSector"), facts.mbrLooksLikeBootSector},
        {QStringLiteral("isoHybrid"), facts.isoHybrid},
        {QStringLiteral("empty"), facts.empty},
        {QStringLiteral("partitions"), arrayOf(facts.partitions, plain)},
        {QStringLiteral("logicalVolumes"), arrayOf(facts.logicalVolumes, plain)},
        {QStringLiteral("incompleteVolumeGroup"), facts.incompleteVolumeGroup},
        {QStringLiteral("boot"), jsonOf(facts.boot)},
        {QStringLiteral("systems"), arrayOf(facts.systems, [](const OsFacts &one) { return osFactsToJson(one); })},
        {QStringLiteral("notes"), QJsonArray::fromStringList(facts.notes)},
        {QStringLiteral("bytesRead"), facts.bytesRead},
        {QStringLiteral("milliseconds"), facts.milliseconds}};
    if (facts.scheme == PartitionScheme::None || facts.isoHybrid)
        json.insert(QStringLiteral("wholeDisk"), jsonOf(facts.wholeDisk));
    return json;
}

} // namespace sealift
