#include "image/inspect/linux_system.h"

#include "image/inspect/linux_files.h"
#include "image/inspect/linux_kernels.h"
#include "image/inspect/linux_network.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kSmallFile = 256LL << 10;
constexpr qint64 kElfHeader = 64;
const auto kNoFstab = QStringLiteral("there is no /etc/fstab");

/// The first of the files that is there; empty if none.
Result<QByteArray> firstOf(const GuestRoot &root, const QStringList &files, qint64 limit)
{
    for (const auto &file : files) {
        SEALIFT_ASSIGN(auto content, root.read(file, limit));
        if (content && !content->isEmpty())
            return *content;
    }
    return QByteArray();
}

Result<Fact<QString>> architectureOf(const GuestRoot &root)
{
    SEALIFT_ASSIGN(const auto header, firstOf(root,
                                              {QStringLiteral("/bin/sh"), QStringLiteral("/usr/bin/env"),
                                               QStringLiteral("/sbin/init"), QStringLiteral("/bin/busybox")},
                                              kElfHeader));
    if (const auto machine = elfMachine(header))
        return Fact<QString>(*machine);
    return Fact<QString>::unknown(QStringLiteral("none of its usual programs is there"));
}

/// The volume that fstab names, if it is one of this disk's.
const GuestVolume *volumeFor(const QString &source, const QList<GuestVolume> &volumes)
{
    const auto value = source.mid(source.indexOf(QLatin1Char('=')) + 1).remove(QLatin1Char('"'));
    for (const auto &volume : volumes) {
        const bool matches =
            (source.startsWith(QLatin1String("UUID=")) && volume.facts.uuid.compare(value, Qt::CaseInsensitive) == 0) ||
            (source.startsWith(QLatin1String("LABEL=")) && volume.facts.label == value) ||
            (source.startsWith(QLatin1String("PARTUUID=")) &&
             volume.partitionUuid.compare(value, Qt::CaseInsensitive) == 0);
        if (matches && !value.isEmpty())
            return &volume;
    }
    return nullptr;
}

/// Where /boot is: a folder of the root, or a volume of its own.
Result<std::optional<GuestRoot>> bootFolder(const GuestRoot &root, const QByteArray &fstab, const DiskTool &grub,
                                            const QList<GuestVolume> &volumes)
{
    const auto source = fstabSource(fstab, QStringLiteral("/boot"));
    if (!source.isEmpty()) {
        const auto *volume = volumeFor(source, volumes);
        if (volume == nullptr)
            return std::optional<GuestRoot>();
        return std::optional(GuestRoot(FileTree(grub, volume->view), {}));
    }
    return std::optional(GuestRoot(root.tree(), root.prefix() + QStringLiteral("/boot")));
}

/// The files that boot loaders read, and whether only entries of the boot loader specification name a kernel.
Status addBootConfiguration(const GuestRoot &boot, OsFacts &system)
{
    bool namesKernel = false;
    for (const auto *file : {"/grub/grub.cfg", "/grub2/grub.cfg", "/grub/menu.lst", "/grub/grub.conf",
                             "/extlinux/extlinux.conf", "/syslinux/syslinux.cfg"}) {
        SEALIFT_ASSIGN(const auto content, boot.read(QLatin1String(file), kSmallFile));
        if (!content)
            continue;
        system.bootConfigurations.append(QStringLiteral("/boot") + QLatin1String(file));
        for (const auto &line : content->split('\n')) {
            const auto plain = line.trimmed();
            const bool names = plain.startsWith("linux") || plain.startsWith("kernel") || plain.startsWith("LINUX") ||
                               plain.startsWith("KERNEL");
            namesKernel = namesKernel || (names && plain.contains("vmlinu"));
        }
    }
    SEALIFT_ASSIGN(const auto entries, boot.list(QStringLiteral("/loader/entries")));
    bool hasEntries = false;
    for (const auto &entry : entries) {
        if (!entry.name.endsWith(QLatin1String(".conf")))
            continue;
        hasEntries = true;
        system.bootConfigurations.append(QStringLiteral("/boot/loader/entries/") + entry.name);
    }
    system.bootEntriesOnly = hasEntries && !namesKernel;
    return {};
}

