#include "image/inspect/os_facts_json.h"

#include <QJsonArray>

namespace sealift {

namespace {

/// A fact whose value becomes JSON by `convert`.
template <typename T, typename Convert>
QJsonValue jsonOf(const Fact<T> &fact, Convert convert)
{
    return fact ? QJsonValue(convert(*fact)) : QJsonValue(QJsonObject{{QStringLiteral("unknown"), fact.because()}});
}

QJsonObject jsonOf(const KernelFacts &kernel)
{
    QJsonObject drivers;
    for (const auto &driver : kernel.drivers)
        drivers.insert(driver.name, jsonOf(driver.place, driverPlaceName));
    return {{QStringLiteral("version"), kernel.version},
            {QStringLiteral("image"), kernel.image},
            {QStringLiteral("initramfs"), kernel.initramfs},
            {QStringLiteral("initramfsCompression"), kernel.initramfsCompression},
            {QStringLiteral("drivers"), drivers}};
}

QJsonObject jsonOf(const FstabFacts &fstab)
{
    return {{QStringLiteral("byUuid"), fstab.byUuid},
            {QStringLiteral("byDevice"), QJsonArray::fromStringList(fstab.byDevice)},
            {QStringLiteral("root"), fstab.root},
            {QStringLiteral("elsewhere"), QJsonArray::fromStringList(fstab.elsewhere)}};
}

QJsonObject jsonOf(const NetworkFacts &network)
{
    return {{QStringLiteral("mode"), networkModeName(network.mode)},
            {QStringLiteral("sources"), QJsonArray::fromStringList(network.sources)}};
}

QJsonObject jsonOf(const WindowsFacts &windows)
{
    return {{QStringLiteral("version"), windows.version},
            {QStringLiteral("name"), windows.name},
            {QStringLiteral("hibernated"), jsonOfFact(windows.hibernated)},
            {QStringLiteral("virtioStorage"), windows.virtioStorage}};
}

QJsonArray jsonOf(const QList<SensitiveFile> &files)
{
    QJsonArray array;
    for (const auto &file : files)
        array.append(
            QJsonObject{{QStringLiteral("kind"), sensitiveKindName(file.kind)}, {QStringLiteral("path"), file.path}});
    return array;
}

} // namespace

QJsonObject osFactsToJson(const OsFacts &system)
{
    const auto plain = [](const auto &one) { return jsonOf(one); };
    QJsonArray kernels;
    for (const auto &kernel : system.kernels)
        kernels.append(jsonOf(kernel));
    QJsonObject json{{QStringLiteral("family"), osFamilyName(system.family)},
                     {QStringLiteral("place"), system.place},
                     {QStringLiteral("subvolume"), system.subvolume},
                     {QStringLiteral("name"), system.name},
                     {QStringLiteral("distribution"), system.distribution},
                     {QStringLiteral("version"), system.version},
                     {QStringLiteral("architecture"), jsonOfFact(system.architecture)}};
    if (system.family == OsFamily::Windows) {
        json.insert(QStringLiteral("windows"), jsonOf(system.windows, plain));
    } else if (system.family == OsFamily::Linux) {
        json.insert(QStringLiteral("kernels"), kernels);
        json.insert(QStringLiteral("fstab"), jsonOf(system.fstab, plain));
        json.insert(QStringLiteral("network"), jsonOf(system.network, plain));
        json.insert(QStringLiteral("bootConfigurations"), QJsonArray::fromStringList(system.bootConfigurations));
        json.insert(QStringLiteral("bootEntriesOnly"), jsonOfFact(system.bootEntriesOnly));
    }
    // Nobody asks for them unless they are wanted.
    if (system.sensitiveFiles)
        json.insert(QStringLiteral("sensitiveFiles"), jsonOf(*system.sensitiveFiles));
    return json;
}

} // namespace sealift
