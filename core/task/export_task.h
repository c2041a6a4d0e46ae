#pragma once

#include "task/export_job.h"
#include "task/task_job.h"

#include <optional>

namespace sealift {

/// The export of one disk as a task does it.
class ExportTask final : public TaskJob
{
public:
    /// Told the outcome, on the task's thread, once the disk is written.
    using Done = std::function<void(const ExportOutcome &)>;

    /// @param done may be empty.
    ExportTask(ExportRequest request, LibraryOpener openLibrary, Done done);
    ~ExportTask() override;

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobFacts facts() const override;

private:
    ExportRequest m_request;
    const LibraryOpener m_openLibrary;
    const Done m_done;
    std::unique_ptr<Repository> m_repository;
    std::optional<ExportOutcome> m_outcome;
};

} // namespace sealift
