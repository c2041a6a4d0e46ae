// What Libraries does with the user's keyring.
#include "desktop/services/libraries.h"

#include "desktop/services/keyring.h"

namespace sealift {

void Libraries::unlockFromKeyring(const QString &id)
{
    m_keyring.read(id, [this, id](const Result<QCA::SecureArray> &password) {
        const auto *entry = find(id);
        if (entry == nullptr || entry->state != LibraryState::Locked)
            return;
        if (password)
            list(id, *password, true, false);
        else
            Q_EMIT failed(id, password.error());
    });
}

void Libraries::remember(const QString &id, const QCA::SecureArray &password)
{
    m_keyring.write(id, password, [this, id](const Status &written) {
        if (written)
            setRemembered(id, true);
        else
            Q_EMIT failed(id, written.error());
    });
}

void Libraries::setRemembered(const QString &id, bool remembered)
{
    auto *entry = find(id);
    if (entry == nullptr || entry->listed.remembered == remembered)
        return;
    entry->listed.remembered = remembered;
    store();
    Q_EMIT libraryChanged(id);
}

void Libraries::removeFromKeyring(const QString &id)
{
    m_keyring.remove(id, [this](const Status &removed) {
        if (!removed)
            Q_EMIT failed({}, removed.error());
    });
}

void Libraries::forgetPasswords()
{
    for (const auto &library : libraries()) {
        if (!library.remembered)
            continue;
        removeFromKeyring(library.id);
        setRemembered(library.id, false);
    }
}

} // namespace sealift
