#include "library/image_manifest.h"

#include "base/json.h"

#include <QJsonDocument>
#include <QtEndian>

namespace sealift {

namespace {

Result<qint64> size(const JsonFields &fields, const QString &field, const QString &where)
{
    SEALIFT_ASSIGN(const auto value, fields.integer(field));
    if (value < 0)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"%2\" is negative").arg(where, field)));
    return value;
}

Result<ImageManifest::Disk> parseDisk(const QJsonValue &value, const QString &where)
{
    if (!value.isObject())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is not an object").arg(where)));
    const JsonFields fields(value.toObject(), where);
    ImageManifest::Disk disk;
    SEALIFT_ASSIGN(disk.file, fields.string(QStringLiteral("file")));
    SEALIFT_ASSIGN(disk.source, fields.string(QStringLiteral("source")));
    SEALIFT_ASSIGN(disk.format, fields.string(QStringLiteral("format")));
    SEALIFT_ASSIGN(disk.subformat, fields.optionalString(QStringLiteral("subformat")));
    SEALIFT_ASSIGN(disk.virtualSize, size(fields, QStringLiteral("virtualSize"), where));
    SEALIFT_ASSIGN(disk.allocated, size(fields, QStringLiteral("allocated"), where));
    SEALIFT_ASSIGN(disk.chunkSize, size(fields, QStringLiteral("chunkSize"), where));
    SEALIFT_ASSIGN(const auto hash, fields.string(QStringLiteral("contentHash")));
    auto digest = Digest::fromHex(hash);
    if (!digest)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1: field \"contentHash\": %2").arg(where, digest.error().what())));
    disk.contentHash = *digest;
    return disk;
}

} // namespace

Result<ImageManifest> ImageManifest::parse(const QByteArray &json, const QString &where)
{
    SEALIFT_ASSIGN(const auto object, parseJsonObject(json, where));
    const JsonFields fields(object, where);
    SEALIFT_ASSIGN(const auto version, fields.integer(QStringLiteral("sealift")));
    if (version != kVersion)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1: version %2 is not known").arg(where).arg(version),
                          QStringLiteral("Use a later Sealift.")));
    ImageManifest manifest;
    SEALIFT_ASSIGN(manifest.name, fields.string(QStringLiteral("name")));
    SEALIFT_ASSIGN(manifest.created, fields.time(QStringLiteral("created")));
    SEALIFT_ASSIGN(manifest.program, fields.string(QStringLiteral("program")));
    SEALIFT_ASSIGN(manifest.description, fields.optionalString(QStringLiteral("description")));
    SEALIFT_ASSIGN(const auto disks, fields.array(QStringLiteral("disks")));
    for (qsizetype i = 0; i < disks.size(); ++i) {
        SEALIFT_ASSIGN(auto disk, parseDisk(disks.at(i), QStringLiteral("%1: disks[%2]").arg(where).arg(i)));
        manifest.disks.push_back(std::move(disk));
    }
    return manifest;
}

QByteArray ImageManifest::toJson() const
{
    QJsonArray list;
    for (const auto &disk : disks) {
        QJsonObject entry{
            {QStringLiteral("file"), disk.file},
            {QStringLiteral("source"), disk.source},
            {QStringLiteral("format"), disk.format},
            {QStringLiteral("virtualSize"), disk.virtualSize},
            {QStringLiteral("allocated"), disk.allocated},
            {QStringLiteral("chunkSize"), disk.chunkSize},
            {QStringLiteral("contentHash"), disk.contentHash.hex()},
        };
        if (!disk.subformat.isEmpty())
            entry.insert(QStringLiteral("subformat"), disk.subformat);
        list.append(entry);
    }
    QJsonObject object{
        {QStringLiteral("sealift"), kVersion},
        {QStringLiteral("name"), name},
        {QStringLiteral("created"), toRfc3339(created)},
        {QStringLiteral("program"), program},
        {QStringLiteral("disks"), list},
    };
    if (!description.isEmpty())
        object.insert(QStringLiteral("description"), description);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Digest contentHashOf(std::span<const BlobId> content, qint64 size)
{
    Sha256 hash;
    for (const auto &id : content)
        hash.add(id.bytes());
    const auto little = qToLittleEndian(size);
    hash.add(std::as_bytes(std::span(&little, 1)));
    return hash.finish();
}

} // namespace sealift
