#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sealift {

/// What disks become on their way through a bucket.
enum class StagingFormat {
    Vmdk, ///< stream-optimized: compressed, and empty stretches take no room
    Raw,
    Vhd, ///< fixed
};

/// The stable name of a format ("vmdk"), and the one that VM Import/Export knows it by ("VMDK").
QString stagingFormatName(StagingFormat format);
std::optional<StagingFormat> stagingFormatFromName(const QString &name);
QString importFormatName(StagingFormat format);

/// An import to Amazon EC2 through a bucket, by VM Import/Export, as the journal keeps it beside SnapshotSettings.
struct StagingSettings {
    QString place;                                 ///< in a bucket, as users write it: "s3:eu-central-1/bucket/folder"
    QString encryption = QStringLiteral("aes256"); ///< at rest there: "aes256", "kms" or "kms:KEY"; nothing else
    std::optional<StagingFormat> format;           ///< nothing: as suits the disk
    QString role;                                  ///< of VM Import/Export's; empty: "vmimport"
    // For images; empty: left to the service.
    QString licenseType;    ///< "AWS", "BYOL"
    QString usageOperation; ///< "RunInstances:0002"
    QString platform;       ///< "Linux", "Windows"

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<StagingSettings> parse(const QJsonObject &settings, const QString &where);
    bool operator==(const StagingSettings &) const = default;
};

} // namespace sealift
