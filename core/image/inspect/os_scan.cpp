#include "image/inspect/os_scan.h"

#include "image/inspect/linux_system.h"
#include "image/inspect/sensitive_files.h"
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

/// What is no fact about one file system, but the end of the inspection.
bool endsInspection(const Error &error)
{
    const auto code = error.code();
    return code == ErrorCode::Cancelled || code == ErrorCode::Io || code == ErrorCode::SourceChanged ||
           code == ErrorCode::ToolMissing;
}

class SystemFinder
{
public:
    SystemFinder(const DiskTool &grub, const QList<GuestVolume> &volumes, bool sensitiveFiles, DiskFacts &facts)
        : m_grub(grub)
        , m_volumes(volumes)
        , m_sensitiveFiles(sensitiveFiles)
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
            const GuestRoot root(tree, {});
            SEALIFT_ASSIGN(auto system, describeWindows(root, top));
            return add(volume, root, std::move(system));
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
            return add(volume, root, std::move(*system));
        }
        return {};
    }

    Status add(const GuestVolume &volume, const GuestRoot &root, OsFacts system)
    {
        system.place = volume.facts.place;
        if (m_sensitiveFiles) {
            auto files = findSensitiveFiles(root, system.family);
            if (!files && endsInspection(files.error()))
                return fail(std::move(files).error());
            system.sensitiveFiles = files ? Fact<QList<SensitiveFile>>(*std::move(files))
                                          : Fact<QList<SensitiveFile>>::unknown(files.error().what());
        }
        m_facts.systems.append(std::move(system));
        return {};
    }

    const DiskTool &m_grub;
    const QList<GuestVolume> &m_volumes;
    const bool m_sensitiveFiles;
    DiskFacts &m_facts;
};

} // namespace

Status scanSystems(const DiskTool &grub, const QList<GuestVolume> &volumes, bool sensitiveFiles, DiskFacts &facts)
{
    SystemFinder finder(grub, volumes, sensitiveFiles, facts);
    for (const auto &volume : volumes) {
        if (volume.facts.usage != VolumeUsage::FileSystem || volume.facts.type == QLatin1String("vfat"))
            continue;
        auto looked = finder.look(volume);
        if (looked)
            continue;
        if (endsInspection(looked.error()))
            return looked;
        facts.notes.append(QStringLiteral("What is on %1 (%2) is not known: %3.")
                               .arg(volume.facts.place, volume.facts.type, looked.error().what()));
    }
    return {};
}

} // namespace sealift
