#pragma once

#include "base/result.h"
#include "task/store_settings.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sealift {

/// A library that the user knows, as it is kept between two starts. No secret, and nothing that one could be.
struct ListedLibrary {
    QString id; ///< a UUID
    QString name;
    QString location;         ///< as openStore() takes it
    bool remembered = false;  ///< its password is in the keyring, under `id`
    StoreSettings store = {}; ///< how the place is reached

    bool operator==(const ListedLibrary &) const = default;
};

/// {"version": 1, "libraries": [{"id": "...", "name": "...", "location": "...", "remembered": false,
/// "store": {...}}]}, the last as StoreSettings::toJson() has it, and only for places that need it.
QJsonObject libraryListJson(const QList<ListedLibrary> &libraries);

/// A list that could be read, as far as it could.
struct ReadLibraryList {
    QList<ListedLibrary> libraries;
    QList<Error> problems; ///< entries that were left out, and why
};

/// One bad entry never keeps the others from being shown. Errors: Unsupported (a later version); Corrupt.
/// @param where names the file in errors.
Result<ReadLibraryList> readLibraryList(const QJsonObject &json, const QString &where);

} // namespace sealift