/// A failure that is a fact about this file system, and not the end of the inspection.
bool isFact(const Error &error)
{
    return error.code() == ErrorCode::Unsupported || error.code() == ErrorCode::LimitExceeded ||
           error.code() == ErrorCode::ToolFailed || error.code() == ErrorCode::Corrupt ||
           error.code() == ErrorCode::Timeout;
}

Status addLinux(const GuestRoot &root, const DiskTool &grub, const QList<GuestVolume> &volumes, OsFacts &system)
{
    SEALIFT_ASSIGN(const auto fstab, root.read(QStringLiteral("/etc/fstab"), kSmallFile));
    if (fstab)
        system.fstab = parseFstab(*fstab);
    else
        system.fstab = Fact<FstabFacts>::unknown(kNoFstab);
    SEALIFT_ASSIGN(const auto boot, bootFolder(root, fstab.value_or(QByteArray()), grub, volumes));
    if (boot) {
        SEALIFT_TRY(addBootConfiguration(*boot, system));
        SEALIFT_ASSIGN(system.kernels, findKernels(root, *boot));
    } else {
        system.bootEntriesOnly =
            Fact<bool>::unknown(QStringLiteral("/etc/fstab has /boot on a volume that is not on this disk"));
    }
    SEALIFT_ASSIGN(system.network, findNetwork(root));
    return {};
}

/// What was not reached is not known for the reason that ended the reading.
void explainUnread(const QString &because, OsFacts &system)
{
    if (!system.fstab && system.fstab.because() != kNoFstab)
        system.fstab = Fact<FstabFacts>::unknown(because);
    if (!system.bootEntriesOnly)
        system.bootEntriesOnly = Fact<bool>::unknown(because);
    system.network = Fact<NetworkFacts>::unknown(because);
}

} // namespace

Result<std::optional<OsFacts>> describeUnix(const GuestRoot &root, const DiskTool &grub,
                                            const QList<GuestVolume> &volumes)
{
    OsFacts system;
    SEALIFT_ASSIGN(
        const auto release,
        firstOf(root, {QStringLiteral("/etc/os-release"), QStringLiteral("/usr/lib/os-release")}, kSmallFile));
    const auto values = parseAssignments(release);
    system.distribution = values.value(QStringLiteral("ID"));
    system.version = values.value(QStringLiteral("VERSION_ID"));
    system.name = values.value(QStringLiteral("PRETTY_NAME"), values.value(QStringLiteral("NAME")));
    SEALIFT_ASSIGN(system.architecture, architectureOf(root));
    if (system.distribution == QLatin1String("freebsd") || system.distribution.isEmpty()) {
        SEALIFT_ASSIGN(const auto version, root.read(QStringLiteral("/bin/freebsd-version"), kSmallFile));
        if (version) {
            system.family = OsFamily::FreeBsd;
            static const auto kUserland = QStringLiteral("USERLAND_VERSION");
            system.distribution = QStringLiteral("freebsd");
            if (system.version.isEmpty())
                system.version = parseAssignments(*version).value(kUserland);
            if (system.name.isEmpty())
                system.name = QStringLiteral("FreeBSD %1").arg(system.version);
            return std::optional(system);
        }
    }
    if (system.distribution.isEmpty()) {
        // Old distributions have their name elsewhere.
        SEALIFT_ASSIGN(const auto old,
                       firstOf(root,
                               {QStringLiteral("/etc/redhat-release"), QStringLiteral("/etc/debian_version"),
                                QStringLiteral("/etc/SuSE-release")},
                               kSmallFile));
        system.name = QString::fromUtf8(old.left(old.indexOf('\n'))).trimmed();
    }
    SEALIFT_ASSIGN(const auto modules, root.list(QStringLiteral("/lib/modules")));
    if (system.distribution.isEmpty() && system.name.isEmpty() && modules.isEmpty())
        return std::optional<OsFacts>();
    system.family = OsFamily::Linux;
    if (system.name.isEmpty())
        system.name = QStringLiteral("Linux");
    const auto added = addLinux(root, grub, volumes, system);
    if (!added && !isFact(added.error()))
        return fail(added.error());
    if (!added)
        explainUnread(added.error().what(), system);
    return std::optional(system);
}

} // namespace sealift
