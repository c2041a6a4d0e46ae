#pragma once

#include "base/result.h"
#include "task/task_settings.h"

#include <QHash>
#include <QtCrypto>

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace sealift {

class ObjectStore;
class Repository;
class StoreOpener;

/// The first line of a password file, which others must not be able to read. Errors: NotFound, Unsafe, Io.
Result<QCA::SecureArray> passwordOfFile(const QString &path);

/// The passwords of the libraries that are unlocked, in locked memory, as long as they are. Thread-safe: the window
/// fills it, the tasks' threads open libraries by it.
class PasswordVault
{
public:
    /// @param stores must outlive the vault.
    explicit PasswordVault(StoreOpener &stores);
    ~PasswordVault() = default;
    PasswordVault(const PasswordVault &) = delete;
    PasswordVault &operator=(const PasswordVault &) = delete;

    /// @param location as the tasks' settings have it.
    void put(const QString &location, const QCA::SecureArray &password);
    void erase(const QString &location);
    bool has(const QString &location) const;
    std::optional<QCA::SecureArray> get(const QString &location) const;

    /// Whether openTaskLibrary() would have a password. Quick.
    bool canOpen(const LibrarySettings &library) const;

    /// Opens the library of a task, for LibraryOpener (core/task/task_job.h): by its password file where it names one,
    /// else by what was unlocked here. Errors: Locked - nobody has unlocked it; those of Repository::open().
    Result<std::unique_ptr<Repository>> openTaskLibrary(const LibrarySettings &library,
                                                        const std::stop_token &stop) const;

private:
    StoreOpener &m_stores;
    mutable std::mutex m_mutex;
    QHash<QString, QCA::SecureArray> m_passwords;
};

/// Opens the library in a store with a password as people type it: a recovery passphrase may be in small letters and
/// without hyphens. Errors: those of Repository::open().
Result<std::unique_ptr<Repository>> openLibraryIn(std::unique_ptr<ObjectStore> store, const QCA::SecureArray &password,
                                                  const std::stop_token &stop);

} // namespace sealift
