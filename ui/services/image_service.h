#pragma once

#include "base/error.h"
#include "library/image_space.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// What deleting images would free.
struct WeighedImages {
    QString libraryId;
    QList<SnapshotId> images;
    std::optional<FreedSpace> space; ///< one of these two is set
    std::optional<Error> problem;
};

/// Changes to the images of an unlocked library, for widgets. Lives on the thread of the window; the work is done
/// elsewhere. LibraryService::imagesChanged() follows what succeeded.
class ImageService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes images from the library's list; their space is freed by a later `restic prune`.
    virtual void remove(const QString &libraryId, const QList<SnapshotId> &images) = 0;
    virtual void setTags(const QString &libraryId, const SnapshotId &image, const QStringList &tags) = 0;
    virtual void rename(const QString &libraryId, const SnapshotId &image, const QString &name) = 0;
    /// Finds out what deleting them would free; weighed() follows, which may take a while.
    virtual void weigh(const QString &libraryId, const QList<SnapshotId> &images) = 0;

Q_SIGNALS:
    void weighed(const sealift::WeighedImages &images);
    void failed(const QString &libraryId, const sealift::Error &error);
};

} // namespace sealift
