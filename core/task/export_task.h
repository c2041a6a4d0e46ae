#pragma once

#include "task/export_job.h"
#include "task/task_job.h"
#include "task/task_preflight.h"

#include <optional>

namespace sealift {

/// The export of one disk as a task does it.
class ExportTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once the disk is written.
    using Done = std::function<void(const ExportOutcome &)>;

    /// @param done may be empty.
    ExportTask(ExportRequest request, PreflightWishes wishes, LibraryOpener openLibrary, Done done);
    ~ExportTask() override;

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobFacts facts() const override;

private:
    PreflightOrder order() const;
    Status preflight(const JobTools &tools);

    ExportRequest m_request;
    const PreflightWishes m_wishes;
    const LibraryOpener m_openLibrary;
    const Done m_done;
    std::unique_ptr<Repository> m_repository;
    std::unique_ptr<ExportSource> m_source;
    std::unique_ptr<BlockSource> m_disk; ///< what preflight looks at
    std::unique_ptr<TaskPreflight> m_preflight;
    std::optional<ExportOutcome> m_outcome;
};

} // namespace sealift
