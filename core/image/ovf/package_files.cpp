#include "image/ovf/package_files.h"

#include "image/archive/tar_index.h"

#include <QDir>
#include <QFileInfo>

#include <map>

namespace sealift {

namespace {

Error missing(const QString &package, const QString &name)
{
    return Error(ErrorCode::NotFound, QStringLiteral("%1: there is no file %2 in it").arg(package, name),
                 QStringLiteral("Copy or download the package again, with all of its files."))
        .with(QStringLiteral("file"), package)
        .with(QStringLiteral("member"), name);
}

class TarFiles final : public PackageFiles
{
public:
    TarFiles(std::shared_ptr<const DiskFile> archive, TarIndex index)
        : m_archive(std::move(archive))
        , m_ended(index.ended)
    {
        for (const auto &member : index.members) {
            m_names.append(member.name);
            m_members.emplace(member.name, member);
        }
    }

    QStringList names() const override { return m_names; }
    bool contains(const QString &name) const override { return m_members.contains(name); }

    Result<std::unique_ptr<PackedFile>> open(const QString &name) override
    {
        const auto member = m_members.find(name);
        if (member == m_members.end())
            return fail(missing(m_archive->path(), name));
        std::vector<PackedFile::Part> parts;
        parts.push_back({m_archive, member->second.offset, member->second.size});
        return std::make_unique<PackedFile>(QStringLiteral("%1: %2").arg(m_archive->path(), name), std::move(parts));
    }

    QStringList warnings() const override
    {
        if (m_ended)
            return {};
        return {QStringLiteral("The archive has no end mark: something may be missing at its end.")};
    }

private:
    std::shared_ptr<const DiskFile> m_archive;
    bool m_ended;
    QStringList m_names;
    std::map<QString, TarMember> m_members;
};

class FolderFiles final : public PackageFiles
{
public:
    explicit FolderFiles(QString folder)
        : m_folder(std::move(folder))
    {
    }

    QStringList names() const override
    {
        return QDir(m_folder).entryList({QStringLiteral("*.ovf"), QStringLiteral("*.mf"), QStringLiteral("*.cert")},
                                        QDir::Files, QDir::Name);
    }

    bool contains(const QString &name) const override { return QFileInfo::exists(pathOf(name)); }

    Result<std::unique_ptr<PackedFile>> open(const QString &name) override
    {
        const auto path = pathOf(name);
        const auto real = QFileInfo(path).canonicalFilePath();
        if (real.isEmpty())
            return fail(missing(m_folder, name));
        if (!real.startsWith(pathOf({})))
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is a link out of the package's folder").arg(path),
                              QStringLiteral("Put the file itself into the folder."))
                            .with(QStringLiteral("file"), path));
        // One that was looked at before is the same later, whatever its name has come to mean.
        auto &file = m_open[name];
        if (!file) {
            SEALIFT_ASSIGN(file, LocalFile::open(real));
        }
        std::vector<PackedFile::Part> parts;
        parts.push_back({file, 0, file->size()});
        return std::make_unique<PackedFile>(real, std::move(parts));
    }

private:
    QString pathOf(const QString &name) const
    {
        return (m_folder.endsWith(QLatin1Char('/')) ? m_folder : m_folder + QLatin1Char('/')) + name;
    }

    QString m_folder;
    std::map<QString, std::shared_ptr<const DiskFile>> m_open;
};

} // namespace

Result<std::unique_ptr<PackageFiles>> openTarFiles(const QString &path, const ArchiveLimits &limits,
                                                   const std::stop_token &stop)
{
    SEALIFT_ASSIGN(std::shared_ptr<const DiskFile> archive, LocalFile::open(path));
    SEALIFT_ASSIGN(auto index, readTarIndex(*archive, limits, stop));
    SEALIFT_TRY(archive->checkUnchanged());
    return std::unique_ptr<PackageFiles>(std::make_unique<TarFiles>(std::move(archive), std::move(index)));
}

std::unique_ptr<PackageFiles> openFolderFiles(const QString &folder)
{
    return std::make_unique<FolderFiles>(folder);
}

} // namespace sealift
