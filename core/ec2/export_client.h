#pragma once

#include "ec2/ec2_query.h"
#include "ec2/export_answers.h"

#include <optional>

namespace sealift {

enum class ExportKind {
    Image,    ///< ExportImage: of an image (AMI)
    Instance, ///< CreateInstanceExportTask: of a stopped instance that was imported once
};

/// The kind that an id is of: "i-..." is an instance, everything else an image.
ExportKind exportKindOf(const QString &id);

/// What VM Import/Export is to put into a bucket. Empty texts are left to the service.
struct NewExport {
    QString source; ///< the id of an image or an instance
    QString format; ///< as the service names it: "VMDK", "RAW", "VHD"
    QString bucket;
    QString prefix; ///< of the keys of what is made; the task's id and a suffix follow
    QString description;
    // Of images only:
    QString role;    ///< of the service's; empty: "vmimport"
    QString request; ///< the same text for the same wish: asked again, the service answers with the same task
    Ec2Tags tags;    ///< of the task
};

/// VM Import/Export's exports: Query API, version 2016-11-15. Source: Amazon EC2 API Reference, "ExportImage",
/// "DescribeExportImageTasks", "CreateInstanceExportTask", "DescribeExportTasks", "CancelExportTask". Thread-safe.
/// Errors of all calls: those of ServiceConnection::send() and of export_answers.h; what the service says comes with a
/// remedy (explainedExport()).
class ExportClient
{
public:
    explicit ExportClient(ServiceConnection &connection)
        : m_connection(connection)
    {
    }

    Result<ExportTaskFacts> start(const NewExport &wanted, const std::stop_token &stop);
    /// Asks whether that would be allowed, and makes nothing. OK of instances, which the service cannot be asked about.
    Status tryStart(const NewExport &wanted, const std::stop_token &stop);

    /// A task as it is now; nothing where the service knows none of that id.
    Result<std::optional<ExportTaskFacts>> task(ExportKind kind, const QString &id, const std::stop_token &stop);

    /// The account's tasks in the region.
    Result<QList<ExportTaskFacts>> tasks(ExportKind kind, const std::stop_token &stop);

    /// Has a task ended. False where it is over already, where it is too late, or the service knows none of that id.
    Result<bool> cancel(const QString &id, const std::stop_token &stop);

private:
    ServiceConnection &m_connection;
};

} // namespace sealift
