#pragma once

#include "base/result.h"
#include "library/image_catalog.h"

#include <map>
#include <mutex>

namespace sealift {

/// Finds the disks in snapshots that restic made, by the rule that Catalog states. Remembers what it found in a tree:
/// snapshots of one machine share most of theirs. May be used by many threads at once.
class DiskFinder
{
public:
    explicit DiskFinder(const Repository &repository)
        : m_repository(repository)
    {
    }

    const Repository &repository() const { return m_repository; }

    /// The disks below a root, by path. Errors: those of loading trees; LimitExceeded - nested too deeply.
    Result<std::vector<CatalogDisk>> disksIn(const BlobId &root, const std::stop_token &stop);

private:
    /// What lies below a tree; paths are relative to it.
    struct Summary {
        quint64 files = 0;              ///< regular ones
        std::vector<CatalogDisk> disks; ///< those with a disk's ending
        CatalogDisk last;               ///< any one of the regular files
    };

    Result<Summary> summarize(const BlobId &tree, int depth, const std::stop_token &stop);

    const Repository &m_repository;
    std::mutex m_mutex;
    std::map<BlobId, Summary> m_known;
};

/// Whether a file's name ends like a disk's.
bool isDiskName(const QString &name);

} // namespace sealift
