#include "library/key_ring.h"

#include "library/object_names.h"

#include <algorithm>
#include <optional>

namespace sealift {

namespace {

constexpr qint64 kMaxKeyFile = 1LL << 20;

QString describe(const ObjectStore &store, const FileId &id)
{
    return QStringLiteral("key %1 of %2").arg(id.hex(), store.location());
}

Result<std::vector<FileId>> listKeyFiles(ObjectStore &store, const std::stop_token &stop)
{
    std::vector<FileId> ids;
    SEALIFT_TRY(store.list(
        folderOf(FileKind::Key),
        [&ids](const ObjectInfo &object) -> Status {
            if (const auto id = idOfObject(object.name))
                ids.push_back(*id);
            return {};
        },
        stop));
    std::sort(ids.begin(), ids.end());
    return ids;
}

Result<KeyFile> loadKeyFile(ObjectStore &store, const FileId &id, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto json, store.readAll(fileObjectName(FileKind::Key, id), kMaxKeyFile, stop));
    if (sha256(viewOf(json)) != id)
        return fail(
            Error(ErrorCode::Corrupt,
                  QStringLiteral("%1: its content was changed: its SHA-256 is not its name").arg(describe(store, id)),
                  QStringLiteral("Restore the file from a copy of the library, or use another password.")));
    return KeyFile::parse(json, describe(store, id));
}

} // namespace

Result<FileId> storeKey(ObjectStore &store, const SealingKey &master, const QCA::SecureArray &password,
                        const ScryptParameters &parameters, const std::stop_token &stop)
{
    if (password.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("a password must not be empty")));
    SEALIFT_ASSIGN(const auto file, KeyFile::create(master, password, parameters));
    const auto json = file.toJson();
    const auto whole = viewOf(json);
    const auto id = sha256(whole);
    SEALIFT_TRY(store.put(fileObjectName(FileKind::Key, id), std::span(&whole, 1), PutMode::CreateNew, stop));
    return id;
}

Result<OpenedKey> findKey(ObjectStore &store, const QCA::SecureArray &password, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto ids, listKeyFiles(store, stop));
    if (ids.empty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("%1 has no key file").arg(store.location()),
                          QStringLiteral("Check the path; a library is made by `sealift library init`.")));
    std::optional<Error> damage;
    for (const auto &id : ids) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        auto file = loadKeyFile(store, id, stop);
        auto master =
            file ? file->open(password, describe(store, id)) : Result<SealingKey>(fail(std::move(file).error()));
        if (master)
            return OpenedKey{id, std::move(*master)};
        switch (master.error().code()) {
        case ErrorCode::WrongPassword:
            break;
        case ErrorCode::Corrupt:
        case ErrorCode::Unsupported:
        case ErrorCode::LimitExceeded:
            // Another key file may still open.
            damage = std::move(master).error();
            break;
        default:
            return fail(std::move(master).error());
        }
    }
    if (damage)
        return fail(std::move(*damage));
    return fail(Error(ErrorCode::WrongPassword,
                      QStringLiteral("the password opens none of the keys of %1").arg(store.location()),
                      QStringLiteral("Check the password, and that this is the right library.")));
}

KeyRing::KeyRing(ObjectStore &store, const SealingKey &master, const FileId &current)
    : m_store(store)
    , m_master(master)
    , m_current(current)
{
}

Result<std::vector<KeyInfo>> KeyRing::list(const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(const auto ids, listKeyFiles(m_store, stop));
    std::vector<KeyInfo> keys;
    for (const auto &id : ids) {
        SEALIFT_ASSIGN(const auto file, loadKeyFile(m_store, id, stop));
        keys.push_back({id, file.created, file.username, file.hostname, id == m_current});
    }
    std::stable_sort(keys.begin(), keys.end(), [](const auto &a, const auto &b) { return a.created < b.created; });
    return keys;
}

Result<FileId> KeyRing::add(const QCA::SecureArray &password, const ScryptParameters &parameters,
                            const std::stop_token &stop) const
{
    return storeKey(m_store, m_master, password, parameters, stop);
}

Result<FileId> KeyRing::replaceCurrent(const QCA::SecureArray &password, const ScryptParameters &parameters,
                                       const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(const auto id, add(password, parameters, stop));
    const auto verified = [&]() -> Status {
        SEALIFT_ASSIGN(const auto file, loadKeyFile(m_store, id, stop));
        SEALIFT_ASSIGN(const auto master, file.open(password, describe(m_store, id)));
        if (master.encrypt == m_master.encrypt && master.macK == m_master.macK && master.macR == m_master.macR)
            return {};
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 opens to another key").arg(describe(m_store, id))));
    }();
    if (!verified) {
        // The user's wish to stop must not leave half of it.
        const auto removed = m_store.remove(fileObjectName(FileKind::Key, id), std::stop_token());
        auto error = Error(verified.error()).during(QStringLiteral("the new password does not open the library"));
        return fail(removed ? std::move(error).advising(QStringLiteral("The old password is still valid. Try again."))
                            : std::move(error).advising(
                                  QStringLiteral("The old password is still valid. Remove the key %1 by hand: %2.")
                                      .arg(id.shortHex(), removed.error().what())));
    }
    auto removed = remove(m_current, AllowCurrent::Yes, stop);
    if (!removed)
        return fail(std::move(removed).error().during(
            QStringLiteral("the new password opens the library, and the old one still does")));
    return id;
}

Status KeyRing::remove(const FileId &id, AllowCurrent allowCurrent, const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(const auto ids, listKeyFiles(m_store, stop));
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("%1 does not exist").arg(describe(m_store, id))));
    if (ids.size() == 1)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is the last one: without it the library could never be opened again")
                              .arg(describe(m_store, id)),
                          QStringLiteral("Add another password first.")));
    if (id == m_current && allowCurrent == AllowCurrent::No)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 is the one in use").arg(describe(m_store, id)),
                          QStringLiteral("Open the library with another password and remove it then.")));
    return m_store.remove(fileObjectName(FileKind::Key, id), stop);
}

} // namespace sealift
