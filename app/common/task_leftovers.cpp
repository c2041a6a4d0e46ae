#include "common/task_leftovers.h"

#include "task/export_staging.h"
#include "task/service_export_staging.h"
#include "task/task_settings.h"

namespace sealift {

namespace {

Result<std::unique_ptr<JobStaging>> exportLeftovers(const TaskRecord &record, const UploadOpener &openUpload)
{
    SEALIFT_ASSIGN(const auto settings,
                   ExportSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    SEALIFT_ASSIGN(const auto note, UploadNote::parse(record.staged));
    SEALIFT_ASSIGN(auto object, openUpload(note.place, settings.request.store));
    auto upload =
        std::make_shared<BucketUpload>(std::move(object), S3ObjectUpload::Existing::Keep, BucketUpload::Keep());
    upload->setNote(note);
    return std::make_unique<ExportStaging>(std::move(upload), settings.request.seal.isEmpty());
}

/// What EC2 exports itself, for an import or an export.
Result<std::unique_ptr<JobStaging>> serviceLeftovers(const TaskRecord &record, const Ec2Opener &openEc2)
{
    SEALIFT_ASSIGN(const auto ec2, ec2SettingsIn(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    SEALIFT_ASSIGN(const auto note, ServiceExportNote::parse(record.staged));
    auto staging = std::make_unique<ServiceExportStaging>(ec2.value_or(Ec2Settings()), openEc2);
    staging->setNote(note);
    if (record.ending == TaskState::Completed)
        staging->setResult();
    return staging;
}

} // namespace

std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> taskLeftovers(Ec2Opener openEc2,
                                                                                     UploadOpener openUpload)
{
    return [ec2 = ec2Leftovers(openEc2), openEc2 = std::move(openEc2),
            openUpload = std::move(openUpload)](const TaskRecord &record) -> Result<std::unique_ptr<JobStaging>> {
        if (ServiceExportNote::isIn(record.staged))
            return serviceLeftovers(record, openEc2);
        return record.kind == TaskKind::Export ? exportLeftovers(record, openUpload) : ec2(record);
    };
}

} // namespace sealift
