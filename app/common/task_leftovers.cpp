#include "common/task_leftovers.h"

#include "task/export_staging.h"
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

} // namespace

std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> taskLeftovers(Ec2Opener openEc2,
                                                                                     UploadOpener openUpload)
{
    return [ec2 = ec2Leftovers(std::move(openEc2)),
            openUpload = std::move(openUpload)](const TaskRecord &record) -> Result<std::unique_ptr<JobStaging>> {
        return record.kind == TaskKind::Export ? exportLeftovers(record, openUpload) : ec2(record);
    };
}

} // namespace sealift
