#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace sealift {

/// How a library's store is reached, as far as it is no secret and so may stand in the journal. Keys and credentials
/// are found anew by whoever executes a task.
struct StoreSettings {
    QString caFile; ///< absolute path; empty: the system's certificates
    bool allowInsecureLoopback = false;
    QString region;     ///< empty: found out
    QString profile;    ///< of AWS's files, where one was chosen; empty: what the environment says
    QString encryption; ///< by the service, as users write it: "", "aes256", "kms", "kms:KEY", "customer:FILE"

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<StoreSettings> parse(const QJsonObject &settings, const QString &where);

    bool operator==(const StoreSettings &) const = default;
};

/// A place of a library, and how it is reached. No secret.
struct LibraryPlace {
    QString location; ///< as openStore() takes it; never with credentials
    StoreSettings store = {};

    bool operator==(const LibraryPlace &) const = default;
};

} // namespace sealift
