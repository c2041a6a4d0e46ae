#include "scratch/receipt.h"

#include "base/json.h"
#include "scratch/scratch_volume.h"

#include <QJsonArray>

namespace sealift {

namespace {

// The names of the members, in the file's own words.
const QString kVersionField = QStringLiteral("version");

QString timeText(const QDateTime &time)
{
    return time.isValid() ? toRfc3339(time) : QString();
}

/// A time, or an empty text for none.
Result<QDateTime> optionalTime(const JsonFields &fields, const QString &field)
{
    SEALIFT_ASSIGN(const auto text, fields.string(field));
    return text.isEmpty() ? QDateTime() : fields.time(field);
}

QJsonArray entriesToJson(const QList<CleanupEntry> &entries)
{
    QJsonArray array;
    for (const auto &entry : entries)
        array.append(QJsonObject{{QStringLiteral("name"), entry.name},
                                 {QStringLiteral("ok"), entry.ok},
                                 {QStringLiteral("detail"), entry.detail},
                                 {QStringLiteral("at"), timeText(entry.at)}});
    return array;
}

/// Reads a list of objects, each by `read(fields)`.
template <typename T, typename Read>
Result<QList<T>> listOf(const JsonFields &fields, const QString &field, const Read &read)
{
    SEALIFT_ASSIGN(const auto array, fields.array(field));
    QList<T> list;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto where = QStringLiteral("receipt: %1[%2]").arg(field).arg(i);
        if (!array.at(i).isObject())
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is not an object").arg(where)));
        SEALIFT_ASSIGN(auto element, read(JsonFields(array.at(i).toObject(), where)));
        list.append(std::move(element));
    }
    return list;
}

Result<CleanupEntry> readEntry(const JsonFields &fields)
{
    CleanupEntry entry;
    SEALIFT_ASSIGN(entry.name, fields.string(QStringLiteral("name")));
    SEALIFT_ASSIGN(entry.ok, fields.boolean(QStringLiteral("ok")));
    SEALIFT_ASSIGN(entry.detail, fields.string(QStringLiteral("detail")));
    SEALIFT_ASSIGN(entry.at, fields.time(QStringLiteral("at")));
    return entry;
}

Result<CleanupAttempt> readAttempt(const JsonFields &fields)
{
    CleanupAttempt attempt;
    SEALIFT_ASSIGN(attempt.steps, listOf<CleanupEntry>(fields, QStringLiteral("steps"), readEntry));
    SEALIFT_ASSIGN(attempt.checks, listOf<CleanupEntry>(fields, QStringLiteral("checks"), readEntry));
    return attempt;
}

Result<ScratchStateChange> readStateChange(const JsonFields &fields)
{
    ScratchStateChange change;
    SEALIFT_ASSIGN(const auto name, fields.string(QStringLiteral("state")));
    const auto state = scratchStateOf(name);
    if (!state)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("receipt: there is no state \"%1\"").arg(name)));
    change.state = *state;
    SEALIFT_ASSIGN(change.at, fields.time(QStringLiteral("at")));
    return change;
}

QJsonObject volumeToJson(const ReceiptVolume &volume)
{
    QJsonArray states;
    for (const auto &change : volume.states)
        states.append(QJsonObject{{QStringLiteral("state"), scratchStateName(change.state)},
                                  {QStringLiteral("at"), timeText(change.at)}});
    return {{QStringLiteral("id"), volume.id},
            {QStringLiteral("cipher"), volume.cipher},
            {QStringLiteral("sectorSize"), volume.sectorSize},
            {QStringLiteral("quota"), volume.quota},
            {QStringLiteral("highWater"), volume.highWater},
            {QStringLiteral("states"), states}};
}

Result<ReceiptVolume> readVolume(const JsonFields &fields)
{
    ReceiptVolume volume;
    SEALIFT_ASSIGN(volume.id, fields.string(QStringLiteral("id")));
    SEALIFT_ASSIGN(volume.cipher, fields.string(QStringLiteral("cipher")));
    SEALIFT_ASSIGN(volume.sectorSize, fields.integer(QStringLiteral("sectorSize")));
    SEALIFT_ASSIGN(volume.quota, fields.integer(QStringLiteral("quota")));
    SEALIFT_ASSIGN(volume.highWater, fields.integer(QStringLiteral("highWater")));
    SEALIFT_ASSIGN(volume.states, listOf<ScratchStateChange>(fields, QStringLiteral("states"), readStateChange));
    return volume;
}

