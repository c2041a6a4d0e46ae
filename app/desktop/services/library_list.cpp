#include "desktop/services/library_list.h"

#include "base/json.h"

#include <QJsonArray>

namespace sealift {

namespace {

constexpr int kVersion = 1;
const auto kVersionField = QStringLiteral("version");
const auto kLibraries = QStringLiteral("libraries");
const auto kId = QStringLiteral("id");
const auto kName = QStringLiteral("name");
const auto kLocation = QStringLiteral("location");
const auto kRemembered = QStringLiteral("remembered");
const auto kStore = QStringLiteral("store");

QJsonObject entryOf(const ListedLibrary &library)
{
    QJsonObject entry{
        {kId, library.id}, {kName, library.name}, {kLocation, library.location}, {kRemembered, library.remembered}};
    if (library.store != StoreSettings())
        entry.insert(kStore, library.store.toJson());
    return entry;
}

Result<ListedLibrary> parse(const QJsonObject &entry, const QString &where)
{
    const JsonFields fields(entry, where);
    ListedLibrary library;
    SEALIFT_ASSIGN(library.id, fields.string(kId));
    SEALIFT_ASSIGN(library.name, fields.string(kName));
    SEALIFT_ASSIGN(library.location, fields.string(kLocation));
    SEALIFT_ASSIGN(library.remembered, fields.boolean(kRemembered));
    SEALIFT_ASSIGN(library.store, StoreSettings::parse(entry.value(kStore).toObject(), where));
    if (library.id.isEmpty() || library.location.isEmpty())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("an entry of the list of libraries is empty")));
    return library;
}

} // namespace

QJsonObject libraryListJson(const QList<ListedLibrary> &libraries)
{
    QJsonArray entries;
    for (const auto &library : libraries)
        entries.append(entryOf(library));
    return {{kVersionField, kVersion}, {kLibraries, entries}};
}

Result<ReadLibraryList> readLibraryList(const QJsonObject &json, const QString &where)
{
    ReadLibraryList list;
    if (json.isEmpty())
        return list;
    const JsonFields fields(json, where);
    SEALIFT_ASSIGN(const auto version, fields.integer(kVersionField));
    if (version > kVersion)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1 is of a later version of Sealift").arg(where),
                          QStringLiteral("Update Sealift.")));
    SEALIFT_ASSIGN(const auto entries, fields.array(kLibraries));
    for (const auto &entry : entries) {
        auto library = parse(entry.toObject(), where);
        if (library)
            list.libraries.append(std::move(*library));
        else
            list.problems.append(library.error());
    }
    return list;
}

} // namespace sealift
