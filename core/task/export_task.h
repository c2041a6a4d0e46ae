#pragma once

#include "task/export_job.h"
#include "task/export_staging.h"
#include "task/task_job.h"
#include "task/task_preflight.h"

#include <optional>

namespace sealift {

/// Opens an object of a bucket to store an export in. Passed in by whoever knows where credentials come from.
using UploadOpener =
    std::function<Result<std::shared_ptr<S3ObjectUpload>>(const QString &location, const StoreSettings &store)>;

/// The export of one disk as a task does it.
class ExportTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once the disk is written.
    using Done = std::function<void(const ExportOutcome &)>;

    /// What it needs of a program. All but `openLibrary` may be empty: then nothing is sealed by a passphrase, stored
    /// in a bucket, or told.
    struct Links {
        LibraryOpener openLibrary;
        PassphraseReader readPassphrase = {};
        UploadOpener openUpload = {};
        Done done = {};
    };

    ExportTask(ExportRequest request, PreflightWishes wishes, Links links);
    ~ExportTask() override;

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobStaging *staging() override { return m_staging.get(); }
    JobFacts facts() const override;

private:
    PreflightOrder order() const;
    Status preflight(const JobTools &tools);
    Status openBucket(const JobTools &tools);
    QString encryption() const;

    ExportRequest m_request;
    const PreflightWishes m_wishes;
    const Links m_links;
    std::unique_ptr<ExportStaging> m_staging;
    std::unique_ptr<Repository> m_repository;
    std::unique_ptr<ExportSource> m_source;
    std::unique_ptr<BlockSource> m_disk; ///< what preflight looks at
    std::unique_ptr<TaskPreflight> m_preflight;
    std::optional<ExportOutcome> m_outcome;
};

} // namespace sealift
