#pragma once

#include "base/error.h"
#include "library/image_catalog.h"
#include "task/store_settings.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtCrypto>

#include <optional>
#include <vector>

namespace sealift {

enum class LibraryState {
    Locked,      ///< its password is not known to this process
    Unlocking,   ///< being looked for, or its key being derived
    Unlocked,    ///< its images can be listed, and tasks can work on it
    Unreachable, ///< its place does not answer, or holds no library; `problem` says which
};

/// A library that the user knows: a line of the window's left side.
struct LibraryInfo {
    QString id;       ///< stable, of the settings; means nothing to people
    QString name;     ///< the user's
    QString location; ///< as openStore() takes it; never with credentials
    LibraryState state = LibraryState::Locked;
    bool remembered = false;         ///< its password is in the keyring
    std::optional<Error> problem;    ///< why it is unreachable, or could not be unlocked
    std::optional<qsizetype> images; ///< how many, once it has been listed
    StoreSettings store = {};        ///< how the place is reached
};

/// What it takes to make a library.
struct NewLibrary {
    QString name;
    QString location;
    QCA::SecureArray password;
    bool recoveryKey = true;  ///< make a second key, a passphrase that is shown once
    bool remember = false;    ///< keep the password in the user's keyring
    StoreSettings store = {}; ///< how the place is reached
};

/// The libraries of the user, for widgets. Lives on the thread of the window; no function waits: what they ask for is
/// done elsewhere, and signals tell of it. Implemented by the application; tests have one of their own.
class LibraryService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the user's order.
    virtual QList<LibraryInfo> libraries() const = 0;
    /// Nothing if there is none of that id.
    virtual std::optional<LibraryInfo> library(const QString &id) const = 0;
    /// The images as they were last listed, newest first; empty while the library is not unlocked.
    virtual std::vector<CatalogImage> images(const QString &id) const = 0;

    /// Adds an existing library; its id. Whether there is one at the place shows in its state.
    virtual QString add(const QString &name, const LibraryPlace &place) = 0;
    /// Makes a new one; created() or failed() with an empty id follows.
    virtual void create(const NewLibrary &library) = 0;
    virtual void rename(const QString &id, const QString &name) = 0;
    /// Derives the key and lists the images; libraryChanged() follows, or failed().
    virtual void unlock(const QString &id, const QCA::SecureArray &password, bool remember) = 0;
    /// Erases password and images from memory. Tasks under way keep their key.
    virtual void lock(const QString &id) = 0;
    /// Takes it from the list, and its password from the keyring. What is stored stays.
    virtual void forget(const QString &id) = 0;
    /// Lists the images again.
    virtual void refresh(const QString &id) = 0;

Q_SIGNALS:
    /// One was added, forgotten or moved.
    void librariesChanged();
    void libraryChanged(const QString &id);
    void imagesChanged(const QString &id);
    /// @param recoveryPassphrase to be shown once; empty if none was asked for.
    void created(const QString &id, const QCA::SecureArray &recoveryPassphrase);
    void failed(const QString &id, const sealift::Error &error);
};

} // namespace sealift
