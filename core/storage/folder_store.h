#pragma once

#include "base/output_file.h"
#include "storage/object_store.h"
#include "storage/store_folders.h"

namespace sealift {

/// Objects as files in a folder, each under its name: with a library's names that is the layout of restic's local
/// repositories (restic's doc/design.rst, "Repository Layout"). Folders have mode 0700, files 0600.
///
/// An object is written to a file without a name (O_TMPFILE), synced, and only then linked into its folder, which is
/// synced as well: a kill or a power cut at any moment leaves the whole object or nothing. Where the file system has no
/// such files (FAT, NFS, some FUSE ones) and where an object is replaced, a staged file ".sealift-*.tmp" can be left
/// behind; it is no object, and sweepTemporaries() removes it. Removals are durable too.
///
/// Symbolic links are followed on the way to the folder, but never inside it: such an object or folder is Unsafe to
/// read or write and is not listed. A call can last longer than a second after a stop request where the system itself
/// makes it wait (a disk that is spinning up, a dead NFS server).
class FolderStore : public ObjectStore
{
public:
    /// @param path the folder; made absolute. Nothing is touched, and nothing needs to be there, before the first call.
    /// @param staging Named does without files that have no name, for file systems that claim to have them and fail.
    explicit FolderStore(const QString &path, Staging staging = Staging::Automatic);

    /// The folder's absolute path.
    QString location() const override;
    QString localFolder() const override { return location(); }
    /// Errors: also InvalidArgument where the path is a file.
    Status create(std::stop_token stop) override;
    Status put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop) override;
    Result<qint64> size(const QString &name, std::stop_token stop) override;
    Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) override;
    Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) override;
    Status list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                std::stop_token stop) override;
    Status remove(const QString &name, std::stop_token stop) override;
    int suggestedConcurrency() const override;

    /// Removes the staged files of processes that were killed; those of living writers, whose lock on them is held,
    /// stay. Safe at any time, beside other processes. What cannot be removed is left for the next time.
    Status sweepTemporaries(std::stop_token stop);

private:
    Result<FileDescriptor> openObject(const QString &name, qint64 &size) const;

    StoreFolders m_folders;
    const Staging m_staging;
};

} // namespace sealift
