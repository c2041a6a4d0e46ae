#include "task/image_registration.h"

#include <algorithm>

namespace sealift {

namespace {

const auto kUefi = QStringLiteral("uefi");
const auto kBios = QStringLiteral("legacy-bios");
const auto kEither = QStringLiteral("uefi-preferred");
const auto kX86 = QStringLiteral("x86_64");
const auto kArm = QStringLiteral("arm64");

Error unknown(const QString &what, const QString &because, const QString &remedy)
{
    return {ErrorCode::Unsupported, QStringLiteral("%1 is not known: %2").arg(what, because), remedy};
}

Result<QString> architectureOf(const Fact<DiskFacts> &disk, const QString &chosen)
{
    if (!chosen.isEmpty())
        return chosen;
    const auto remedy = QStringLiteral("Say it with --architecture x86_64 or --architecture arm64.");
    const auto what = QStringLiteral("the machine's architecture");
    if (!disk)
        return fail(unknown(what, disk.because(), remedy));
    const auto &files = disk->boot.efiFiles;
    const auto hasLoader = [&files](const char *name) {
        return std::any_of(files.begin(), files.end(), [name](const QString &file) {
            return file.endsWith(QLatin1String(name), Qt::CaseInsensitive);
        });
    };
    if (!disk->systems.isEmpty() && disk->systems.first().architecture) {
        const auto &found = *disk->systems.first().architecture;
        if (found == QLatin1String("x86_64"))
            return kX86;
        if (found == QLatin1String("aarch64"))
            return kArm;
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("EC2 has no machines for a system for %1").arg(found),
                          QStringLiteral("Import it with --to ec2-snapshot, or say otherwise with --architecture.")));
    }
    if (hasLoader("aa64.efi"))
        return kArm;
    // What BIOS code there is is of x86; 32-bit systems are told by their kernels above.
    if (hasLoader("x64.efi") || disk->boot.mode == BootMode::Bios)
        return kX86;
    return fail(unknown(what,
                        disk->systems.isEmpty() ? QStringLiteral("no operating system was found")
                                                : disk->systems.first().architecture.because(),
                        remedy));
}

Result<QString> bootModeOf(const Fact<DiskFacts> &disk, const QString &chosen)
{
    if (!chosen.isEmpty())
        return chosen;
    if (disk && disk->boot.mode == BootMode::Uefi)
        return kUefi;
    if (disk && disk->boot.mode == BootMode::Bios)
        return kBios;
    if (disk && disk->boot.mode == BootMode::Both)
        return kEither;
    return fail(unknown(QStringLiteral("how the disk starts"), disk ? disk->boot.modeBecause : disk.because(),
                        QStringLiteral("Say it with --boot-mode uefi or --boot-mode legacy-bios.")));
}

bool lacksEna(const Fact<DiskFacts> &disk)
{
    if (!disk || disk->systems.isEmpty() || disk->systems.first().kernels.isEmpty())
        return false;
    const auto &drivers = disk->systems.first().kernels.first().drivers;
    return std::any_of(drivers.begin(), drivers.end(), [](const DriverFacts &driver) {
        return driver.name == QLatin1String("ena") && driver.place.is(DriverPlace::Missing);
    });
}

} // namespace

Result<NewImage> newImageOf(const Fact<DiskFacts> &disk, const RegistrationSettings &settings,
                            const QString &description)
{
    NewImage image;
    image.name = settings.name;
    image.description = description;
    SEALIFT_ASSIGN(image.architecture, architectureOf(disk, settings.architecture));
    SEALIFT_ASSIGN(image.bootMode, bootModeOf(disk, settings.bootMode));
    image.ena = !lacksEna(disk);
    if (image.architecture == kArm && image.bootMode == kEither)
        image.bootMode = kUefi;
    if (image.architecture == kArm && image.bootMode != kUefi)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("machines of EC2 for arm64 start by UEFI only"),
                          QStringLiteral("Use --boot-mode uefi, if the disk has a loader for it.")));
    return image;
}

} // namespace sealift
