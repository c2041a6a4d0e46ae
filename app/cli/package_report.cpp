#include "cli/package_report.h"

#include "cli/disk_report.h"
#include "common/human_text.h"
#include "common/text_table.h"
#include "image/inspect/facts_json.h"

#include <QJsonArray>

#include <algorithm>

namespace sealift {

namespace {

QString kindText(const OvfPackage &package)
{
    if (package.kind == DescriptionKind::VirtualBox)
        return QStringLiteral("machine of VirtualBox");
    if (package.kind == DescriptionKind::VMware)
        return QStringLiteral("machine of VMware");
    return QStringLiteral("%1, OVF %2")
        .arg(package.ova ? QStringLiteral("OVA") : QStringLiteral("folder"))
        .arg(package.envelope.version);
}

/// The digests that the manifest uses ("SHA256").
QString digestsText(const PackageManifest &manifest)
{
    QStringList kinds;
    for (const auto &entry : manifest.entries) {
        if (!kinds.contains(digestKindName(entry.kind)))
            kinds.append(digestKindName(entry.kind));
    }
    return kinds.join(QStringLiteral(", "));
}

QString manifestText(const PackageInspection &inspection)
{
    const auto &manifest = inspection.package.manifest;
    if (!manifest.isThere())
        return QStringLiteral("missing");
    return QStringLiteral("%1 of %2, %3")
        .arg(digestsText(manifest), countText(manifest.entries.size(), QStringLiteral("file"), QStringLiteral("files")),
             inspection.verified ? QStringLiteral("all compared and right")
                                 : QStringLiteral("not compared (--verify does that)"));
}

QString signerText(const PackageManifest &manifest)
{
    if (!manifest.signature)
        return {};
    const auto &signature = *manifest.signature;
    const auto by = signature.selfSigned ? QStringLiteral("certified by itself")
                                         : QStringLiteral("certified by %1").arg(signature.issuer);
    return QStringLiteral("%1, %2; nobody vouches for that here").arg(signature.signer, by);
}

QString sizeOfMachine(const OvfSystem &system)
{
    QStringList parts;
    if (system.cpus > 0)
        parts.append(countText(system.cpus, QStringLiteral("processor"), QStringLiteral("processors")));
    if (system.memory > 0)
        parts.append(QStringLiteral("%1 of memory").arg(sizeText(system.memory)));
    if (system.firmware)
        parts.append(QStringLiteral("starts by %1")
                         .arg(*system.firmware == Firmware::Uefi ? QStringLiteral("UEFI") : QStringLiteral("BIOS")));
    return parts.join(QStringLiteral(", "));
}

void addSystem(FactList &list, const OvfSystem &system)
{
    list.add(QStringLiteral("Machine"), system.name.isEmpty() ? QStringLiteral("without a name") : system.name);
    list.add(QStringLiteral("  Size"), sizeOfMachine(system));
    list.add(QStringLiteral("  System"), system.osType);
    list.add(QStringLiteral("  Product"), system.product);
    list.add(QStringLiteral("  Hardware"), system.hardwareFamily);
    list.add(QStringLiteral("  Networks"), system.networks.join(QStringLiteral(", ")));
}

QString diskTable(const PackageInspection &inspection)
{
    using Align = TextTable::Align;
    TextTable table({{QStringLiteral("DISK")},
                     {QStringLiteral("SIZE"), Align::Right},
                     {QStringLiteral("FORMAT")},
                     {QStringLiteral("FILE")},
                     {QStringLiteral("FILE SIZE"), Align::Right}});
    for (const auto &disk : inspection.disks) {
        const bool isNew = disk.href.isEmpty();
        const auto format = disk.packing == Packing::Unknown
                                ? imageFormatText(disk.image)
                                : QStringLiteral("compressed by %1").arg(packingName(disk.packing));
        table.add({disk.name, sizeText(disk.image.virtualSize), isNew ? QStringLiteral("new, empty") : format,
                   isNew ? QStringLiteral("-") : disk.href,
                   isNew ? QStringLiteral("-") : sizeText(disk.image.fileSize)});
    }
    return table.text();
}

QJsonObject deviceObject(const OvfDevice &device)
{
    return {{QStringLiteral("type"), device.type},
            {QStringLiteral("id"), device.id},
            {QStringLiteral("name"), device.name},
            {QStringLiteral("subtype"), device.subtype},
            {QStringLiteral("parent"), device.parent},
            {QStringLiteral("address"), device.address},
            {QStringLiteral("connections"), QJsonArray::fromStringList(device.connections)}};
}

QJsonObject systemObject(const OvfSystem &system)
{
    QJsonArray devices;
    for (const auto &device : system.devices)
        devices.append(deviceObject(device));
    return {{QStringLiteral("id"), system.id},
            {QStringLiteral("name"), system.name},
            {QStringLiteral("osId"), system.osId},
            {QStringLiteral("osType"), system.osType},
            {QStringLiteral("product"), system.product},
            {QStringLiteral("hardwareFamily"), system.hardwareFamily},
            {QStringLiteral("processors"), system.cpus},
            {QStringLiteral("memory"), system.memory},
            {QStringLiteral("firmware"), system.firmware ? QJsonValue(firmwareName(*system.firmware)) : QJsonValue()},
            {QStringLiteral("networks"), QJsonArray::fromStringList(system.networks)},
            {QStringLiteral("disks"), QJsonArray::fromStringList(system.disks)},
            {QStringLiteral("devices"), devices}};
}

QJsonObject manifestObject(const PackageInspection &inspection)
{
    const auto &manifest = inspection.package.manifest;
    QJsonObject object{{QStringLiteral("state"), !manifest.isThere()   ? QStringLiteral("missing")
                                                 : inspection.verified ? QStringLiteral("verified")
                                                                       : QStringLiteral("unverified")},
                       {QStringLiteral("file"), manifest.name},
                       {QStringLiteral("digests"), digestsText(manifest)},
                       {QStringLiteral("files"), manifest.entries.size()}};
    if (manifest.signature) {
        object.insert(QStringLiteral("signer"), manifest.signature->signer);
        object.insert(QStringLiteral("issuer"), manifest.signature->issuer);
    }
    return object;
}

} // namespace

QString imageFormatText(const DiskImage &image)
{
    auto text = diskFormatName(image.format);
    if (!image.version.isEmpty())
        text += QStringLiteral(" version %1").arg(image.version);
    if (!image.subformat.isEmpty())
        text += QStringLiteral(", %1").arg(image.subformat);
    if (image.compressed)
        text += QStringLiteral(", compressed");
    return text;
}

QJsonObject imageObject(const DiskImage &image)
{
    QJsonArray files;
    for (const auto &file : image.files)
        files.append(file.path);
    return {{QStringLiteral("path"), image.path},
            {QStringLiteral("format"), diskFormatName(image.format)},
            {QStringLiteral("subformat"), image.subformat},
            {QStringLiteral("version"), image.version},
            {QStringLiteral("size"), image.virtualSize},
            {QStringLiteral("fileSize"), image.fileSize},
            {QStringLiteral("allocated"), image.allocated},
            {QStringLiteral("clusterSize"), image.clusterSize},
            {QStringLiteral("creator"), image.creator},
            {QStringLiteral("partitionTable"),
             image.partitionTable ? QJsonValue(partitionTableName(*image.partitionTable)) : QJsonValue()},
            {QStringLiteral("compressed"), image.compressed},
            {QStringLiteral("dirty"), image.dirty},
            {QStringLiteral("corrupt"), image.corrupt},
            {QStringLiteral("internalSnapshots"), image.internalSnapshots},
            {QStringLiteral("unknownFeatures"), QJsonArray::fromStringList(image.unknownFeatures)},
            {QStringLiteral("files"), files},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(image.warnings)}};
}

