#include "aws/signature_v4.h"

#include "crypto/digest.h"

#include <QUrlQuery>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <map>

namespace sealift {

namespace {

constexpr char kAlgorithm[] = "AWS4-HMAC-SHA256";
constexpr std::chrono::seconds kLongestValidity{7 * 24 * 3600};

/// HMAC-SHA256 values, wiped when they are no longer needed: whoever has the last but one can sign for a day.
class Mac256
{
public:
    Mac256(const void *key, std::size_t keySize, const QByteArray &text)
    {
        unsigned int size = 0;
        if (::HMAC(::EVP_sha256(), key, static_cast<int>(keySize), reinterpret_cast<const unsigned char *>(text.data()),
                   static_cast<std::size_t>(text.size()), m_bytes.data(), &size) == nullptr)
            qFatal("libcrypto: HMAC-SHA256 failed");
    }
    Mac256(const Mac256 &) = delete;
    Mac256 &operator=(const Mac256 &) = delete;
    ~Mac256() { ::OPENSSL_cleanse(m_bytes.data(), m_bytes.size()); }

    Mac256 of(const QByteArray &text) const { return {m_bytes.data(), m_bytes.size(), text}; }
    QByteArray hex() const
    {
        return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), static_cast<qsizetype>(m_bytes.size()))
            .toHex();
    }

private:
    std::array<unsigned char, 32> m_bytes{};
};

/// One signature in the making: the moment and the scope it is for.
class Signing
{
public:
    Signing(const SigningScope &scope, const QDateTime &now)
        : m_scope(scope)
        , m_time(now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1())
    {
    }

    const QByteArray &time() const { return m_time; }
    QByteArray day() const { return m_time.first(8); }
    QByteArray scope() const { return day() + '/' + m_scope.region + '/' + m_scope.service + "/aws4_request"; }

    QByteArray signature(const QCA::SecureArray &secret, const QByteArray &canonicalRequest) const
    {
        const auto text = QByteArray(kAlgorithm) + '\n' + m_time + '\n' + scope() + '\n' +
                          sha256(viewOf(canonicalRequest)).hex().toLatin1();
        const auto key = QCA::SecureArray("AWS4") + secret;
        return Mac256(key.constData(), static_cast<std::size_t>(key.size()), day())
            .of(m_scope.region)
            .of(m_scope.service)
            .of("aws4_request")
            .of(text)
            .hex();
    }

private:
    const SigningScope &m_scope;
    const QByteArray m_time;
};

/// As the client writes it: the port only where it is not the scheme's own.
QByteArray hostOf(const QUrl &url)
{
    const auto standard = url.scheme() == QLatin1String("https") ? 443 : 80;
    auto host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':') && !host.startsWith('['))
        host = '[' + host + ']';
    const auto port = url.port(standard);
    return port == standard ? host : host + ':' + QByteArray::number(port);
}

/// Without "." and ".." and empty segments (RFC 3986 section 5.2.4, and the doubled slashes).
QByteArray normalized(const QByteArray &path)
{
    QList<QByteArray> kept;
    const auto segments = path.split('/');
    for (const auto &segment : segments) {
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            kept.append(segment);
        }
    }
    auto joined = '/' + kept.join('/');
    if (joined.size() > 1 && (path.endsWith('/') || path.endsWith("/.") || path.endsWith("/..")))
        joined += '/';
    return joined;
}

QByteArray canonicalPath(const QUrl &url, PathRule rule)
{
    const auto path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        return "/";
    return rule == PathRule::AsSent ? path : uriEncode(normalized(path), true);
}

/// Names and values, decoded and encoded again in the one way, sorted by their encoded forms.
QByteArray canonicalQuery(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> pairs;
    const auto parts = query.split('&');
    for (const auto &part : parts) {
        if (part.isEmpty())
            continue;
        const auto equals = part.indexOf('=');
        const auto name = equals < 0 ? part : part.first(equals);
        const auto value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        pairs.emplace_back(uriEncode(QByteArray::fromPercentEncoding(name)),
                           uriEncode(QByteArray::fromPercentEncoding(value)));
    }
    std::sort(pairs.begin(), pairs.end());
    QByteArrayList texts;
    for (const auto &[name, value] : pairs)
        texts.append(name + '=' + value);
    return texts.join('&');
}

