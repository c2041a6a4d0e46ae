#include "common/package_inspection.h"

#include <algorithm>

namespace sealift {

namespace {

Result<DiskFacts> factsOf(PackageDisk &disk, const OpenOptions &options, const InspectOptions &looking,
                          const std::stop_token &stop)
{
    if (disk.packing != Packing::Unknown)
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("it is compressed by %1, and only import unpacks it").arg(packingName(disk.packing))));
    SEALIFT_ASSIGN(const auto source, openPackageDisk(disk, {}, options, stop));
    SEALIFT_ASSIGN(auto facts, inspectDisk(*source, looking, stop));
    SEALIFT_TRY(source->close());
    return facts;
}

Result<InspectedDisk> inspected(PackageDisk &disk, const OpenOptions &options, const InspectOptions &looking,
                                const std::stop_token &stop)
{
    InspectedDisk result;
    result.name = disk.name;
    result.href = disk.href;
    result.image = disk.image;
    result.packing = disk.packing;
    auto facts = factsOf(disk, options, looking, stop);
    if (facts) {
        result.facts = *std::move(facts);
        return result;
    }
    const auto &error = facts.error();
    if (error.code() == ErrorCode::Cancelled)
        return fail(error);
    result.facts = Fact<DiskFacts>::unknown(
        error.remedy().isEmpty() ? error.what() : QStringLiteral("%1. %2").arg(error.what(), error.remedy()));
    return result;
}

} // namespace

const InspectedDisk &PackageInspection::systemDisk() const
{
    const auto found = std::find_if(disks.begin(), disks.end(), [](const InspectedDisk &disk) {
        return disk.facts.known() && !disk.facts->systems.isEmpty();
    });
    return found != disks.end() ? *found : disks.front();
}

Result<PackageInspection> inspectPackage(const QString &path, VerifyFiles verify, const OpenOptions &options,
                                         const InspectOptions &looking, const std::stop_token &stop, Parents parents)
{
    PackageInspection inspection;
    SEALIFT_ASSIGN(inspection.package, openOvfPackage(path, {}, stop));
    inspection.warnings = inspection.package.warnings;
    inspection.host.writer = writerOf({path});
    inspection.host.clockSet = clockIsSet();
    if (verify == VerifyFiles::Yes) {
        SEALIFT_ASSIGN(const auto doubts, verifyPackage(inspection.package, {}, stop));
        inspection.warnings += doubts;
        inspection.verified = inspection.package.manifest.isThere();
    }
    SEALIFT_ASSIGN(auto disks, probePackageDisks(inspection.package, inspection.warnings, stop,
                                                 {.format = {}, .parents = parents}));
    for (auto &disk : disks) {
        SEALIFT_ASSIGN(auto result, inspected(disk, options, looking, stop));
        inspection.disks.push_back(std::move(result));
    }
    return inspection;
}

PreflightSubject subjectOf(const PackageInspection &inspection, Destination destination)
{
    const auto &disk = inspection.systemDisk();
    PreflightSubject subject;
    subject.destination = destination;
    subject.diskSize = disk.image.virtualSize;
    subject.image = disk.image;
    subject.facts = disk.facts.value();
    subject.notSeen = disk.facts.because();
    subject.disks = static_cast<int>(inspection.disks.size());
    subject.host = inspection.host;
    return subject;
}

} // namespace sealift
