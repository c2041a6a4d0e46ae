#include "image/ovf/archive_files.h"

#include <map>

namespace sealift {

namespace {

class ArchiveFiles final : public PackageFiles
{
public:
    ArchiveFiles(std::shared_ptr<const DiskFile> archive, ArchiveKind kind, QStringList names,
                 const ArchiveLimits &limits, const Unpacking &unpacking, std::stop_token stop)
        : m_archive(std::move(archive))
        , m_kind(kind)
        , m_names(std::move(names))
        , m_limits(limits)
        , m_unpacking(unpacking)
        , m_stop(std::move(stop))
    {
    }

    QStringList names() const override { return m_names; }
    bool contains(const QString &name) const override { return m_names.contains(name); }

    Result<std::unique_ptr<PackedFile>> open(const QString &name) override
    {
        auto &file = m_kept[name];
        if (!file) {
            SEALIFT_ASSIGN(file, keep(name));
        }
        std::vector<PackedFile::Part> parts;
        parts.push_back({file, 0, file->size()});
        return std::make_unique<PackedFile>(file->path(), std::move(parts));
    }

private:
    Result<std::shared_ptr<const DiskFile>> keep(const QString &name)
    {
        const auto open = memberOpener(m_kind, name, m_limits, m_unpacking.limits);
        SEALIFT_ASSIGN(const auto stream, open(*m_archive, m_stop));
        const auto next = [&](MutableBytes out) { return stream->read(out, m_stop); };
        SEALIFT_ASSIGN(std::shared_ptr<const DiskFile> file,
                       m_unpacking.keep(m_archive->path(), QStringLiteral("%1: %2").arg(m_archive->path(), name),
                                        stream->toldSize(), next, m_stop));
        SEALIFT_TRY(m_archive->checkUnchanged());
        return file;
    }

    const std::shared_ptr<const DiskFile> m_archive;
    const ArchiveKind m_kind;
    const QStringList m_names;
    const ArchiveLimits m_limits;
    const Unpacking m_unpacking;
    const std::stop_token m_stop;
    std::map<QString, std::shared_ptr<const DiskFile>> m_kept;
};

} // namespace

std::unique_ptr<PackageFiles> openArchiveFiles(std::shared_ptr<const DiskFile> archive, ArchiveKind kind,
                                               const QStringList &names, const ArchiveLimits &limits,
                                               const Unpacking &unpacking, const std::stop_token &stop)
{
    return std::make_unique<ArchiveFiles>(std::move(archive), kind, names, limits, unpacking, stop);
}

} // namespace sealift
