#pragma once

#include "task/import_job.h"
#include "task/task_job.h"
#include "task/task_preflight.h"

#include <optional>

namespace sealift {

/// The import of one image as a task does it.
class ImportTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once the image is stored.
    using Done = std::function<void(const ImportOutcome &)>;
    /// Opens what is imported, where that is no file of this computer.
    using SourceOpener = std::function<Result<ImportSource>(const ImportOpening &, const JobTools &)>;

    /// @param done may be empty. @param openSource may be empty: then `image` is a file (openImportSource()).
    ImportTask(QString image, ImportRequest request, PreflightWishes wishes, ImportOpening opening,
               LibraryOpener openLibrary, Done done, SourceOpener openSource = {});
    ~ImportTask() override;

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobStaging *staging() override { return m_staging.get(); }
    JobFacts facts() const override;

private:
    Status openSource(const JobTools &tools);
    Status openAll(const JobTools &tools);
    Error withoutLibrary(Error error);
    Status refuseSameLibrary() const;
    void lookAtPlace(const std::stop_token &stop);

    const QString m_image;
    ImportRequest m_request;
    const PreflightWishes m_wishes;
    ImportOpening m_opening;
    const LibraryOpener m_openLibrary;
    const Done m_done;
    const SourceOpener m_openSource;
    HostFacts m_host;
    std::optional<ImportSource> m_source;
    std::unique_ptr<TaskPreflight> m_preflight;
    std::unique_ptr<Repository> m_repository;
    std::optional<ImportOutcome> m_outcome;
    std::unique_ptr<JobStaging> m_staging;
};

} // namespace sealift
