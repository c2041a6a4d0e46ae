#include "ec2/export_client.h"

#include "ec2/export_fault.h"

namespace sealift {

namespace {

const char *actionOf(ExportKind kind)
{
    return kind == ExportKind::Image ? "ExportImage" : "CreateInstanceExportTask";
}

const char *describingOf(ExportKind kind)
{
    return kind == ExportKind::Image ? "DescribeExportImageTasks" : "DescribeExportTasks";
}

Ec2Parameters imageParameters(const NewExport &wanted)
{
    Ec2Parameters parameters{{"ImageId", wanted.source.toUtf8()},
                             {"DiskImageFormat", wanted.format.toUtf8()},
                             {"S3ExportLocation.S3Bucket", wanted.bucket.toUtf8()}};
    appendUnlessEmpty(parameters, "S3ExportLocation.S3Prefix", wanted.prefix);
    appendUnlessEmpty(parameters, "Description", wanted.description);
    appendUnlessEmpty(parameters, "RoleName", wanted.role);
    appendUnlessEmpty(parameters, "ClientToken", wanted.request);
    appendTags(parameters, "export-image-task", wanted.tags);
    return parameters;
}

Ec2Parameters instanceParameters(const NewExport &wanted)
{
    // Which hypervisor it is for the service must be told; the disk is the same for all that take its format.
    const bool isVmdk = wanted.format == QLatin1String("VMDK");
    Ec2Parameters parameters{{"InstanceId", wanted.source.toUtf8()},
                             {"TargetEnvironment", isVmdk ? "vmware" : "microsoft"},
                             {"ExportToS3.DiskImageFormat", wanted.format.toUtf8()},
                             {"ExportToS3.S3Bucket", wanted.bucket.toUtf8()}};
    appendUnlessEmpty(parameters, "ExportToS3.S3Prefix", wanted.prefix);
    appendUnlessEmpty(parameters, "Description", wanted.description);
    appendTags(parameters, "export-instance-task", wanted.tags);
    return parameters;
}

Ec2Parameters parametersOf(const NewExport &wanted)
{
    return exportKindOf(wanted.source) == ExportKind::Image ? imageParameters(wanted) : instanceParameters(wanted);
}

bool saysNoSuchTask(const Error &error)
{
    // EC2 API Reference, "Error codes": InvalidExportTaskID.NotFound, .Malformed.
    return serviceCodeOf(error).startsWith(QLatin1String("InvalidExport"), Qt::CaseInsensitive);
}

Result<ExportTaskPage> readPage(ExportKind kind, const QByteArray &xml)
{
    return kind == ExportKind::Image ? readImageExportPage(xml) : readInstanceExportPage(xml);
}

} // namespace

ExportKind exportKindOf(const QString &id)
{
    return id.startsWith(QLatin1String("i-")) ? ExportKind::Instance : ExportKind::Image;
}

Result<ExportTaskFacts> ExportClient::start(const NewExport &wanted, const std::stop_token &stop)
{
    const auto kind = exportKindOf(wanted.source);
    const auto answer = askEc2(m_connection, actionOf(kind), wanted.source, parametersOf(wanted), stop);
    if (!answer)
        return fail(explainedExport(answer.error()));
    return kind == ExportKind::Image ? readNewImageExport(answer->body) : readNewInstanceExport(answer->body);
}

Status ExportClient::tryStart(const NewExport &wanted, const std::stop_token &stop)
{
    const auto kind = exportKindOf(wanted.source);
    if (kind == ExportKind::Instance)
        return {};
    const auto tried = tryEc2(m_connection, actionOf(kind), wanted.source, parametersOf(wanted), stop);
    if (tried)
        return {};
    return fail(explainedExport(tried.error()));
}

Result<std::optional<ExportTaskFacts>> ExportClient::task(ExportKind kind, const QString &id,
                                                          const std::stop_token &stop)
{
    const auto *const name = kind == ExportKind::Image ? "ExportImageTaskId.1" : "ExportTaskId.1";
    const auto answer =
        askEc2(m_connection, describingOf(kind), QStringLiteral("export task %1").arg(id), {{name, id.toUtf8()}}, stop);
    if (!answer && saysNoSuchTask(answer.error()))
        return std::optional<ExportTaskFacts>();
    if (!answer)
        return fail(answer.error());
    SEALIFT_ASSIGN(const auto page, readPage(kind, answer->body));
    for (const auto &task : page.tasks) {
        if (task.id == id)
            return std::optional(task);
    }
    return std::optional<ExportTaskFacts>();
}

Result<QList<ExportTaskFacts>> ExportClient::tasks(ExportKind kind, const std::stop_token &stop)
{
    QList<ExportTaskFacts> found;
    const auto take = [&](const QByteArray &xml) -> Result<QString> {
        SEALIFT_ASSIGN(const auto page, readPage(kind, xml));
        found += page.tasks;
        return page.next;
    };
    // Exports of instances come in one page, and have no parameter for its size.
    const auto parameters = kind == ExportKind::Image ? Ec2Parameters{{"MaxResults", "500"}} : Ec2Parameters();
    SEALIFT_TRY(eachEc2Page(m_connection, describingOf(kind), parameters, take, stop));
    return found;
}

Result<bool> ExportClient::cancel(const QString &id, const std::stop_token &stop)
{
    const auto answer = askEc2(m_connection, "CancelExportTask", QStringLiteral("export task %1").arg(id),
                               {{"ExportTaskId", id.toUtf8()}}, stop);
    if (answer)
        return true;
    if (saysNoSuchTask(answer.error()) || serviceCodeOf(answer.error()) == QLatin1String("IncorrectState"))
        return false;
    return fail(answer.error());
}

} // namespace sealift