Result<ReceiptImage> readImage(const JsonFields &fields)
{
    ReceiptImage image;
    SEALIFT_ASSIGN(image.name, fields.string(QStringLiteral("name")));
    SEALIFT_ASSIGN(image.format, fields.string(QStringLiteral("format")));
    SEALIFT_ASSIGN(image.virtualSize, fields.integer(QStringLiteral("virtualSize")));
    SEALIFT_ASSIGN(image.sourceHash, fields.string(QStringLiteral("sourceHash")));
    return image;
}

} // namespace

ReceiptVolume ReceiptVolume::of(const ScratchVolume &volume)
{
    return {volume.id(),        QLatin1String(ScratchVolume::kCipher), ScratchVolume::kSectorSize, volume.quota(),
            volume.highWater(), volume.lifecycle().changes()};
}

QJsonObject Receipt::toJson() const
{
    QJsonArray attempts;
    for (const auto &attempt : cleanup)
        attempts.append(QJsonObject{{QStringLiteral("steps"), entriesToJson(attempt.steps)},
                                    {QStringLiteral("checks"), entriesToJson(attempt.checks)}});
    QJsonObject object{{kVersionField, kVersion},
                       {QStringLiteral("issuer"), issuer},
                       {QStringLiteral("issued"), timeText(issued)},
                       {QStringLiteral("task"), taskId},
                       {QStringLiteral("taskKind"), taskKind},
                       {QStringLiteral("endState"), endState},
                       {QStringLiteral("afterCrash"), afterCrash},
                       {QStringLiteral("created"), timeText(created)},
                       {QStringLiteral("ended"), timeText(ended)},
                       {QStringLiteral("image"), QJsonObject{{QStringLiteral("name"), image.name},
                                                             {QStringLiteral("format"), image.format},
                                                             {QStringLiteral("virtualSize"), image.virtualSize},
                                                             {QStringLiteral("sourceHash"), image.sourceHash}}},
                       {QStringLiteral("destination"), destination},
                       {QStringLiteral("encryption"), encryption},
                       {QStringLiteral("cleanup"), attempts},
                       {QStringLiteral("confirmed"), isConfirmed()},
                       {QStringLiteral("auditHash"), auditHash},
                       {QStringLiteral("auditEntries"), auditEntries}};
    if (volume)
        object.insert(QStringLiteral("volume"), volumeToJson(*volume));
    return object;
}

Result<Receipt> Receipt::fromJson(const QJsonObject &object)
{
    const JsonFields fields(object, QStringLiteral("receipt"));
    SEALIFT_ASSIGN(const auto version, fields.integer(kVersionField));
    if (version != kVersion)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("a receipt of version %1").arg(version),
                          QStringLiteral("Read it with a later Sealift.")));
    Receipt receipt;
    SEALIFT_ASSIGN(receipt.issuer, fields.string(QStringLiteral("issuer")));
    SEALIFT_ASSIGN(receipt.issued, optionalTime(fields, QStringLiteral("issued")));
    SEALIFT_ASSIGN(receipt.taskId, fields.string(QStringLiteral("task")));
    SEALIFT_ASSIGN(receipt.taskKind, fields.string(QStringLiteral("taskKind")));
    SEALIFT_ASSIGN(receipt.endState, fields.string(QStringLiteral("endState")));
    SEALIFT_ASSIGN(receipt.afterCrash, fields.boolean(QStringLiteral("afterCrash")));
    SEALIFT_ASSIGN(receipt.created, optionalTime(fields, QStringLiteral("created")));
    SEALIFT_ASSIGN(receipt.ended, optionalTime(fields, QStringLiteral("ended")));
    SEALIFT_ASSIGN(const auto imageFields, fields.object(QStringLiteral("image")));
    SEALIFT_ASSIGN(receipt.image, readImage(imageFields));
    SEALIFT_ASSIGN(receipt.destination, fields.string(QStringLiteral("destination")));
    SEALIFT_ASSIGN(receipt.encryption, fields.string(QStringLiteral("encryption")));
    SEALIFT_ASSIGN(receipt.cleanup, listOf<CleanupAttempt>(fields, QStringLiteral("cleanup"), readAttempt));
    SEALIFT_ASSIGN(receipt.auditHash, fields.string(QStringLiteral("auditHash")));
    SEALIFT_ASSIGN(receipt.auditEntries, fields.integer(QStringLiteral("auditEntries")));
    if (fields.has(QStringLiteral("volume"))) {
        SEALIFT_ASSIGN(const auto volumeFields, fields.object(QStringLiteral("volume")));
        SEALIFT_ASSIGN(receipt.volume, readVolume(volumeFields));
    }
    SEALIFT_ASSIGN(const bool confirmed, fields.boolean(QStringLiteral("confirmed")));
    if (confirmed != receipt.isConfirmed())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("receipt: \"confirmed\" contradicts its own checks")));
    return receipt;
}

} // namespace sealift
