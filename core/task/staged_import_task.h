#pragma once

#include "task/import_staging.h"
#include "task/snapshot_task.h"

namespace sealift {

/// The import of one image to Amazon EC2 through a bucket, by VM Import/Export: each disk is converted on its way into
/// an encrypted object there, ImportImage or ImportSnapshot makes an encrypted image or snapshot of them, and what lay
/// in the bucket is removed again. A machine that starts by UEFI, which ImportImage does not encrypt, goes block by
/// block instead, and the outcome says so.
class StagedImportTask final : public TaskJob
{
public:
    /// @param task its id. @param settings with a place to stage in.
    StagedImportTask(QString task, SnapshotSettings settings, SnapshotTask::Links links);
    ~StagedImportTask() override;

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobStaging *staging() override;
    JobFacts facts() const override;

private:
    Status identify(const JobTools &tools);
    Status chooseWay(const JobTools &tools);
    Status preflight(const JobTools &tools);
    Status beginNote(const JobTools &tools);
    QString sourceNow() const;
    Status goDirectly(const QString &because, const JobTools &tools);
    Status keep(const StagedNote &note, const JobTools &tools);
    QString writtenHow() const;
    Status resume(const JobTools &tools);
    Status stage(const JobTools &tools);
    Status stageOne(std::size_t index, const JobTools &tools);

    const QString m_task;
    SnapshotSettings m_settings;
    const SnapshotTask::Links m_links;
    const ImportKind m_kind;
    ImportStaging m_staging;
    std::unique_ptr<SnapshotTask> m_direct; ///< what does the work, where it goes block by block
    Ec2Source m_source;
    std::shared_ptr<Ec2Access> m_access;
    std::unique_ptr<S3Folder> m_folder;
    CallerIdentity m_caller;
    StagedNote m_note;
    bool m_isFresh = false; ///< no earlier attempt has left anything
    QString m_kmsKey;       ///< that what was imported is encrypted by, once that is known
};

} // namespace sealift
