#include "storage/open_store.h"

#include "storage/folder_store.h"
#include "storage/s3/open_s3_store.h"
#include "storage/s3/s3_location.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace sealift {

namespace {

/// "scheme:rest" (RFC 3986 section 3.1), also as restic writes it ("s3:https://host/bucket", "sftp:user@host:/path").
struct RemoteLocation {
    QString scheme;
    QString rest;
};

std::optional<RemoteLocation> remoteLocation(const QString &location)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*):(.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(location);
    if (!match.hasMatch())
        return std::nullopt;
    return RemoteLocation{match.captured(1).toLower(), match.captured(2)};
}

/// True where an '@' stands before the path of any of the nested parts: "user:password@host", "//key@host/bucket",
/// "https://key:secret@host/bucket".
bool hasUserInfo(const QString &rest)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*:)?(//)?[^/?#]*@"));
    return form.match(rest).hasMatch();
}

Error unsupported(const RemoteLocation &location)
{
    // Only names of well-known kinds are repeated: anything else could be the beginning of a password.
    static const QStringList known{QStringLiteral("sftp"),  QStringLiteral("rest"), QStringLiteral("b2"),
                                   QStringLiteral("azure"), QStringLiteral("gs"),   QStringLiteral("rclone"),
                                   QStringLiteral("swift"), QStringLiteral("http"), QStringLiteral("https"),
                                   QStringLiteral("ftp"),   QStringLiteral("ssh"),  QStringLiteral("smb"),
                                   QStringLiteral("nfs"),   QStringLiteral("file")};
    const auto kind =
        known.contains(location.scheme) ? location.scheme + QLatin1Char(':') : QStringLiteral("of that kind");
    return {ErrorCode::Unsupported, QStringLiteral("libraries in a place %1 are not supported").arg(kind),
            QStringLiteral("Give the path of a folder, or a place in a bucket (s3:https://host/bucket/folder); for a "
                           "folder whose name has a colon, begin with \"./\".")};
}

} // namespace

Result<std::unique_ptr<ObjectStore>> openStore(const QString &location, const StoreOptions &options)
{
    if (location.trimmed().isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the location of the library is empty"),
                          QStringLiteral("Give the path of a folder, or a place in a bucket "
                                         "(s3:https://host/bucket/folder).")));
    if (const auto remote = remoteLocation(location)) {
        if (hasUserInfo(remote->rest))
            return fail(Error(
                ErrorCode::Unsafe, QStringLiteral("the location of the library contains a user name or a password"),
                QStringLiteral("Remove everything before the \"@\": credentials in a location end up in logs "
                               "and process lists.")));
        if (isS3Location(location))
            return openS3Store(location, options);
        return fail(unsupported(*remote));
    }
    const QFileInfo info(location);
    if (info.exists() && !info.isDir())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is a file, not a folder").arg(info.absoluteFilePath()),
                          QStringLiteral("Give the path of the library's folder.")));
    return std::make_unique<FolderStore>(location);
}

QString absoluteLocation(const QString &location)
{
    return remoteLocation(location) ? location : QFileInfo(location).absoluteFilePath();
}

} // namespace sealift
