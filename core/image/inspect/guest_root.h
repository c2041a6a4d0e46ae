#pragma once

#include "image/inspect/file_tree.h"
#include "image/inspect/volume_facts.h"

namespace sealift {

/// The root of a guest's files: a file system, or a folder in it (a Btrfs subvolume, a /boot that is a volume of its
/// own). Paths begin with '/', as the guest sees them.
class GuestRoot
{
public:
    /// @param prefix the folder in the file system; empty: its top.
    GuestRoot(FileTree tree, QString prefix)
        : m_tree(std::move(tree))
        , m_prefix(std::move(prefix))
    {
    }

    const FileTree &tree() const { return m_tree; }
    const QString &prefix() const { return m_prefix; }
    DiskWindow &disk() const { return m_tree.view().disk(); }

    /// As FileTree's.
    Result<QList<FileTree::Entry>> list(const QString &folder) const { return m_tree.list(m_prefix + folder); }
    Result<std::optional<QByteArray>> read(const QString &file, qint64 limit, qint64 skip = 0) const
    {
        return m_tree.read(m_prefix + file, limit, skip);
    }

private:
    FileTree m_tree;
    QString m_prefix;
};

/// A volume with a file system, for whoever looks for other parts of a guest.
struct GuestVolume {
    VolumeFacts facts;
    QString partitionUuid; ///< of the partition that it is on
    DiskView view;
};

} // namespace sealift
