#pragma once

#include "desktop/services/background.h"
#include "desktop/services/library_list.h"
#include "ui/services/library_service.h"
#include "ui/services/settings_service.h"

namespace sealift {

class Keyring;
class PasswordVault;
class StoreOpener;

/// The user's libraries: a list in a file, passwords in the vault, everything else asked of the libraries themselves,
/// on threads of its own. A library that was unlocked is opened anew whenever it is looked at, so that no opened key
/// lies around in between.
class Libraries final : public LibraryService
{
    Q_OBJECT

public:
    /// Reads the list, and looks for each library; those whose passwords the keyring has are unlocked.
    /// @param path of the list's file. @param stores, @param vault, @param keyring and @param settings must outlive the
    /// object.
    Libraries(QString path, StoreOpener &stores, PasswordVault &vault, Keyring &keyring,
              const SettingsService &settings, QObject *parent = nullptr);

    QList<LibraryInfo> libraries() const override;
    std::optional<LibraryInfo> library(const QString &id) const override;
    std::vector<CatalogImage> images(const QString &id) const override;

    QString add(const QString &name, const LibraryPlace &place) override;
    void create(const NewLibrary &library) override;
    void rename(const QString &id, const QString &name) override;
    void unlock(const QString &id, const QCA::SecureArray &password, bool remember) override;
    void lock(const QString &id) override;
    void forget(const QString &id) override;
    void refresh(const QString &id) override;

    /// What was wrong with the list's file, entry by entry.
    const QList<Error> &problems() const { return m_problems; }

private:
    struct Entry {
        ListedLibrary listed;
        LibraryState state = LibraryState::Locked;
        std::optional<Error> problem = {};
        std::optional<qsizetype> count = {};
        std::vector<CatalogImage> images = {};
        quint64 turn = 0; ///< counts what was asked of it: answers to earlier questions are passed over
    };
    Entry *find(const QString &id);
    const Entry *find(const QString &id) const;
    static LibraryInfo infoOf(const Entry &entry);
    static LibraryPlace placeOf(const Entry &entry);
    void store();
    QString append(const QString &name, const LibraryPlace &place);
    void lookFor(const QString &id);
    void unlockFromKeyring(const QString &id);
    void list(const QString &id, const QCA::SecureArray &password, bool isUnlocking, bool remember);
    void listed(Entry &entry, Catalog catalog);
    void remember(const QString &id, const QCA::SecureArray &password);
    void removeFromKeyring(const QString &id);
    void forgetPasswords();
    void setRemembered(const QString &id, bool remembered);

    const QString m_path;
    StoreOpener &m_stores;
    PasswordVault &m_vault;
    Keyring &m_keyring;
    const SettingsService &m_settings;
    QList<Error> m_problems;
    std::vector<Entry> m_entries;
    Background m_writing; ///< one thread: the file is written in order
    Background m_background;
};

} // namespace sealift
