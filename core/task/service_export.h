#pragma once

#include "ec2/ec2_access.h"
#include "task/service_export_note.h"
#include "task/task_job.h"

#include <functional>

namespace sealift {

/// EC2's part of an export into a bucket, from the request to the completed task. For the task's thread.
class ServiceExport
{
public:
    /// Writes down what there is from now on, and changes the note that was given.
    using Keep = std::function<Status(const ServiceExportNote &)>;

    /// @param note what there is; everything outlives the object.
    ServiceExport(Ec2Access &access, const ServiceExportNote &note, Keep keep)
        : m_access(access)
        , m_note(note)
        , m_keep(std::move(keep))
    {
    }

    /// Has the service begin, unless it has already. Errors: those of ExportClient::start().
    Status start(const NewExport &wanted, const JobTools &tools);

    /// Waits for the end as awaitService() does. Errors: those of it and of ExportClient; Unsupported where the service
    /// has given up, with its own words.
    Result<ExportTaskFacts> awaitEnd(const std::stop_token &stop);

private:
    Ec2Access &m_access;
    const ServiceExportNote &m_note;
    const Keep m_keep;
};

} // namespace sealift
