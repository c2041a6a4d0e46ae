#include "desktop/services/libraries.h"

#include "common/config_file.h"
#include "desktop/services/library_access.h"
#include "desktop/services/password_vault.h"

#include <QDir>
#include <QUuid>

#include <algorithm>

namespace sealift {

namespace {

/// One spelling a place, which is what tasks and the vault know it by.
QString tidyLocation(const QString &location)
{
    return QDir::isAbsolutePath(location) ? QDir::cleanPath(location) : location;
}

bool isUnreachable(const Error &error)
{
    return error.code() != ErrorCode::WrongPassword && error.code() != ErrorCode::Cancelled;
}

} // namespace

Libraries::Libraries(QString path, StoreOpener &stores, PasswordVault &vault, Keyring &keyring,
                     const SettingsService &settings, QObject *parent)
    : LibraryService(parent)
    , m_path(std::move(path))
    , m_stores(stores)
    , m_vault(vault)
    , m_keyring(keyring)
    , m_settings(settings)
    , m_writing(this, 1)
    , m_background(this)
{
    connect(&settings, &SettingsService::changed, this, [this](const AppSettings &now) {
        if (!now.offerKeyring)
            forgetPasswords();
    });
    auto read =
        readConfigFile(m_path).and_then([this](const QJsonObject &json) { return readLibraryList(json, m_path); });
    if (!read) {
        m_problems = {read.error()};
        return;
    }
    m_problems = read->problems;
    for (auto &listed : read->libraries)
        m_entries.push_back({.listed = std::move(listed)});
    for (const auto &entry : m_entries)
        lookFor(entry.listed.id);
}

Libraries::Entry *Libraries::find(const QString &id)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &entry) { return entry.listed.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const Libraries::Entry *Libraries::find(const QString &id) const
{
    return const_cast<Libraries *>(this)->find(id);
}

LibraryInfo Libraries::infoOf(const Entry &entry)
{
    return {entry.listed.id,         entry.listed.name, entry.listed.location, entry.state,
            entry.listed.remembered, entry.problem,     entry.count,           entry.listed.store};
}

LibraryPlace Libraries::placeOf(const Entry &entry)
{
    return {entry.listed.location, entry.listed.store};
}

QList<LibraryInfo> Libraries::libraries() const
{
    QList<LibraryInfo> list;
    for (const auto &entry : m_entries)
        list.append(infoOf(entry));
    return list;
}

std::optional<LibraryInfo> Libraries::library(const QString &id) const
{
    const auto *entry = find(id);
    return entry == nullptr ? std::nullopt : std::optional(infoOf(*entry));
}

std::vector<CatalogImage> Libraries::images(const QString &id) const
{
    const auto *entry = find(id);
    return entry == nullptr ? std::vector<CatalogImage>() : entry->images;
}

void Libraries::store()
{
    QList<ListedLibrary> list;
    for (const auto &entry : m_entries)
        list.append(entry.listed);
    m_writing.run(
        [path = m_path, list](const std::stop_token &) { return writeConfigFile(path, libraryListJson(list)); },
        [this](const Status &written) {
            if (!written)
                Q_EMIT failed({}, written.error());
        });
}

QString Libraries::append(const QString &name, const LibraryPlace &place)
{
    const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_entries.push_back({.listed = {id, name, tidyLocation(place.location), false, place.store}});
    store();
    Q_EMIT librariesChanged();
    return id;
}

QString Libraries::add(const QString &name, const LibraryPlace &place)
{
    const auto location = tidyLocation(place.location);
    for (auto &entry : m_entries) {
        if (entry.listed.location != location)
            continue;
        if (entry.listed.store != place.store) {
            entry.listed.store = place.store; // the way there that was named last is the one that is wanted
            store();
            lookFor(entry.listed.id);
        }
        return entry.listed.id;
    }
    const auto id = append(name, place);
    lookFor(id);
    return id;
}

void Libraries::lookFor(const QString &id)
{
    auto *entry = find(id);
    const auto turn = ++entry->turn;
    const auto looked = [this, id, turn](const Status &place) {
        auto *known = find(id);
        if (known == nullptr || known->turn != turn)
            return;
        known->state = place ? LibraryState::Locked : LibraryState::Unreachable;
        known->problem = place ? std::nullopt : std::optional(place.error());
        Q_EMIT libraryChanged(id);
        if (place && known->listed.remembered && m_settings.settings().offerKeyring)
            unlockFromKeyring(id);
    };
    m_background.run(
        [this, place = placeOf(*entry)](const std::stop_token &stop) { return checkPlace(m_stores, place, stop); },
        looked);
}

void Libraries::create(const NewLibrary &library)
{
    auto tidy = library;
    tidy.location = tidyLocation(library.location);
    const auto done = [this, tidy](const Result<MadeLibrary> &made) {
        if (!made) {
            Q_EMIT failed({}, made.error());
            return;
        }
        const auto id = append(tidy.name, {tidy.location, tidy.store});
        list(id, tidy.password, true, tidy.remember);
        Q_EMIT created(id, made->recovery);
        if (made->withoutRecovery)
            Q_EMIT failed(id, *made->withoutRecovery);
    };
    m_background.run([this, tidy](const std::stop_token &stop) { return makeLibrary(m_stores, tidy, stop); }, done);
}

void Libraries::rename(const QString &id, const QString &name)
{
    auto *entry = find(id);
    if (entry == nullptr || entry->listed.name == name)
        return;
    entry->listed.name = name;
    store();
    Q_EMIT libraryChanged(id);
}

void Libraries::unlock(const QString &id, const QCA::SecureArray &password, bool remember)
{
    if (find(id) != nullptr)
        list(id, password, true, remember);
}

void Libraries::refresh(const QString &id)
{
    const auto *entry = find(id);
    if (entry == nullptr)
        return;
    if (const auto password = m_vault.get(entry->listed.location))
        list(id, *password, false, false);
    else
        lookFor(id);
}

void Libraries::list(const QString &id, const QCA::SecureArray &password, bool isUnlocking, bool remembering)
{
    auto *entry = find(id);
    const auto turn = ++entry->turn;
    if (isUnlocking) {
        entry->state = LibraryState::Unlocking;
        entry->problem.reset();
        Q_EMIT libraryChanged(id);
    }
    const auto done = [this, id, turn, password, remembering](Result<Catalog> catalog) {
        auto *known = find(id);
        if (known == nullptr || known->turn != turn)
            return;
        if (!catalog) {
            const auto &error = catalog.error();
            known->state = isUnreachable(error) ? LibraryState::Unreachable : LibraryState::Locked;
            known->problem = error;
            m_vault.erase(known->listed.location);
            Q_EMIT libraryChanged(id);
            Q_EMIT failed(id, error);
            return;
        }
        m_vault.put(known->listed.location, password);
        listed(*known, std::move(*catalog));
        if (remembering)
            remember(id, password);
    };
    m_background.run([this, place = placeOf(*entry),
                      password](const std::stop_token &stop) { return listImages(m_stores, place, password, stop); },
                     done);
}

void Libraries::listed(Entry &entry, Catalog catalog)
{
    entry.state = LibraryState::Unlocked;
    entry.problem.reset();
    // What cannot be read hides nothing else, but must not stay unsaid.
    if (!catalog.unreadable.empty())
        entry.problem = catalog.unreadable.front().error;
    else if (!catalog.damagedIndexes.empty())
        entry.problem = catalog.damagedIndexes.front();
    std::reverse(catalog.images.begin(), catalog.images.end());
    entry.images = std::move(catalog.images);
    entry.count = static_cast<qsizetype>(entry.images.size());
    const auto id = entry.listed.id;
    Q_EMIT libraryChanged(id);
    Q_EMIT imagesChanged(id);
}

void Libraries::lock(const QString &id)
{
    auto *entry = find(id);
    if (entry == nullptr)
        return;
    ++entry->turn;
    m_vault.erase(entry->listed.location);
    entry->state = LibraryState::Locked;
    entry->problem.reset();
    entry->images.clear();
    entry->count.reset();
    Q_EMIT libraryChanged(id);
    Q_EMIT imagesChanged(id);
}

void Libraries::forget(const QString &id)
{
    const auto *entry = find(id);
    if (entry == nullptr)
        return;
    m_vault.erase(entry->listed.location);
    if (entry->listed.remembered)
        removeFromKeyring(id);
    std::erase_if(m_entries, [&id](const Entry &known) { return known.listed.id == id; });
    store();
    Q_EMIT librariesChanged();
}

} // namespace sealift
