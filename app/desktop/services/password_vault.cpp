#include "desktop/services/password_vault.h"

#include "crypto/recovery_passphrase.h"
#include "desktop/services/store_opener.h"
#include "library/repository.h"

#include <QFile>

namespace sealift {

namespace {

constexpr qint64 kLongestPassword = 4096;

} // namespace

Result<QCA::SecureArray> passwordOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("cannot read the password file %1: %2").arg(path, file.errorString()),
                          QStringLiteral("Unlock the library in the window, or bring the file back.")));
    constexpr auto kOthers =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    if ((file.permissions() & kOthers) != 0)
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("the password file %1 is open to others").arg(path),
                          QStringLiteral("Close it to them: chmod 600 FILE.")));
    QCA::SecureArray password(static_cast<int>(kLongestPassword));
    const auto size = file.read(password.data(), kLongestPassword);
    if (size < 0)
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    int length = static_cast<int>(size);
    while (length > 0 && (password[length - 1] == '\n' || password[length - 1] == '\r'))
        --length;
    password.resize(length);
    return password;
}

PasswordVault::PasswordVault(StoreOpener &stores)
    : m_stores(stores)
{
}

void PasswordVault::put(const QString &location, const QCA::SecureArray &password)
{
    const std::lock_guard lock(m_mutex);
    m_passwords.insert(location, password);
}

void PasswordVault::erase(const QString &location)
{
    const std::lock_guard lock(m_mutex);
    m_passwords.remove(location);
}

bool PasswordVault::has(const QString &location) const
{
    const std::lock_guard lock(m_mutex);
    return m_passwords.contains(location);
}

std::optional<QCA::SecureArray> PasswordVault::get(const QString &location) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_passwords.find(location);
    return found == m_passwords.end() ? std::nullopt : std::optional(*found);
}

bool PasswordVault::canOpen(const LibrarySettings &library) const
{
    return !library.passwordFile.isEmpty() || has(library.location);
}

Result<std::unique_ptr<Repository>> PasswordVault::openTaskLibrary(const LibrarySettings &library,
                                                                   const std::stop_token &stop) const
{
    auto password = get(library.location);
    if (!password && library.passwordFile.isEmpty())
        return fail(Error(ErrorCode::Locked, QStringLiteral("the library at %1 is locked").arg(library.location),
                          QStringLiteral("Unlock it, and retry.")));
    if (!password) {
        SEALIFT_ASSIGN(password, passwordOfFile(library.passwordFile));
    }
    SEALIFT_ASSIGN(auto store, m_stores.open({library.location, library.store}));
    return openLibraryIn(std::move(store), *password, stop);
}

Result<std::unique_ptr<Repository>> openLibraryIn(std::unique_ptr<ObjectStore> store, const QCA::SecureArray &password,
                                                  const std::stop_token &stop)
{
    const auto reading = readRecoveryPassphrase(password);
    auto opened =
        Repository::open(std::move(store), reading.shape == RecoveryShape::Sound ? reading.canonical : password, stop);
    if (!opened && opened.error().code() == ErrorCode::WrongPassword && reading.shape == RecoveryShape::Mistyped)
        return fail(std::move(opened).error().advising(QStringLiteral(
            "It looks like a recovery key with a typing mistake: compare it with the printed one, symbol by symbol.")));
    return opened;
}

} // namespace sealift
