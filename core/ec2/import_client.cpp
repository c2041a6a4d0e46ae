#include "ec2/import_client.h"

#include "ec2/import_fault.h"

namespace sealift {

namespace {

/// The form of an id that no task has.
const auto kNoTask = QStringLiteral("import-ami-00000000000000000");

const char *actionOf(ImportKind kind)
{
    return kind == ImportKind::Image ? "ImportImage" : "ImportSnapshot";
}

const char *describingOf(ImportKind kind)
{
    return kind == ImportKind::Image ? "DescribeImportImageTasks" : "DescribeImportSnapshotTasks";
}

QString whatOf(const NewImport &wanted)
{
    return wanted.disks.isEmpty() ? QString()
                                  : QStringLiteral("s3://%1/%2").arg(wanted.disks[0].bucket, wanted.disks[0].key);
}

void appendDisk(Ec2Parameters &parameters, const QByteArray &prefix, const StagedDisk &disk)
{
    parameters.emplaceBack(prefix + ".Format", disk.format.toUtf8());
    parameters.emplaceBack(prefix + ".UserBucket.S3Bucket", disk.bucket.toUtf8());
    parameters.emplaceBack(prefix + ".UserBucket.S3Key", disk.key.toUtf8());
}

Ec2Parameters parametersOf(const NewImport &wanted)
{
    Ec2Parameters parameters{{"Encrypted", "true"}};
    const bool isImage = wanted.kind == ImportKind::Image;
    for (qsizetype i = 0; i < wanted.disks.size(); ++i)
        appendDisk(parameters, isImage ? "DiskContainer." + QByteArray::number(i + 1) : "DiskContainer",
                   wanted.disks[i]);
    appendUnlessEmpty(parameters, "KmsKeyId", wanted.kmsKey);
    appendUnlessEmpty(parameters, "Description", wanted.description);
    appendUnlessEmpty(parameters, "RoleName", wanted.role);
    appendUnlessEmpty(parameters, "ClientToken", wanted.request);
    if (isImage) {
        appendUnlessEmpty(parameters, "Architecture", wanted.architecture);
        appendUnlessEmpty(parameters, "BootMode", wanted.bootMode);
        appendUnlessEmpty(parameters, "LicenseType", wanted.licenseType);
        appendUnlessEmpty(parameters, "Platform", wanted.platform);
        appendUnlessEmpty(parameters, "UsageOperation", wanted.usageOperation);
    }
    appendTags(parameters, isImage ? "import-image-task" : "import-snapshot-task", wanted.tags);
    return parameters;
}

bool saysNoSuchTask(const Error &error)
{
    // EC2 API Reference, "Error codes": the one of conversion tasks is used for imports, too.
    const auto code = serviceCodeOf(error);
    return code.startsWith(QLatin1String("InvalidConversionTaskId")) ||
           code.startsWith(QLatin1String("InvalidImportTaskId"));
}

Result<ImportTaskPage> readPage(ImportKind kind, const QByteArray &xml)
{
    return kind == ImportKind::Image ? readImageTaskPage(xml) : readSnapshotTaskPage(xml);
}

} // namespace

Result<ImportTaskFacts> ImportClient::start(const NewImport &wanted, const std::stop_token &stop)
{
    const auto answer = askEc2(m_connection, actionOf(wanted.kind), whatOf(wanted), parametersOf(wanted), stop);
    if (!answer)
        return fail(explainedImport(answer.error()));
    return wanted.kind == ImportKind::Image ? readNewImageTask(answer->body) : readNewSnapshotTask(answer->body);
}

Status ImportClient::tryStart(const NewImport &wanted, const std::stop_token &stop)
{
    const auto tried = tryEc2(m_connection, actionOf(wanted.kind), whatOf(wanted), parametersOf(wanted), stop);
    if (tried)
        return {};
    return fail(explainedImport(tried.error()));
}

Result<std::optional<ImportTaskFacts>> ImportClient::task(ImportKind kind, const QString &id,
                                                          const std::stop_token &stop)
{
    const auto answer = askEc2(m_connection, describingOf(kind), QStringLiteral("import task %1").arg(id),
                               {{"ImportTaskId.1", id.toUtf8()}}, stop);
    if (!answer && saysNoSuchTask(answer.error()))
        return std::optional<ImportTaskFacts>();
    if (!answer)
        return fail(answer.error());
    SEALIFT_ASSIGN(const auto page, readPage(kind, answer->body));
    for (const auto &task : page.tasks) {
        if (task.id == id)
            return std::optional(task);
    }
    return std::optional<ImportTaskFacts>();
}

Result<QList<ImportTaskFacts>> ImportClient::tasks(ImportKind kind, bool activeOnly, const std::stop_token &stop)
{
    Ec2Parameters parameters{{"MaxResults", "500"}};
    if (activeOnly) {
        parameters.emplaceBack("Filters.1.Name", "task-state");
        parameters.emplaceBack("Filters.1.Value.1", "active");
    }
    QList<ImportTaskFacts> found;
    const auto take = [&](const QByteArray &xml) -> Result<QString> {
        SEALIFT_ASSIGN(const auto page, readPage(kind, xml));
        found += page.tasks;
        return page.next;
    };
    SEALIFT_TRY(eachEc2Page(m_connection, describingOf(kind), parameters, take, stop));
    return found;
}

Result<bool> ImportClient::cancel(const QString &id, const std::stop_token &stop)
{
    const auto answer = askEc2(m_connection, "CancelImportTask", QStringLiteral("import task %1").arg(id),
                               {{"ImportTaskId", id.toUtf8()}, {"CancelReason", "cancelled in Sealift"}}, stop);
    if (answer)
        return true;
    if (saysNoSuchTask(answer.error()) || serviceCodeOf(answer.error()) == QLatin1String("IncorrectState"))
        return false;
    return fail(answer.error());
}

Status ImportClient::tryCancel(const std::stop_token &stop)
{
    return tryEc2(m_connection, "CancelImportTask", QString(), {{"ImportTaskId", kNoTask.toUtf8()}}, stop);
}

} // namespace sealift
