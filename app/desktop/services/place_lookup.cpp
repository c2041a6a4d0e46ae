#include "desktop/services/place_lookup.h"

#include "storage/open_store.h"
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

PlaceFacts factsOf(const QString &path, const std::stop_token &stop)
{
    PlaceFacts facts;
    facts.path = path;
    if (const auto store = openStore(path);
        !store && store.error().code() != ErrorCode::InvalidArgument) { // a URL, or credentials
        facts.problem = store.error();
        return facts;
    }
    if (isS3Location(path)) {
        facts.problem =
            Error(ErrorCode::Unsupported, QStringLiteral("libraries in buckets are not supported by the window yet"),
                  QStringLiteral("Use them from the command line: \"sealift images --library s3:...\"."));
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

PlaceLookup::PlaceLookup(QObject *parent)
    : PlaceService(parent)
    , m_background(this)
{
}

void PlaceLookup::look(const QString &path)
{
    m_background.run([path](const std::stop_token &stop) { return factsOf(path, stop); },
                     [this](const PlaceFacts &facts) { Q_EMIT looked(facts); });
}

} // namespace sealift
