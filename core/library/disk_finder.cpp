#include "library/disk_finder.h"

#include "library/tree_paths.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sealift {

bool isDiskName(const QString &name)
{
    static constexpr const char *kEndings[] = {".raw",   ".img",  ".dd",  ".bin",  ".iso",
                                               ".qcow2", ".vmdk", ".vhd", ".vhdx", ".vdi"};
    return std::any_of(std::begin(kEndings), std::end(kEndings), [&name](const char *ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

Result<std::vector<CatalogDisk>> DiskFinder::disksIn(const BlobId &root, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto summary, summarize(root, 0, stop));
    if (summary.files == 1 && summary.disks.empty())
        summary.disks.push_back(summary.last);
    std::sort(summary.disks.begin(), summary.disks.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return std::move(summary.disks);
}

Result<DiskFinder::Summary> DiskFinder::summarize(const BlobId &tree, int depth, const std::stop_token &stop)
{
    if (depth > kMaxTreeDepth)
        return fail(
            Error(ErrorCode::LimitExceeded, QStringLiteral("folders are nested more than %1 deep").arg(kMaxTreeDepth)));
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(tree); known != m_known.end())
            return known->second;
    }
    Summary summary;
    std::vector<std::pair<QString, BlobId>> folders;
    SEALIFT_TRY(loadTree(
        m_repository, tree, ReadContent::No,
        [&](const TreeNode &node) -> Status {
            const auto path = QStringLiteral("/%1").arg(displayName(node.name));
            if (node.type == NodeType::Dir && node.subtree) {
                folders.emplace_back(path, *node.subtree);
            } else if (node.type == NodeType::File) {
                ++summary.files;
                summary.last = {path, static_cast<qint64>(node.size)};
                if (isDiskName(path))
                    summary.disks.push_back(summary.last);
            }
            return {};
        },
        stop));
    for (const auto &[path, subtree] : folders) {
        SEALIFT_ASSIGN(const auto below, summarize(subtree, depth + 1, stop));
        summary.files += below.files;
        if (below.files > 0)
            summary.last = {path + below.last.path, below.last.size};
        for (const auto &disk : below.disks)
            summary.disks.push_back({path + disk.path, disk.size});
    }
    const std::lock_guard lock(m_mutex);
    m_known.emplace(tree, summary);
    return summary;
}

} // namespace sealift