QString packageText(const PackageInspection &inspection)
{
    const auto &package = inspection.package;
    FactList list;
    list.add(QStringLiteral("File"), package.path);
    list.add(QStringLiteral("Format"), kindText(package));
    list.add(QStringLiteral("File size"), sizeText(package.size));
    if (package.kind == DescriptionKind::Ovf)
        list.add(QStringLiteral("Manifest"), manifestText(inspection));
    list.add(QStringLiteral("Signed by"), signerText(package.manifest));
    for (const auto &system : package.envelope.systems)
        addSystem(list, system);
    auto text = list.text() + QStringLiteral("\n\n") + diskTable(inspection);
    for (const auto &disk : inspection.disks) {
        if (disk.href.isEmpty())
            continue;
        text += QStringLiteral("\n\n%1\n").arg(printable(disk.name));
        text += disk.facts ? diskText(*disk.facts)
                           : QStringLiteral("What is on it is not known: %1").arg(printable(disk.facts.because()));
    }
    return text;
}

QJsonObject packageObject(const PackageInspection &inspection)
{
    const auto &package = inspection.package;
    QJsonArray systems;
    for (const auto &system : package.envelope.systems)
        systems.append(systemObject(system));
    QJsonArray disks;
    qint64 size = 0;
    for (const auto &disk : inspection.disks) {
        auto object = imageObject(disk.image);
        if (disk.packing != Packing::Unknown)
            object.insert(QStringLiteral("format"), packingName(disk.packing));
        object.insert(QStringLiteral("name"), disk.name);
        object.insert(QStringLiteral("href"), disk.href);
        object.insert(QStringLiteral("disk"), disk.facts
                                                  ? factsToJson(*disk.facts)
                                                  : QJsonObject{{QStringLiteral("unknown"), disk.facts.because()}});
        disks.append(object);
        size += disk.image.virtualSize;
    }
    return {{QStringLiteral("path"), package.path},
            {QStringLiteral("format"), package.ova ? QStringLiteral("ova") : descriptionKindName(package.kind)},
            {QStringLiteral("version"), QString::number(package.envelope.version)},
            {QStringLiteral("size"), size},
            {QStringLiteral("fileSize"), package.size},
            {QStringLiteral("description"), package.descriptorName},
            {QStringLiteral("manifest"), manifestObject(inspection)},
            {QStringLiteral("networks"), QJsonArray::fromStringList(package.envelope.networks)},
            {QStringLiteral("systems"), systems},
            {QStringLiteral("disks"), disks},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(inspection.warnings)}};
}

} // namespace sealift
