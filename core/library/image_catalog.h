#pragma once

#include "base/result.h"
#include "library/image_manifest.h"
#include "library/snapshot.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace sealift {

class Repository;

/// A file of a snapshot that can be exported as a disk.
struct CatalogDisk {
    QString path;    ///< in the snapshot, from the root ("/vm1/disk.raw")
    qint64 size = 0; ///< bytes
};

/// One image of a library.
struct CatalogImage {
    SnapshotId snapshot;
    QString name;
    QDateTime time;
    QString hostname;
    QString username;
    QStringList tags;
    std::vector<CatalogDisk> disks;        ///< in the order of the manifest; by path for one of restic's
    std::optional<ImageManifest> manifest; ///< of an image that Sealift stored
};

/// What a library's snapshots hold, as far as it is disks.
///
/// An image of Sealift's is a snapshot whose root holds one folder, which holds `sealift.json`; its disks are the files
/// that this names. Of any other snapshot - restic's - a regular file is a disk if it is the only one of the snapshot
/// or its name ends like a disk's (.raw .img .dd .bin .iso .qcow2 .vmdk .vhd .vhdx .vdi, in any case). Each of its
/// disks is an image by itself, named after the file without its folder. Any other file can be exported too, but only
/// by its path.
struct Catalog {
    std::vector<CatalogImage> images; ///< oldest first
    /// All snapshots that can be read, also those without an image.
    std::vector<StoredSnapshot> snapshots;
    /// Snapshots that cannot be read, or whose trees cannot.
    std::vector<SnapshotList::Unreadable> unreadable;
    /// Why index files were left out: what they alone name cannot be found.
    std::vector<Error> damagedIndexes;
};

/// Lists the snapshots, then loads the index, then looks into the trees. A tree that several snapshots share is read
/// once. Errors: those of the store; Cancelled. A single bad snapshot or index file is no error but
/// listed.
Result<Catalog> loadCatalog(Repository &repository, const std::stop_token &stop);

/// What an export asked for.
struct ImageChoice {
    CatalogImage image;
    CatalogDisk disk;
};

/// Finds a disk by what a person typed: an image's name (its latest), or a snapshot's id or the beginning of one (at
/// least four digits); a name goes first. @param path chooses among several disks: the path in the snapshot, or the end
/// of it; with an id it may name any regular file of the snapshot. Empty: the only disk. Errors: NotFound;
/// InvalidArgument - ambiguous, names the choices; those of loading trees.
Result<ImageChoice> chooseDisk(const Repository &repository, const Catalog &catalog, const QString &text,
                               const QString &path, const std::stop_token &stop);

/// Finds an image by what a person typed, as chooseDisk() does. Errors: NotFound; InvalidArgument - ambiguous, or a
/// snapshot with several images.
Result<CatalogImage> chooseImage(const Catalog &catalog, const QString &text);

/// A regular file's content.
struct FileContent {
    qint64 size = 0;             ///< bytes
    std::vector<BlobId> content; ///< in order
};

/// Finds a file in a snapshot's tree by its path from the root. Errors: NotFound, naming the path; InvalidArgument - no
/// regular file; Corrupt; those of the store.
Result<FileContent> loadFile(const Repository &repository, const BlobId &tree, const QString &path,
                             const std::stop_token &stop);

/// The bytes of a small file. Errors: as loadFile(); LimitExceeded beyond `maxSize`.
Result<QByteArray> loadSmallFile(const Repository &repository, const FileContent &file, qint64 maxSize,
                                 const std::stop_token &stop);

} // namespace sealift
