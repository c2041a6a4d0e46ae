#include "task/bucket_upload.h"

#include "base/json.h"

#include <QCryptographicHash>

namespace sealift {

namespace {

const auto kPlace = QStringLiteral("place");
const auto kBegun = QStringLiteral("begun");
const auto kId = QStringLiteral("upload");
const auto kPartSize = QStringLiteral("part-size");

/// The tag of a part is the MD5 of its bytes, unless the service encrypts it by a key of the customer's or of KMS:
/// Amazon S3 API Reference, "Object", ETag. What has another tag is sent again, so nothing depends on this.
bool isTagOf(const QByteArray &tag, ByteView bytes)
{
    QCryptographicHash md5(QCryptographicHash::Md5);
    md5.addData(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    auto plain = tag;
    return plain.replace('"', QByteArray()) == md5.result().toHex();
}

} // namespace

QJsonObject UploadNote::toJson() const
{
    if (isEmpty())
        return {};
    return {{kPlace, place}, {kBegun, toRfc3339(begun)}, {kId, id}, {kPartSize, partSize}};
}

Result<UploadNote> UploadNote::parse(const QJsonObject &staged)
{
    if (staged.isEmpty())
        return UploadNote();
    const JsonFields fields(staged, QStringLiteral("what the task has at its destination"));
    UploadNote note;
    SEALIFT_ASSIGN(note.place, fields.string(kPlace));
    SEALIFT_ASSIGN(note.begun, fields.time(kBegun));
    SEALIFT_ASSIGN(note.id, fields.string(kId));
    SEALIFT_ASSIGN(note.partSize, fields.integer(kPartSize));
    return note;
}

BucketUpload::BucketUpload(std::shared_ptr<S3ObjectUpload> object, S3ObjectUpload::Existing existing, Keep keep)
    : m_object(std::move(object))
    , m_existing(existing)
    , m_keep(std::move(keep))
{
}

Status BucketUpload::goOn(const UploadNote &note, const std::stop_token &stop)
{
    setNote(note);
    if (note.id.isEmpty() || note.partSize <= 0)
        return {};
    auto arrived = m_object->arrived(note.id, stop);
    if (!arrived && arrived.error().code() != ErrorCode::NotFound)
        return fail(std::move(arrived).error());
    const std::lock_guard lock(m_mutex);
    if (!arrived) {
        m_note = {};
        return {};
    }
    for (const auto &part : *arrived) {
        m_arrived[part.number] = part;
        m_bytesFound += part.size;
    }
    return {};
}

void BucketUpload::setNote(const UploadNote &note)
{
    const std::lock_guard lock(m_mutex);
    m_note = note;
}

Status BucketUpload::begin(qint64 size, const std::stop_token &stop)
{
    auto note = this->note();
    if (!note.id.isEmpty())
        return {};
    note = {place(), QDateTime::currentDateTimeUtc(), {}, MultipartUploads::partSize(size)};
    setNote(note);
    SEALIFT_TRY(m_keep(note.toJson()));
    SEALIFT_ASSIGN(note.id, m_object->begin(stop));
    setNote(note);
    return m_keep(note.toJson());
}

Status BucketUpload::sendPart(int number, ByteView bytes, const std::stop_token &stop)
{
    S3Part before;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_arrived.find(number); found != m_arrived.end())
            before = found->second;
    }
    const auto size = static_cast<qint64>(bytes.size());
    const bool isThere = before.number == number && before.size == size && isTagOf(before.tag, bytes);
    auto tag = before.tag;
    if (!isThere) {
        SEALIFT_ASSIGN(tag, m_object->sendPart(note().id, number, bytes, stop));
    }
    const std::lock_guard lock(m_mutex);
    m_tags[number] = tag;
    m_bytesGoneOnWith += isThere ? size : 0;
    return {};
}

Status BucketUpload::complete(qint64 size, const std::stop_token &stop)
{
    const auto id = note().id;
    SEALIFT_TRY(m_object->complete(id, m_tags, size, m_existing, stop));
    const std::lock_guard lock(m_mutex);
    m_isComplete = true;
    return {};
}

UploadNote BucketUpload::note() const
{
    const std::lock_guard lock(m_mutex);
    return m_note;
}

bool BucketUpload::isComplete() const
{
    const std::lock_guard lock(m_mutex);
    return m_isComplete;
}

qint64 BucketUpload::bytesGoneOnWith() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytesGoneOnWith;
}

qint64 BucketUpload::bytesFound() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytesFound;
}

} // namespace sealift
