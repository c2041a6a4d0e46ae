#include "desktop/services/image_changer.h"

#include "desktop/services/password_vault.h"
#include "library/image_changes.h"
#include "library/repository.h"

namespace sealift {

ImageChanger::ImageChanger(LibraryService &libraries, const PasswordVault &vault, QObject *parent)
    : ImageService(parent)
    , m_libraries(libraries)
    , m_vault(vault)
    , m_background(this, 1)
    , m_weighing(this, 1)
{
}

void ImageChanger::remove(const QString &libraryId, const QList<SnapshotId> &images)
{
    change(libraryId, [images](Repository &repository, const std::stop_token &stop) -> Status {
        for (const auto &image : images)
            SEALIFT_TRY(removeImage(repository, image, stop));
        return {};
    });
}

void ImageChanger::setTags(const QString &libraryId, const SnapshotId &image, const QStringList &tags)
{
    change(libraryId, [image, tags](Repository &repository, const std::stop_token &stop) -> Status {
        SEALIFT_TRY(setImageTags(repository, image, tags, stop));
        return {};
    });
}

void ImageChanger::rename(const QString &libraryId, const SnapshotId &image, const QString &name)
{
    change(libraryId, [image, name](Repository &repository, const std::stop_token &stop) -> Status {
        SEALIFT_TRY(renameImage(repository, image, name, stop));
        return {};
    });
}

void ImageChanger::weigh(const QString &libraryId, const QList<SnapshotId> &images)
{
    const auto library = m_libraries.library(libraryId);
    if (!library)
        return;
    const auto work = [this, where = LibrarySettings{library->location, {}, library->store},
                       images](const std::stop_token &stop) -> Result<FreedSpace> {
        SEALIFT_ASSIGN(const auto repository, m_vault.openTaskLibrary(where, stop));
        return spaceFreedBy(*repository, images, stop);
    };
    m_weighing.run(work, [this, libraryId, images](const Result<FreedSpace> &space) {
        if (space)
            Q_EMIT weighed({libraryId, images, *space, {}});
        else
            Q_EMIT weighed({libraryId, images, {}, space.error()});
    });
}

void ImageChanger::change(const QString &libraryId, const Change &change)
{
    const auto library = m_libraries.library(libraryId);
    if (!library)
        return;
    const auto work = [this, where = LibrarySettings{library->location, {}, library->store},
                       change](const std::stop_token &stop) -> Status {
        SEALIFT_ASSIGN(const auto repository, m_vault.openTaskLibrary(where, stop));
        return change(*repository, stop);
    };
    m_background.run(work, [this, libraryId](const Status &changed) {
        if (!changed)
            Q_EMIT failed(libraryId, changed.error());
        m_libraries.refresh(libraryId); // also what was done before it failed
    });
}

} // namespace sealift
