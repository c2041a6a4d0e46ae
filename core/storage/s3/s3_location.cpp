#include "storage/s3/s3_location.h"

#include <QRegularExpression>

namespace sealift {

namespace {

const QString kScheme = QStringLiteral("s3:");

Error notALocation(const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("the location is not complete: %1").arg(why),
            QStringLiteral("A place in a bucket looks like s3:https://host/bucket/folder or s3:eu-central-1/bucket.")};
}

QString amazonRegion(const QString &host)
{
    static const QRegularExpression form(
        QStringLiteral("^s3(?:[.-]dualstack)?[.-]([a-z]{2}(?:-[a-z]+)+-\\d+)\\.amazonaws\\.com(?:\\.cn)?$"));
    return form.match(host).captured(1);
}

bool isAmazon(const QString &host)
{
    return host == QLatin1String("s3.amazonaws.com") || !amazonRegion(host).isEmpty();
}

/// "https://host", from whatever stands before the bucket.
QString endpointText(const QString &place, qsizetype hostEnd)
{
    static const QRegularExpression region(QStringLiteral("^[a-z]{2}(-[a-z]+)+-\\d+$"));
    const auto text = place.first(hostEnd);
    if (region.match(text).hasMatch())
        return amazonEndpoint(text).toString();
    return text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text;
}

Status checkPrefix(const QString &prefix)
{
    const auto parts = QStringView(prefix).split(u'/');
    for (const auto part : parts) {
        if (part.isEmpty() || part == u"." || part == u"..")
            return fail(notALocation(QStringLiteral("the folder has an empty part, or \".\" or \"..\"")));
        for (const auto c : part) {
            if (!c.isPrint())
                return fail(notALocation(QStringLiteral("the folder's name has a character that is not printable")));
        }
    }
    return {};
}

Status checkBucket(const QString &bucket)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$"));
    if (bucket.isEmpty())
        return fail(notALocation(QStringLiteral("it names no bucket")));
    if (!form.match(bucket).hasMatch())
        return fail(notALocation(QStringLiteral("that cannot be the name of a bucket")));
    return {};
}

} // namespace

QString S3Location::text() const
{
    auto text = kScheme + endpoint.toString(QUrl::StripTrailingSlash) + QLatin1Char('/') + bucket;
    if (!prefix.isEmpty())
        text += QLatin1Char('/') + prefix;
    return text;
}

bool isS3Location(const QString &location)
{
    return location.startsWith(kScheme, Qt::CaseInsensitive);
}

QUrl amazonEndpoint(const QString &region)
{
    const auto domain =
        region.startsWith(QLatin1String("cn-")) ? QStringLiteral("amazonaws.com.cn") : QStringLiteral("amazonaws.com");
    return QUrl(region.isEmpty() ? QStringLiteral("https://s3.amazonaws.com")
                                 : QStringLiteral("https://s3.%1.%2").arg(region, domain));
}

Result<S3Location> parseS3Location(const QString &location)
{
    auto place = location.mid(kScheme.size());
    if (place.startsWith(QLatin1String("//")))
        place = place.mid(2);
    if (place.contains(QLatin1Char('?')) || place.contains(QLatin1Char('#')))
        return fail(
            Error(ErrorCode::Unsafe, QStringLiteral("the location has a \"?\" or a \"#\""),
                  QStringLiteral("Give only host, bucket and folder. A signed URL is a secret, and names no place "
                                 "that lasts.")));
    const auto scheme = place.indexOf(QLatin1String("://"));
    const auto hostBegin = scheme < 0 ? 0 : scheme + 3;
    const auto slash = place.indexOf(QLatin1Char('/'), hostBegin);
    const auto hostEnd = slash < 0 ? place.size() : slash;
    if (QStringView(place).first(hostEnd).contains(u'@'))
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("the location contains a user name or a password"),
                          QStringLiteral("Remove everything before the \"@\": credentials in a location end up in logs "
                                         "and process lists.")));
    S3Location result;
    result.endpoint = QUrl(endpointText(place, hostEnd), QUrl::StrictMode);
    const auto endpointScheme = result.endpoint.scheme();
    if (!result.endpoint.isValid() || result.endpoint.host().isEmpty())
        return fail(notALocation(QStringLiteral("it names no host")));
    if (endpointScheme != QLatin1String("https") && endpointScheme != QLatin1String("http"))
        return fail(notALocation(QStringLiteral("only https is spoken there")));
    result.amazon = isAmazon(result.endpoint.host());
    result.region = amazonRegion(result.endpoint.host());

    auto path = place.mid(hostEnd + 1);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const auto bucketEnd = path.indexOf(QLatin1Char('/'));
    result.bucket = bucketEnd < 0 ? path : path.first(bucketEnd);
    SEALIFT_TRY(checkBucket(result.bucket));
    if (bucketEnd >= 0) {
        result.prefix = path.mid(bucketEnd + 1);
        SEALIFT_TRY(checkPrefix(result.prefix));
    }
    return result;
}

} // namespace sealift
