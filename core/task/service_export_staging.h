#pragma once

#include "storage/s3/s3_folder.h"
#include "task/service_export_note.h"
#include "task/snapshot_staging.h"

#include <mutex>

namespace sealift {

/// What an export that EC2 makes has on the way: the service's task, and what that has put into the bucket. Ends and
/// removes it, and looks that it is gone - but for what a complete export is to keep.
class ServiceExportStaging final : public JobStaging
{
public:
    /// @param open is called when EC2 is first needed.
    ServiceExportStaging(Ec2Settings settings, Ec2Opener open);

    /// What there is at this moment; told by the export as it goes on. Any thread.
    void setNote(const ServiceExportNote &note);
    /// What was exported has been fetched and is where it belongs: it may stay in the bucket, where that is wanted.
    void setResult() { m_isResult = true; }

    QString place() const override;
    void keepForNextAttempt() override { m_isForNext = true; }
    void giveUpResult() override { m_isResult = false; }
    /// The steps `export-task-ended`, `exported-removed`.
    QList<StepResult> cleanUp() override;
    /// The checks `no-export-task`, `no-exported-objects`, `no-export-uploads`.
    Result<QList<CheckResult>> look() override;
    QJsonObject staged() const override;

private:
    ServiceExportNote note() const;
    bool staysForNext() const { return m_isForNext && !m_isResult; }
    Status reach();
    Result<QList<ExportTaskFacts>> find();
    Result<QList<ExportTaskFacts>> endTasks();

    const Ec2Settings m_settings;
    const Ec2Opener m_open;
    std::shared_ptr<Ec2Access> m_access;
    std::unique_ptr<S3Folder> m_folder;
    mutable std::mutex m_mutex; // for the note
    ServiceExportNote m_note;
    bool m_isResult = false;
    bool m_isForNext = false;
};

} // namespace sealift
