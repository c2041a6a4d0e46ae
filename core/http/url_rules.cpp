#include "http/url_rules.h"

#include <QHostAddress>

namespace sealift {

namespace {

bool isIn(const QString &host, const char *network, int prefix)
{
    const QHostAddress address(host);
    return !address.isNull() && address.isInSubnet(QHostAddress(QLatin1String(network)), prefix);
}

bool isMetadataHost(const QString &host)
{
    return isIn(host, "169.254.0.0", 16) || isIn(host, "fd00:ec2::", 32);
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || isIn(host, "127.0.0.0", 8) ||
           isIn(host, "::1", 128);
}

Status checkUrl(const QUrl &url, const HttpClientOptions &options)
{
    if (!url.userInfo().isEmpty() || url.authority().contains(QLatin1Char('@')))
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("the URL contains a user name or a password"),
                          QStringLiteral("Remove everything before the \"@\": credentials in a URL end up in logs and "
                                         "process lists.")));
    if (!url.isValid() || url.host().isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the URL is not valid: it names no host"),
                          QStringLiteral("A URL looks like https://host.example or https://host.example:8443.")));
    if (url.scheme() == QLatin1String("https"))
        return {};
    if (url.scheme() != QLatin1String("http"))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1 is asked for by \"%2:\", not by https").arg(url.host(), url.scheme()),
                          QStringLiteral("Use https.")));
    if (options.allowLoopbackHttp && isLoopbackHost(url.host()))
        return {};
    if (options.allowMetadataHttp && isMetadataHost(url.host()))
        return {};
    if (isLoopbackHost(url.host()))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1 is asked for by plain http, which is not allowed").arg(url.host()),
                          QStringLiteral("Use https, or allow plain http on this computer with "
                                         "--allow-insecure-loopback.")));
    return fail(Error(ErrorCode::Unsafe,
                      QStringLiteral("%1 is asked for by plain http: anybody on the way could read it").arg(url.host()),
                      QStringLiteral("Use https. There is no option to allow this.")));
}

} // namespace sealift
