#pragma once

#include "task/import_source.h"
#include "task/snapshot_settings.h"
#include "task/task_preflight.h"

#include <functional>

namespace sealift {

/// The image that an import to Amazon EC2 takes, opened and judged by preflight. For the task's thread.
class Ec2Source
{
public:
    /// @param settings outlive the object.
    explicit Ec2Source(const SnapshotSettings &settings)
        : m_settings(settings)
    {
    }

    /// Opens the image, and has its disks looked at. @param check is asked of it in between; may be empty. Errors:
    /// those of openImportSource(), of preflight and of `check`; LimitExceeded, InvalidArgument (a disk's size).
    Status open(const JobTools &tools, const std::function<Status(const ImportSource &)> &check);

    bool isOpen() const { return m_source.has_value(); }
    ImportSource &source() { return *m_source; }
    const ImportSource &source() const { return *m_source; }
    TaskPreflight &preflight() { return *m_preflight; }

    /// Ends all that is at work on it. Errors: those of ImportSource::close().
    Status close();

private:
    Status checkSizes() const;

    const SnapshotSettings &m_settings;
    std::optional<ImportSource> m_source;
    std::unique_ptr<TaskPreflight> m_preflight; ///< looks at the source
    HostFacts m_host;                           ///< of this machine, as far as it was looked at
};

} // namespace sealift
