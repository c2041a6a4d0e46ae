#pragma once

#include "base/result.h"
#include "library/ids.h"
#include "library/key_file.h"
#include "storage/object_store.h"

#include <stop_token>
#include <vector>

namespace sealift {

/// One password's key as a list shows it.
struct KeyInfo {
    FileId id;
    QDateTime created;
    QString username;
    QString hostname;
    bool isCurrent = false; ///< the one that opened the repository
};

/// A master key, and the key file that gave it.
struct OpenedKey {
    FileId id;
    SealingKey master;
};

/// Seals `master` under a password in a new key file of the store and returns its id.
Result<FileId> storeKey(ObjectStore &store, const SealingKey &master, const QCA::SecureArray &password,
                        const ScryptParameters &parameters, const std::stop_token &stop);

/// Tries the password on every key file of the store. Errors: NotFound (no key file at all); WrongPassword (it opens
/// none); Corrupt (it opens none, and a key file was damaged: names the file).
Result<OpenedKey> findKey(ObjectStore &store, const QCA::SecureArray &password, const std::stop_token &stop);

/// The passwords of an open repository. Threads: as the store.
class KeyRing
{
public:
    /// @param store and @param master must outlive the object.
    KeyRing(ObjectStore &store, const SealingKey &master, const FileId &current);

    const FileId &currentKey() const { return m_current; }

    /// All keys, oldest first. Errors: Corrupt, naming the file.
    Result<std::vector<KeyInfo>> list(const std::stop_token &stop) const;

    /// Adds a password.
    Result<FileId> add(const QCA::SecureArray &password, const ScryptParameters &parameters,
                       const std::stop_token &stop) const;

    enum class AllowCurrent { No, Yes };
    /// Removes a password. Errors: NotFound; InvalidArgument for the last one, or the one in use unless that is
    /// allowed.
    Status remove(const FileId &id, AllowCurrent allowCurrent, const std::stop_token &stop) const;

    /// Puts another password in the place of the one in use: adds it, verifies that its key file, read back, opens to
    /// the same master key, and only then removes the old one. Where that fails the old password still opens the
    /// library, and what was added is removed. Errors: those of add() and remove(); Corrupt, where the new key does not
    /// open.
    /// @return the new key; the object goes on naming the removed one as the current.
    Result<FileId> replaceCurrent(const QCA::SecureArray &password, const ScryptParameters &parameters,
                                  const std::stop_token &stop) const;

private:
    ObjectStore &m_store;
    const SealingKey &m_master;
    const FileId m_current;
};

} // namespace sealift
