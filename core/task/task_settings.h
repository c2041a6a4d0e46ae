#pragma once

#include "base/result.h"
#include "task/export_job.h"
#include "task/import_job.h"
#include "task/remote_settings.h"
#include "task/service_export_settings.h"
#include "task/snapshot_settings.h"
#include "task/store_settings.h"

#include <QJsonObject>

#include <optional>

namespace sealift {

/// Where the library of a task is and what opens it. The password itself is never part of a task's settings: a task
/// whose password was typed cannot be executed again without asking.
struct LibrarySettings {
    QString location;
    QString passwordFile; ///< absolute path; empty: it was typed
    StoreSettings store = {};
};

/// Where at EC2 a task's settings say that something comes from; nothing: from elsewhere. @param where names the task
/// in errors. Errors: Corrupt, naming the field.
Result<std::optional<Ec2Settings>> ec2SettingsIn(const QJsonObject &settings, const QString &where);

/// What an import task does, as the journal keeps it.
struct ImportSettings {
    LibrarySettings library; ///< that it goes into
    /// Absolute path; out of EC2 as findEc2Origin() has it; out of a library a name, or a snapshot's id; else a URL.
    QString image;
    ImportRequest request;
    std::optional<Ec2Settings> fromEc2;                  ///< where it comes from, unless it is a file
    std::optional<ServiceExportSettings> byService = {}; ///< out of EC2 by the service itself, not block by block
    std::optional<LibrarySettings> fromLibrary;          ///< likewise: the image is copied (task/stored_image.h)
    std::optional<RemoteSettings> fromServer;            ///< likewise: it is on a web server
    bool allowUnsandboxed = false;
    bool followParents = false;  ///< an image that is only a difference is read together with its parents beside it
    QStringList ignorePreflight; ///< rules of preflight that the user passes over
    bool textsJudged = false;    ///< the user was told already what is in the texts that were given
    qint64 maxUnpacked = 0;      ///< bytes that may come out of a compressed file; 0: what is usual

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<ImportSettings> parse(const QJsonObject &settings, const QString &where);
};

/// What an export task does, as the journal keeps it.
struct ExportSettings {
    LibrarySettings library; ///< of an export out of EC2 none
    std::optional<Ec2Settings> fromEc2;
    std::optional<ServiceExportSettings> byService = {}; ///< as in ImportSettings
    ExportRequest request;       ///< `path` absolute, or in a bucket; "-" is standard output, for no later attempt
    QStringList ignorePreflight; ///< rules of preflight that the user passes over
    bool textsJudged = false;    ///< as in ImportSettings

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<ExportSettings> parse(const QJsonObject &settings, const QString &where);
};

/// What the verification of an image does, as the journal keeps it.
struct VerifySettings {
    LibrarySettings library;
    QString image; ///< its name, or a snapshot's id

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<VerifySettings> parse(const QJsonObject &settings, const QString &where);
};

} // namespace sealift
