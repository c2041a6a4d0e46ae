#pragma once

#include "desktop/services/background.h"
#include "ui/services/image_service.h"
#include "ui/services/library_service.h"

#include <functional>

namespace sealift {

class PasswordVault;
class Repository;

/// Changes images of libraries that are unlocked.
class ImageChanger final : public ImageService
{
    Q_OBJECT

public:
    /// @param libraries and @param vault must outlive the object.
    ImageChanger(LibraryService &libraries, const PasswordVault &vault, QObject *parent = nullptr);

    void remove(const QString &libraryId, const QList<SnapshotId> &images) override;
    void setTags(const QString &libraryId, const SnapshotId &image, const QStringList &tags) override;
    void rename(const QString &libraryId, const SnapshotId &image, const QString &name) override;
    void weigh(const QString &libraryId, const QList<SnapshotId> &images) override;

private:
    using Change = std::function<Status(Repository &, const std::stop_token &)>;
    void change(const QString &libraryId, const Change &change);

    LibraryService &m_libraries;
    const PasswordVault &m_vault;
    Background m_background; ///< one thread: each change needs the library for itself
    Background m_weighing;   ///< no change waits for it
};

} // namespace sealift
