#pragma once

#include "task/bucket_upload.h"
#include "task/task_job.h"

#include <memory>

namespace sealift {

/// What an export may leave in a bucket: its upload, while that is no object. It is ended, and the bucket is asked
/// whether it is gone; or it stays for the next attempt, where that can use it. Uploads of others to the same key are
/// left alone.
class ExportStaging final : public JobStaging
{
public:
    /// @param mayGoOn whether a later attempt writes the same bytes: not where they are sealed by fresh keys.
    ExportStaging(std::shared_ptr<BucketUpload> upload, bool mayGoOn);

    QString place() const override { return m_upload->place(); }
    void keepForNextAttempt() override;
    /// The step `upload-ended`.
    QList<StepResult> cleanUp() override;
    /// The check `no-unfinished-upload`.
    Result<QList<CheckResult>> look() override;
    QJsonObject staged() const override;

private:
    Result<QStringList> ours();

    const std::shared_ptr<BucketUpload> m_upload;
    const bool m_mayGoOn;
    bool m_isKept = false;
};

} // namespace sealift
