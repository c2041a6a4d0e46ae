#pragma once

#include "task/ec2_export_disk.h"
#include "task/joint_staging.h"
#include "task/service_export_settings.h"
#include "task/service_export_staging.h"

#include <QElapsedTimer>

namespace sealift {

/// An export that Amazon EC2 itself makes (VM Import/Export): of an image, or of a stopped instance that was imported
/// once, into a bucket. Another job takes over from there, into a library or a file; then what lies in the bucket is
/// removed, unless it is to stay.
class ServiceExportTask final : public TaskJob
{
public:
    /// Makes the job that goes on. It gets what was exported by openSource() or openDisk().
    using NextJob = std::function<std::unique_ptr<TaskJob>(ServiceExportTask &exported)>;

    struct Links {
        Ec2Reading reading;
        /// Whether the job that goes on will be able to, before the service is at work for an hour. May be empty.
        std::function<Status(const std::stop_token &)> check = {};
        NextJob next = {};
    };

    /// @param task its id. @param what the id or the name of an image, or the id of an instance.
    ServiceExportTask(QString task, Ec2Settings ec2, ServiceExportSettings settings, QString what, Links links);
    ~ServiceExportTask() override;

    /// Fetches what was exported, and opens it. Errors: those of openExportedImage().
    Result<ImportSource> openSource(const ImportOpening &opening, const JobTools &tools);
    /// The same, for one disk of it. @param name of the disk; may be empty where there is only one. Errors besides:
    /// NotFound, InvalidArgument (several; names them).
    Result<Ec2ExportDisk> openDisk(const QString &name, const JobTools &tools);

    Status prepare(const JobTools &tools) override;
    Status transfer(const JobTools &tools) override;
    Status release() override;
    JobStaging *staging() override;
    JobFacts facts() const override;

private:
    Status findSource(const JobTools &tools);
    Status openFolder();
    Status askService(const JobTools &tools);
    Status resume(const JobTools &tools);
    Status beginNote(const JobTools &tools);
    Status keep(const ServiceExportNote &note, const JobTools &tools);
    NewExport wanted() const;

    const QString m_task;
    Ec2Settings m_ec2;
    const ServiceExportSettings m_settings;
    const QString m_what;
    const Links m_links;
    ServiceExportStaging m_staging;
    JointStaging m_joint;
    bool m_isJoint = false; ///< with what the job that goes on has
    std::shared_ptr<Ec2Access> m_access;
    std::unique_ptr<S3Folder> m_folder;
    CallerIdentity m_caller;
    Ec2Origin m_source; ///< of an instance its id alone
    ServiceExportNote m_note;
    ExportTaskFacts m_exported;
    std::unique_ptr<TaskJob> m_next;
    QElapsedTimer m_timer;
    std::chrono::milliseconds m_serviceTime{0}; ///< that the service's part took
};

} // namespace sealift
