#pragma once

#include "storage/s3/multipart.h"

#include <QStringList>

#include <optional>

namespace sealift {

/// A folder in a bucket that belongs to one owner, who may empty it: all versions of all objects in it, and unfinished
/// uploads. Thread-safe.
class S3Folder
{
public:
    /// The folder at the connection's location.
    explicit S3Folder(std::shared_ptr<S3Connection> connection);

    /// The location, in words for people.
    QString place() const { return m_connection->location().text(); }
    /// The key of an object in it.
    QString keyOf(const QString &name) const { return m_root + name; }
    const QString &bucket() const { return m_connection->bucket(); }
    MultipartUploads &uploads() { return m_uploads; }
    S3Connection &connection() { return *m_connection; }

    /// Removes everything in it; what is gone already is a success. Returns what it was, an entry each. Errors: the
    /// first of the service's; then some may be gone. Internal for a location that is a whole bucket.
    Result<QStringList> empty(const std::stop_token &stop);

    /// What is in it, in words: "disk1.vmdk (version null)".
    struct Content {
        QStringList objects; ///< all versions, and marks of deletion
        QStringList uploads; ///< unfinished ones
    };
    /// @param beginning of names; empty: all.
    Result<Content> content(const std::stop_token &stop, const QString &beginning = {});

    /// How an object is encrypted at rest, as the service tells ("aws:kms", "AES256"); empty: it does not say so.
    /// Nothing where there is no such object.
    struct Stored {
        qint64 size = 0;
        QString encryption;
        QByteArray tag; ///< the object's ETag: another content has another one
    };
    Result<std::optional<Stored>> stored(const QString &name, const std::stop_token &stop);

    /// The names of the objects in it, each once. @param beginning of names; empty: all.
    Result<QStringList> names(const std::stop_token &stop, const QString &beginning = {});

    /// Fills `out` from byte `offset` of an object on. Errors: SourceChanged where it is not what stored() has told of
    /// any more; Corrupt where it is shorter.
    Status read(const QString &name, const QByteArray &tag, qint64 offset, MutableBytes out,
                const std::stop_token &stop);

    /// Unfinished uploads to one of its objects, the latest first.
    Result<std::vector<S3Upload>> uploadsTo(const QString &name, const std::stop_token &stop);

private:
    Result<std::vector<S3Version>> versions(const QString &beginning, const std::stop_token &stop);

    const std::shared_ptr<S3Connection> m_connection;
    const QString m_root;
    MultipartUploads m_uploads;
};

} // namespace sealift
