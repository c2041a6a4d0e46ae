#include "desktop/services/place_lookup.h"

#include "desktop/services/store_opener.h"
#include "storage/open_store.h"
#include "storage/s3/object_upload.h"
#include "storage/s3/s3_location.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace sealift {

namespace {

/// The path itself, or the nearest folder above it that is there.
QString nearestExisting(const QString &path)
{
    QFileInfo info(path);
    while (!info.exists() && !info.isRoot())
        info.setFile(info.absolutePath());
    return info.absoluteFilePath();
}

PlaceFacts::Kind kindOf(const QFileInfo &info, const std::stop_token &stop)
{
    if (!info.exists())
        return info.isSymLink() ? PlaceFacts::Kind::Other : PlaceFacts::Kind::Nothing;
    if (info.isFile())
        return PlaceFacts::Kind::File;
    if (!info.isDir())
        return PlaceFacts::Kind::Other;
    const auto store = openStore(info.absoluteFilePath());
    const bool holdsConfig = store && (*store)->size(QStringLiteral("config"), stop).has_value();
    return holdsConfig ? PlaceFacts::Kind::Library : PlaceFacts::Kind::Folder;
}

/// Whether there is no object at all.
Result<bool> isEmpty(ObjectStore &store, const std::stop_token &stop)
{
    bool found = false;
    const auto listed = store.list(
        {},
        [&found](const ObjectInfo &) -> Status {
            found = true;
            return fail(Error::cancelled()); // one is enough
        },
        stop);
    if (!listed && !found)
        return fail(listed.error());
    return !found;
}

Result<PlaceFacts> factsOfBucket(StoreOpener &stores, const LibraryPlace &place, const std::stop_token &stop)
{
    PlaceFacts facts;
    facts.path = place.location;
    facts.isWritable = true; // as far as can be known without writing
    facts.parentExists = true;
    SEALIFT_ASSIGN(const auto store, stores.open(place));
    const auto config = store->size(QStringLiteral("config"), stop);
    if (!config && (config.error().code() != ErrorCode::NotFound || isBucketMissing(config.error())))
        return fail(config.error());
    facts.kind = config ? PlaceFacts::Kind::Library : PlaceFacts::Kind::Bucket;
    SEALIFT_ASSIGN(facts.isEmpty, isEmpty(*store, stop));
    return facts;
}

Result<PlaceFacts::Kind> kindOfObject(StoreOpener &stores, const LibraryPlace &object, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto place, parseS3Location(object.location));
    if (place.prefix.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 is a bucket").arg(object.location),
                          QStringLiteral("Add the name of the object: s3:REGION/BUCKET/NAME.")));
    SEALIFT_ASSIGN(const auto upload, stores.openUpload(object.location, object.store));
    const auto isFree = upload->refuseExisting(stop);
    if (isFree)
        return PlaceFacts::Kind::Nothing;
    if (isFree.error().code() == ErrorCode::AlreadyExists)
        return PlaceFacts::Kind::File;
    return fail(isFree.error());
}

PlaceFacts factsOfObject(StoreOpener &stores, const LibraryPlace &object, const std::stop_token &stop)
{
    PlaceFacts facts;
    facts.path = object.location;
    const auto kind = kindOfObject(stores, object, stop);
    if (kind)
        facts.kind = *kind;
    else
        facts.problem = kind.error();
    facts.isWritable = kind.has_value(); // as far as can be known without writing
    facts.parentExists = kind.has_value();
    return facts;
}

PlaceFacts factsOf(StoreOpener &stores, const LibraryPlace &place, const std::stop_token &stop)
{
    const auto &path = place.location;
    if (isS3Location(path)) {
        auto bucket = factsOfBucket(stores, place, stop);
        if (bucket)
            return *bucket;
        PlaceFacts unknown;
        unknown.path = path;
        unknown.problem = bucket.error();
        return unknown;
    }
    PlaceFacts facts;
    facts.path = path;
    if (const auto store = openStore(path);
        !store && store.error().code() != ErrorCode::InvalidArgument) { // a URL, or credentials
        facts.problem = store.error();
        return facts;
    }
    if (!QDir::isAbsolutePath(path)) {
        facts.problem = Error(ErrorCode::InvalidArgument, QStringLiteral("%1 is no absolute path").arg(path),
                              QStringLiteral("Give the whole path, beginning with \"/\"."));
        return facts;
    }
    const QFileInfo info(path);
    facts.kind = kindOf(info, stop);
    facts.parentExists = QFileInfo(info.absolutePath()).isDir();
    if (info.isDir())
        facts.isEmpty = QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    const bool isPlain = facts.kind == PlaceFacts::Kind::File || facts.kind == PlaceFacts::Kind::Other;
    const auto base = nearestExisting(isPlain ? info.absolutePath() : path);
    facts.isWritable = QFileInfo(base).isDir() && QFileInfo(base).isWritable();
    if (const QStorageInfo storage(base); storage.isValid())
        facts.freeBytes = storage.bytesAvailable();
    return facts;
}

} // namespace

PlaceLookup::PlaceLookup(StoreOpener &stores, QObject *parent)
    : PlaceService(parent)
    , m_stores(stores)
    , m_background(this)
{
}

void PlaceLookup::look(const LibraryPlace &place)
{
    m_background.run([this, place](const std::stop_token &stop) { return factsOf(m_stores, place, stop); },
                     [this](const PlaceFacts &facts) { Q_EMIT looked(facts); });
}

void PlaceLookup::lookAtObject(const LibraryPlace &object)
{
    m_background.run([this, object](const std::stop_token &stop) { return factsOfObject(m_stores, object, stop); },
                     [this](const PlaceFacts &facts) { Q_EMIT looked(facts); });
}

} // namespace sealift
