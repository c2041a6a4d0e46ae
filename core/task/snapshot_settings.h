#pragma once

#include "base/result.h"
#include "ec2/ec2_answers.h"
#include "task/staging_settings.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace sealift {

/// How Amazon EC2 is reached, as far as it is no secret and so may stand in the journal. Credentials are found anew by
/// whoever executes a task.
struct Ec2Settings {
    QString region;  ///< empty: found out
    QString profile; ///< of AWS's files, where one was chosen; empty: what the environment says
    QString caFile;  ///< absolute path; empty: as AWS's settings have it, or the system's certificates
    QUrl endpoint;   ///< where EC2, EBS and STS are asked; empty: as AWS's settings have it, or Amazon's own

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<Ec2Settings> parse(const QJsonObject &settings, const QString &where);
};

/// How a snapshot becomes an image (AMI).
struct RegistrationSettings {
    QString name;         ///< of the image; unique in the region
    QString bootMode;     ///< "legacy-bios", "uefi", "uefi-preferred"; empty: as its disk shows
    QString architecture; ///< "x86_64", "arm64"; empty: as its disk shows
};

/// An import of an image as a snapshot of EBS, or as an image of EC2 made of it, as the journal keeps it.
struct SnapshotSettings {
    Ec2Settings ec2;
    QString image;       ///< absolute path
    QString kmsKey;      ///< ARN or id of a key; empty: the account's key for EBS
    QString description; ///< up to 255 characters
    Ec2Tags tags;
    /// Blocks that the image itself says were never written are not sent. They then read back as anything, not as
    /// zeroes.
    bool omitUnwritten = false;
    bool allowUnsandboxed = false;
    QStringList ignorePreflight;                      ///< rules of preflight that the user passes over
    std::optional<RegistrationSettings> registration; ///< of an image; nothing: the snapshot is the result
    std::optional<StagingSettings> staging; ///< through a bucket, by VM Import/Export; nothing: block by block

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<SnapshotSettings> parse(const QJsonObject &settings, const QString &where);
    /// Whether a task's settings are those of such an import.
    static bool areIn(const QJsonObject &settings);
};

} // namespace sealift
