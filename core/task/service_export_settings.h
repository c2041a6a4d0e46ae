#pragma once

#include "base/result.h"
#include "task/staging_settings.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sealift {

/// An export out of Amazon EC2 that the service itself makes (VM Import/Export), as the journal keeps it: into a
/// bucket, from where Sealift fetches it.
struct ServiceExportSettings {
    QString place;                              ///< in a bucket: "s3:eu-central-1/bucket/folder"
    StagingFormat format = StagingFormat::Vmdk; ///< that the service is to write
    QString role;                               ///< of the service's; empty: "vmimport"
    bool keep = false;                          ///< what was exported stays in the bucket

    /// Adds them to a task's settings.
    void insertInto(QJsonObject &settings) const;
    /// Those in a task's settings; nothing where it has none. @param where names the task in errors. Errors: Corrupt,
    /// naming the field.
    static Result<std::optional<ServiceExportSettings>> in(const QJsonObject &settings, const QString &where);
    bool operator==(const ServiceExportSettings &) const = default;
};

} // namespace sealift
