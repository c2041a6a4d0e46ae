#pragma once

#include "ec2/ec2_query.h"
#include "ec2/import_answers.h"

#include <optional>

namespace sealift {

enum class ImportKind {
    Image,    ///< ImportImage: an image (AMI) of one or more disks
    Snapshot, ///< ImportSnapshot: of one disk
};

/// A disk in a bucket that the service is to read.
struct StagedDisk {
    QString format; ///< as the service names it: "VMDK", "RAW", "VHD"
    QString bucket;
    QString key;
};

/// What VM Import/Export is to make of disks in a bucket. Encrypted in any case. Empty texts are left to the service.
struct NewImport {
    ImportKind kind = ImportKind::Image;
    QList<StagedDisk> disks; ///< of a snapshot exactly one
    QString description;
    QString kmsKey;  ///< id, alias or ARN; empty: the account's key for EBS
    QString role;    ///< of the service's; empty: "vmimport"
    Ec2Tags tags;    ///< of the task
    QString request; ///< the same text for the same wish: asked again, the service answers with the same task
    // Of images only:
    QString architecture;
    QString bootMode;
    QString licenseType;
    QString platform;
    QString usageOperation;
};

/// VM Import/Export's imports: Query API, version 2016-11-15. Source: Amazon EC2 API Reference, "ImportImage",
/// "ImportSnapshot", "DescribeImportImageTasks", "DescribeImportSnapshotTasks", "CancelImportTask". Thread-safe. Errors
/// of all calls: those of ServiceConnection::send() and of import_answers.h; what the service says of its role and of
/// buckets comes with a remedy (explainedImport()).
class ImportClient
{
public:
    explicit ImportClient(ServiceConnection &connection)
        : m_connection(connection)
    {
    }

    const QString &region() const { return m_connection.endpoint().region; }

    Result<ImportTaskFacts> start(const NewImport &wanted, const std::stop_token &stop);
    /// Asks whether that would be allowed, and makes nothing.
    Status tryStart(const NewImport &wanted, const std::stop_token &stop);

    /// A task as it is now; nothing where the service knows none of that id.
    Result<std::optional<ImportTaskFacts>> task(ImportKind kind, const QString &id, const std::stop_token &stop);

    /// The account's tasks in the region. @param activeOnly those that are not over.
    Result<QList<ImportTaskFacts>> tasks(ImportKind kind, bool activeOnly, const std::stop_token &stop);

    /// Has a task ended. False where it is over already, or the service knows none of that id.
    Result<bool> cancel(const QString &id, const std::stop_token &stop);
    Status tryCancel(const std::stop_token &stop);

private:
    ServiceConnection &m_connection;
};

} // namespace sealift
