#pragma once

#include "image/inspect/disk_tool.h"

#include <optional>

namespace sealift {

/// One file system, read without mounting it: by GRUB's file-system drivers (ext2/3/4, XFS, Btrfs, NTFS, FAT, UFS,
/// ISO 9660 and more; symbolic links are followed), which run as grub-common's `grub-fstest` in the sandbox. Paths
/// begin with '/'. For one thread.
class FileTree
{
public:
    struct Entry {
        QString name;
        bool folder = false;
        qint64 size = 0; ///< bytes; 0 for a folder
    };

    /// @param grub what DiskTool::find() found of kTool.
    FileTree(DiskTool grub, DiskView view);

    static constexpr const char *kTool = "grub-fstest";
    static constexpr const char *kPackage = "grub-common";

    /// The entries of a folder but "." and ".."; empty where there is no such folder. Names that cannot be shown are
    /// left out. Errors: Unsupported (the file system cannot be read), those of DiskTool::run().
    Result<QList<Entry>> list(const QString &folder) const;

    /// Bytes of a file from `skip` on, at most `limit`; nothing where there is no such file. Errors: as above.
    Result<std::optional<QByteArray>> read(const QString &file, qint64 limit, qint64 skip = 0) const;

    const DiskView &view() const { return m_view; }

private:
    DiskTool m_grub;
    DiskView m_view;
};

} // namespace sealift
