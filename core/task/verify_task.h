#pragma once

#include "task/stored_image.h"
#include "task/task_job.h"

#include <QElapsedTimer>

#include <chrono>
#include <memory>

namespace sealift {

/// What the verification of an image has seen; all of it was good.
struct VerifyOutcome {
    SnapshotId snapshot;
    QString name;
    int disks = 0;
    qint64 size = 0;         ///< logical bytes of all of them
    qint64 dataSize = 0;     ///< of these, bytes that are neither hole nor zero: read, decrypted and compared
    qint64 bytesFetched = 0; ///< sealed bytes read from the library
    /// The disks' contents are as the image's own record (library/image_manifest.h) has them; false: it has none, as
    /// restic stored it.
    bool isAsRecorded = false;
    std::chrono::milliseconds elapsed{0};
    QStringList warnings; ///< what is wrong with the library without touching the image
};

/// The verification of one image as a task does it: every piece of every disk is read, decrypted, and compared with its
/// SHA-256; then the disks' contents with the hashes that were written down when they were stored. Nothing is written.
class VerifyTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once all is verified.
    using Done = std::function<void(const VerifyOutcome &)>;

    /// @param image its name (the latest of that name), or a snapshot's id, long or short. @param done may be empty.
    VerifyTask(QString image, LibraryOpener openLibrary, Done done);
    ~VerifyTask() override;

    /// Errors: NotFound; Corrupt - pieces that no index knows; those of the opener, the store and loadCatalog().
    Status prepare(const JobTools &tools) override;
    /// Errors: Corrupt, naming disk, piece and pack; those of the store; Cancelled.
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobFacts facts() const override;

private:
    Status verify(const FetchPlan &plan, const JobTools &tools);

    const QString m_wanted;
    const LibraryOpener m_openLibrary;
    const Done m_done;
    QElapsedTimer m_timer;
    std::unique_ptr<Repository> m_repository;
    std::shared_ptr<StoredImage> m_source;
    VerifyOutcome m_outcome;
};

} // namespace sealift
