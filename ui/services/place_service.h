#pragma once

#include "base/error.h"
#include "task/store_settings.h"

#include <QObject>
#include <QString>

#include <optional>

namespace sealift {

/// What a path or a place in a bucket leads to, at one moment.
struct PlaceFacts {
    enum class Kind {
        Nothing, ///< there is nothing of that name
        File,    ///< a regular file
        Folder,
        Library, ///< a folder or bucket that holds a library
        Bucket,  ///< a bucket that answers, without a library at the place
        Other,   ///< a device, a socket
    };

    QString path; ///< the location as it was asked for
    Kind kind = Kind::Nothing;
    bool isEmpty = true;       ///< a folder without entries, a place in a bucket without objects
    bool parentExists = false; ///< the folder that it is or would be in
    /// Something can be made there: in it if it is a folder, else in the nearest folder above it that exists.
    bool isWritable = false;
    std::optional<qint64> freeBytes; ///< on the file system that it is or would be on
    std::optional<Error> problem;    ///< why nothing could be found out
};

/// Tells what is at a path, while it is being typed. Lives on the thread of the window; looking is done elsewhere, for
/// a file system may be slow.
class PlaceService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// looked() follows. @param place of a file or folder, or in a bucket; relative paths and other URLs are problems.
    virtual void look(const LibraryPlace &place) = 0;
    /// The same of an object in a bucket, not of what is below it: File where there is one of that key, Nothing where
    /// the bucket has none.
    virtual void lookAtObject(const LibraryPlace &object) = 0;

Q_SIGNALS:
    void looked(const sealift::PlaceFacts &facts);
};

} // namespace sealift
