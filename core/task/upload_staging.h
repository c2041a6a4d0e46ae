#pragma once

#include "storage/unfinished_uploads.h"
#include "task/task_job.h"

namespace sealift {

/// What an import may leave in a bucket: uploads in parts that were not finished. The task's own are ended, and so are
/// those that a process which died has left under the library's names a day ago or longer: no upload of a pack takes
/// that long, so nobody works on it any more. Whatever else is under way there belongs to others and is left alone.
class UploadStaging final : public JobStaging
{
public:
    explicit UploadStaging(std::shared_ptr<UnfinishedUploads> uploads)
        : m_uploads(std::move(uploads))
    {
    }

    QString place() const override { return m_uploads->place(); }
    /// The step `uploads-ended`.
    QList<StepResult> cleanUp() override;
    /// The check `no-uploads`. Where the service cannot say, it counts only if an upload was begun at all.
    Result<QList<CheckResult>> look() override;

private:
    const std::shared_ptr<UnfinishedUploads> m_uploads;
};

} // namespace sealift