/// The headers as they are signed: names in lower case and sorted, values trimmed and joined, Host among them.
std::map<QByteArray, QByteArray> canonicalHeaders(const HttpRequest &request)
{
    std::map<QByteArray, QByteArray> headers{{"host", hostOf(request.url)}};
    for (const auto &header : request.headers) {
        const auto name = header.name.toLower();
        const auto value = header.value.simplified();
        const auto [place, isNew] = headers.try_emplace(name, value);
        if (!isNew && name != "host")
            place->second += ',' + value;
    }
    return headers;
}

QByteArray namesOf(const std::map<QByteArray, QByteArray> &headers)
{
    QByteArrayList names;
    for (const auto &header : headers)
        names.append(header.first);
    return names.join(';');
}

QByteArray canonicalRequest(const HttpRequest &request, const std::map<QByteArray, QByteArray> &headers, PathRule rule,
                            const QByteArray &payload)
{
    QByteArray lines;
    for (const auto &[name, value] : headers)
        lines += name + ':' + value + '\n';
    return request.method + '\n' + canonicalPath(request.url, rule) + '\n' +
           canonicalQuery(request.url.query(QUrl::FullyEncoded).toLatin1()) + '\n' + lines + '\n' + namesOf(headers) +
           '\n' + payload;
}

bool isTls(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

} // namespace

QByteArray payloadHash(std::span<const ByteView> parts)
{
    Sha256 hash;
    for (const auto &part : parts)
        hash.add(part);
    return hash.finish().hex().toLatin1();
}

QByteArray uriEncode(const QByteArray &text, bool keepSlash)
{
    return text.toPercentEncoding(keepSlash ? QByteArray("/") : QByteArray());
}

Status signRequest(HttpRequest &request, const AwsCredentials &credentials, const SigningScope &scope,
                   const QByteArray &payload, const QDateTime &now)
{
    if (payload == kUnsignedPayload && !isTls(request.url))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("a request to %1 would be neither signed in full nor protected by TLS")
                              .arg(request.url.host()),
                          QStringLiteral("Use https.")));
    const Signing signing(scope, now);
    request.headers.push_back({"X-Amz-Date", signing.time()});
    if (scope.service == "s3")
        request.headers.push_back({"X-Amz-Content-Sha256", payload});
    if (!credentials.sessionToken.isEmpty())
        request.headers.push_back({"X-Amz-Security-Token", credentials.sessionToken.toByteArray()});
    const auto headers = canonicalHeaders(request);
    const auto signature =
        signing.signature(credentials.secret, canonicalRequest(request, headers, scope.path, payload));
    request.headers.push_back(
        {"Authorization", QByteArray(kAlgorithm) + " Credential=" + credentials.accessKey.toUtf8() + '/' +
                              signing.scope() + ", SignedHeaders=" + namesOf(headers) + ", Signature=" + signature});
    return {};
}

Result<QUrl> presignedUrl(const HttpRequest &request, const AwsCredentials &credentials, const SigningScope &scope,
                          std::chrono::seconds validity, const QDateTime &now)
{
    if (validity < std::chrono::seconds(1) || validity > kLongestValidity)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a signed URL can be valid for 1 second to 7 days, not for %1 seconds")
                              .arg(validity.count())));
    if (!isTls(request.url))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("a signed URL to %1 would not be protected by TLS").arg(request.url.host()),
                          QStringLiteral("Use https.")));
    const Signing signing(scope, now);
    const auto headers = canonicalHeaders(request);
    auto query = request.url.query(QUrl::FullyEncoded).toLatin1();
    const auto add = [&query](const QByteArray &name, const QByteArray &value) {
        query += (query.isEmpty() ? "" : "&") + name + '=' + uriEncode(value);
    };
    add("X-Amz-Algorithm", kAlgorithm);
    add("X-Amz-Credential", credentials.accessKey.toUtf8() + '/' + signing.scope());
    add("X-Amz-Date", signing.time());
    add("X-Amz-Expires", QByteArray::number(static_cast<qint64>(validity.count())));
    if (!credentials.sessionToken.isEmpty())
        add("X-Amz-Security-Token", credentials.sessionToken.toByteArray());
    add("X-Amz-SignedHeaders", namesOf(headers));

    auto signedRequest = request;
    signedRequest.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    const auto payload = scope.service == "s3" ? QByteArray(kUnsignedPayload) : payloadHash(request.body);
    add("X-Amz-Signature",
        signing.signature(credentials.secret, canonicalRequest(signedRequest, headers, scope.path, payload)));
    signedRequest.url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return signedRequest.url;
}

} // namespace sealift
