#include "task/import_source.h"

#include "image/ovf/package_disks.h"

#include <QFileInfo>
#include <QJsonArray>

namespace sealift {

namespace {

Result<ImportSource> openBareDisk(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    ImportSource source;
    ImportDisk disk;
    SEALIFT_ASSIGN(disk.image, probeDisk(path, {}, stop));
    source.path = disk.image.path;
    SEALIFT_ASSIGN(disk.content, openDisk(disk.image, options.disks, stop));
    disk.source = QFileInfo(disk.image.path).fileName();
    source.disks.push_back(std::move(disk));
    return source;
}

/// No disk has a name of that kind.
QString descriptionName(const QString &name)
{
    static const auto suffix = QStringLiteral(".ovf");
    return name.endsWith(suffix, Qt::CaseInsensitive) ? name : name + suffix;
}

QJsonObject factsOf(const OvfPackage &package)
{
    QJsonObject facts{{QStringLiteral("description"), package.descriptorName},
                      {QStringLiteral("manifest"),
                       package.manifest.isThere() ? QStringLiteral("verified") : QStringLiteral("missing")}};
    if (package.manifest.signature)
        facts.insert(QStringLiteral("signer"), package.manifest.signature->signer);
    return facts;
}

Result<ImportSource> openPackage(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto package, openOvfPackage(path, options.limits, stop));
    ImportSource source;
    source.path = package.path;
    source.container = package.ova ? QStringLiteral("ova") : QStringLiteral("ovf");
    source.description = ImportFile{descriptionName(package.descriptorName), package.descriptor};
    source.warnings = package.warnings;
    if (package.envelope.systems.size() > 1)
        source.warnings.append(QStringLiteral("It describes %1 machines; all their disks become one image.")
                                   .arg(package.envelope.systems.size()));
    SEALIFT_ASSIGN(const auto doubts, verifyPackage(package, {}, stop));
    source.warnings += doubts;
    SEALIFT_ASSIGN(auto disks, probePackageDisks(package, source.warnings, stop));
    for (auto &probed : disks) {
        ImportDisk disk;
        disk.name = probed.name;
        disk.source = probed.href.isEmpty() ? probed.id : probed.href.section(QLatin1Char('/'), -1);
        disk.image = probed.image;
        SEALIFT_ASSIGN(disk.content, openPackageDisk(probed, options.disks, stop));
        source.disks.push_back(std::move(disk));
    }
    source.facts = factsOf(package);
    source.facts.insert(QStringLiteral("disks"), static_cast<qint64>(source.disks.size()));
    source.facts.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(source.warnings));
    return source;
}

} // namespace

qint64 ImportSource::size() const
{
    qint64 bytes = 0;
    for (const auto &disk : disks)
        bytes += disk.content->size();
    return bytes;
}

QString ImportSource::format() const
{
    return container.isEmpty() ? diskFormatName(disks.front().image.format) : container;
}

std::vector<pid_t> ImportSource::helperProcesses() const
{
    std::vector<pid_t> processes;
    for (const auto &disk : disks) {
        const auto own = disk.content->helperProcesses();
        processes.insert(processes.end(), own.begin(), own.end());
    }
    return processes;
}

Status ImportSource::close()
{
    Status first;
    for (auto &disk : disks) {
        auto closed = disk.content->close();
        if (!closed && first)
            first = std::move(closed);
    }
    return first;
}

Result<ImportSource> openImportSource(const QString &path, const ImportOpening &options, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto kind, packageKindOf(path));
    return kind == PackageKind::None ? openBareDisk(path, options, stop) : openPackage(path, options, stop);
}

} // namespace sealift
