#pragma once

#include "base/error.h"
#include "library/ids.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace sealift {

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

Q_SIGNALS:
    void failed(const QString &libraryId, const sealift::Error &error);
};

} // namespace sealift
