#pragma once

#include "library/fetch_plan.h"
#include "library/image_catalog.h"
#include "library/repository_lock.h"
#include "task/import_source.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace sealift {

class Repository;

/// An image in a library for whoever reads all of it: found, planned, and locked so that nobody removes it meanwhile.
class StoredImage
{
public:
    struct Disk {
        QString source;                             ///< the file's name in its snapshot
        std::optional<ImageManifest::Disk> record;  ///< what its image says of it; nothing of one that restic stored
        std::unique_ptr<const FileContent> content; ///< the blobs that it is made of
        std::unique_ptr<const FetchPlan> plan;      ///< where they lie
    };

    /// Takes a shared lock where the store can be written, loads the index, and finds the image and all its disks.
    /// @param repository open, not locked; must outlive the object. @param image its name (the latest of that name), or
    /// a snapshot's id, long or short. Errors: NotFound; InvalidArgument - ambiguous; Corrupt - pieces that no index
    /// knows, or others than those that were written down; those of the store; Cancelled.
    static Result<std::shared_ptr<StoredImage>> open(Repository &repository, const QString &image,
                                                     const std::stop_token &stop);
    ~StoredImage();
    StoredImage(const StoredImage &) = delete;
    StoredImage &operator=(const StoredImage &) = delete;

    Repository &repository() const { return m_repository; }
    const CatalogImage &image() const { return m_image; }
    const Snapshot &snapshot() const { return m_snapshot; }
    const std::vector<Disk> &disks() const { return m_disks; } ///< at least one
    /// The OVF of an appliance, as it came.
    const std::optional<ImportFile> &description() const { return m_description; }
    /// What is wrong with the library without touching the image.
    const QStringList &warnings() const { return m_warnings; }

    /// The snapshot that a copy of the image is, but for its tree and paths: of the same time, machine and user, with
    /// these tags and further ones, and naming the one that it was copied of, as `restic copy` does.
    Snapshot copiedSnapshot(const QStringList &furtherTags) const;

    /// Gives the lock back. May be called again.
    [[nodiscard]] Status release();

private:
    explicit StoredImage(Repository &repository);
    Status find(const QString &image, const std::stop_token &stop);
    Status findDisks(const std::stop_token &stop);
    Status findDescription(const std::stop_token &stop);

    Repository &m_repository;
    std::unique_ptr<RepositoryLock> m_lock; ///< null: the library can only be read
    CatalogImage m_image;
    Snapshot m_snapshot;
    std::vector<Disk> m_disks;
    std::optional<ImportFile> m_description;
    QStringList m_warnings;
};

} // namespace sealift
