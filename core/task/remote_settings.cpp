#include "task/remote_settings.h"

#include "base/json.h"
#include "base/url_mask.h"

namespace sealift {

namespace {

const auto kCaFile = QStringLiteral("ca-file");
const auto kAllowInsecureLoopback = QStringLiteral("allow-insecure-loopback");

} // namespace

QJsonObject RemoteSettings::toJson() const
{
    return {{kCaFile, caFile}, {kAllowInsecureLoopback, allowInsecureLoopback}};
}

Result<RemoteSettings> RemoteSettings::parse(const QJsonObject &settings, const QString &where)
{
    const JsonFields fields(settings, where);
    RemoteSettings parsed;
    SEALIFT_ASSIGN(parsed.caFile, fields.optionalString(kCaFile));
    SEALIFT_ASSIGN(parsed.allowInsecureLoopback, fields.boolean(kAllowInsecureLoopback));
    return parsed;
}

bool isRemoteImage(const QString &text)
{
    return text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
}

Result<QUrl> remoteImageUrl(const QString &text)
{
    if (hasUrlSecrets(text))
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("the URL of the image carries a credential"),
                          QStringLiteral("URLs are kept in the journal and end up in logs. Download the file by the "
                                         "program that the URL is for, and import it from here.")));
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.fileName().isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 is not the URL of a file").arg(text),
                          QStringLiteral("It looks like https://host.example/folder/disk.qcow2.")));
    return url;
}

} // namespace sealift
