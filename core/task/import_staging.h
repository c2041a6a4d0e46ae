#pragma once

#include "storage/s3/s3_folder.h"
#include "task/snapshot_staging.h"
#include "task/staged_note.h"

namespace sealift {

/// What an import through a bucket has on the way: what lies in the bucket, the service's import task, and what that
/// has made as long as it is not the result. Ends and removes it, and looks that it is gone.
class ImportStaging final : public JobStaging
{
public:
    /// @param task its id. @param settings with a place to stage in. @param open is called when EC2 is first needed.
    ImportStaging(QString task, SnapshotSettings settings, Ec2Opener open);

    /// What there is at this moment; told by the import as it goes on. Any thread.
    void setNote(const StagedNote &note);
    /// The import is complete and verified to be encrypted: what it has made is the task's result, and only what was
    /// staged has to go.
    void setResult();

    QString place() const override;
    void keepForNextAttempt() override { m_isKept = true; }
    void giveUpResult() override { m_isResult = false; }
    /// The steps `import-task-ended`, `import-results-removed`, `staging-emptied`.
    QList<StepResult> cleanUp() override;
    /// The checks `no-import-task`, `no-imported-snapshot`, `no-staged-objects`, `no-staging-uploads`.
    Result<QList<CheckResult>> look() override;
    QJsonObject staged() const override;

private:
    StagedNote note() const;
    Status reach();
    Result<std::optional<ImportTaskFacts>> find();
    Result<std::optional<ImportTaskFacts>> endTask();
    Result<QStringList> removeResults();
    Result<QStringList> leftResults();
    void remember(const ImportTaskFacts &facts);

    const QString m_task;
    const SnapshotSettings m_settings;
    const ImportKind m_kind;
    const Ec2Opener m_open;
    std::shared_ptr<Ec2Access> m_access;
    std::unique_ptr<S3Folder> m_folder;
    mutable std::mutex m_mutex; // for the note
    StagedNote m_note;
    QString m_image; ///< that the service has made
    bool m_isResult = false;
    bool m_isKept = false;
};

/// The tag with the task's id in it, by which what was left behind is found (kSnapshotTag). Whether they have it.
bool isTaggedWith(const Ec2Tags &tags, const QString &task);

} // namespace sealift
