#include "image/inspect/os_scan.h"

#include "image/inspect/linux_system.h"
#include "image/inspect/windows_system.h"

#include <algorithm>

namespace sealift {

namespace {

/// Folders that Btrfs distributions have their root subvolume in (Ubuntu and others, Debian, Fedora, openSUSE).
const QStringList kSubvolumes{QStringLiteral("@"), QStringLiteral("@rootfs"), QStringLiteral("root")};

using Entries = QList<FileTree::Entry>;

bool hasFolder(const Entries &entries, const char *name)
{
    return std::any_of(entries.begin(), entries.end(), [&](const FileTree::Entry &one) {
        return one.folder && one.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    });
}

bool isUnixRoot(const Entries &entries)
{
    return hasFolder(entries, "etc") && (hasFolder(entries, "usr") || hasFolder(entries, "bin"));
}

class SystemFinder
{
public:
    SystemFinder(const DiskTool &grub, const QList<GuestVolume> &volumes, DiskFacts &facts)
        : m_grub(grub)
        , m_volumes(volumes)
        , m_facts(facts)
    {
    }

    Status look(const GuestVolume &volume)
    {
        const FileTree tree(m_grub, volume.view);
        SEALIFT_ASSIGN(const auto top, tree.list(QStringLiteral("/")));
        if (isUnixRoot(top))
            return addUnix(volume, GuestRoot(tree, {}));
        if (hasFolder(top, "Windows")) {
            SEALIFT_ASSIGN(auto system, describeWindows(GuestRoot(tree, {}), top));
            return add(volume, std::move(system));
        }
        if (volume.facts.type != QLatin1String("btrfs"))
            return {};
        for (const auto &subvolume : kSubvolumes) {
            if (!hasFolder(top, subvolume.toLatin1().constData()))
                continue;
            SEALIFT_ASSIGN(const auto entries, tree.list(QLatin1Char('/') + subvolume));
            if (isUnixRoot(entries))
                return addUnix(volume, GuestRoot(tree, QLatin1Char('/') + subvolume));
        }
        return {};
    }

private:
    Status addUnix(const GuestVolume &volume, const GuestRoot &root)
    {
        SEALIFT_ASSIGN(auto system, describeUnix(root, m_grub, m_volumes));
        if (system) {
            system->subvolume = root.prefix().mid(1);
            return add(volume, std::move(*system));
        }
        return {};
    }

    Status add(const GuestVolume &volume, OsFacts system)
    {
        system.place = volume.facts.place;
        m_facts.systems.append(std::move(system));
        return {};
    }

    const DiskTool &m_grub;
    const QList<GuestVolume> &m_volumes;
    DiskFacts &m_facts;
};

} // namespace

Status scanSystems(const DiskTool &grub, const QList<GuestVolume> &volumes, DiskFacts &facts)
{
    SystemFinder finder(grub, volumes, facts);
    for (const auto &volume : volumes) {
        if (volume.facts.usage != VolumeUsage::FileSystem || volume.facts.type == QLatin1String("vfat"))
            continue;
        auto looked = finder.look(volume);
        if (looked)
            continue;
        const auto code = looked.error().code();
        if (code == ErrorCode::Cancelled || code == ErrorCode::Io || code == ErrorCode::SourceChanged ||
            code == ErrorCode::ToolMissing)
            return looked;
        facts.notes.append(QStringLiteral("What is on %1 (%2) is not known: %3.")
                               .arg(volume.facts.place, volume.facts.type, looked.error().what()));
    }
    return {};
}

} // namespace sealift
