#pragma once

#include "storage/s3/object_upload.h"
#include "task/object_parts.h"

#include <QDateTime>
#include <QJsonObject>

#include <functional>
#include <memory>
#include <mutex>

namespace sealift {

/// What an export has in a bucket on the way, as the journal keeps it (TaskRecord::staged): enough to go on with it,
/// and to end it.
struct UploadNote {
    QString place;       ///< "s3:https://host/bucket/key"
    QDateTime begun;     ///< written down before the upload is asked for, UTC
    QString id;          ///< the service's; empty while it has not told it
    qint64 partSize = 0; ///< bytes of each part but the last

    bool isEmpty() const { return place.isEmpty(); }
    /// Empty of an empty one.
    QJsonObject toJson() const;
    /// Errors: Corrupt, naming the field.
    static Result<UploadNote> parse(const QJsonObject &staged);
};

/// The upload of one export: what was begun, what of it had arrived before, and whether it became an object. Shared by
/// the output that fills it and the task's cleanup. Thread-safe.
class BucketUpload final : public ObjectParts
{
public:
    using Keep = std::function<Status(const QJsonObject &)>;

    /// @param keep writes the note down (JobTools::keepStaged); may be empty for a cleanup.
    BucketUpload(std::shared_ptr<S3ObjectUpload> object, S3ObjectUpload::Existing existing, Keep keep);

    S3ObjectUpload &object() { return *m_object; }
    QString place() const override { return m_object->place(); }

    /// Takes over what an earlier attempt has begun. What is not there any more is forgotten. Errors: those of asking.
    Status goOn(const UploadNote &note, const std::stop_token &stop);
    /// The same without asking, for a cleanup.
    void setNote(const UploadNote &note);

    /// Begins the upload, unless one is gone on with. @param size of the object, at most. Errors: as
    /// S3ObjectUpload::begin(), and of writing it down.
    Status begin(qint64 size, const std::stop_token &stop) override;
    qint64 partSize() const override { return note().partSize; }

    /// Sends one part, unless the same bytes have arrived before. Any thread.
    Status sendPart(int number, ByteView bytes, const std::stop_token &stop) override;
    /// Makes the object of the parts that were sent. @param size in bytes.
    Status complete(qint64 size, const std::stop_token &stop) override;

    UploadNote note() const;
    bool isComplete() const;
    /// Bytes that had arrived before, and were found to be the same.
    qint64 bytesGoneOnWith() const;
    /// Bytes that had arrived before in all.
    qint64 bytesFound() const;

private:
    const std::shared_ptr<S3ObjectUpload> m_object;
    const S3ObjectUpload::Existing m_existing;
    const Keep m_keep;
    mutable std::mutex m_mutex;
    UploadNote m_note;
    std::map<int, S3Part> m_arrived;
    std::map<int, QByteArray> m_tags;
    qint64 m_bytesGoneOnWith = 0;
    qint64 m_bytesFound = 0;
    bool m_isComplete = false;
};

} // namespace sealift
