#include "storage/s3/s3_store.h"

#include "base/byte_parts.h"
#include "storage/s3/s3_bucket.h"
#include "storage/s3/s3_uploads.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr qint64 kLargestWhole = 64 * kMiB;
constexpr qint64 kPageBytes = 8 * kMiB;
constexpr int kPageObjects = 1000;
// Over 100 ms of latency a connection moves about one window at a time, so that several are needed; with more than this
// a gateway on the same machine measured slower, not faster.
constexpr int kConnections = 6;
constexpr char kWriterHeader[] = "x-amz-meta-sealift-writer";

/// The SHA-256 of an object's content where its name says it: in restic's format that is so for everything but the
/// config (doc/design.rst, "Repository Layout": names are the hash of the file's content). The writer has hashed it a
/// moment ago, and hashing again would cost more than the encryption. A name that is wrong is no risk: the service
/// compares, and refuses the object.
QByteArray contentHash(const QString &name)
{
    static constexpr std::array kFolders{"data", "index", "snapshots", "keys", "locks"};
    const auto folder = QStringView(name).left(name.indexOf(QLatin1Char('/')));
    const auto file = name.mid(name.lastIndexOf(QLatin1Char('/')) + 1);
    const bool known = std::any_of(kFolders.begin(), kFolders.end(),
                                   [folder](const char *each) { return folder == QLatin1String(each); });
    const bool isHash = file.size() == 64 && std::all_of(file.begin(), file.end(), [](QChar c) {
                            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
                        });
    return known && isHash ? file.toLatin1() : QByteArray();
}

bool hasCode(const Error &error, const char *code)
{
    return factOf(error, kS3CodeFact) == QLatin1String(code);
}

} // namespace

S3Store::S3Store(std::unique_ptr<HttpTransport> transport, const S3Location &location, const StoreOptions &options,
                 const S3Tuning &tuning)
    : m_connection(std::make_shared<S3Connection>(std::move(transport), location, options, tuning))
    , m_uploads(std::make_shared<MultipartUploads>(m_connection))
{
}

QString S3Store::keyOf(const QString &name) const
{
    const auto &prefix = m_connection->location().prefix;
    return prefix.isEmpty() ? name : prefix + QLatin1Char('/') + name;
}

Status S3Store::create(std::stop_token stop)
{
    // A list of nothing: it needs no permission that a library could do without.
    const auto there = m_connection->send(
        {.query = {{"list-type", "2"}, {"max-keys", "1"}, {"prefix", keyOf(QStringLiteral("config")).toUtf8()}}}, stop);
    if (there)
        return {};
    if (!hasCode(there.error(), "NoSuchBucket"))
        return fail(there.error());
    QByteArray document;
    if (m_connection->location().amazon && m_connection->region() != QLatin1String("us-east-1"))
        document = "<CreateBucketConfiguration><LocationConstraint>" + m_connection->region().toUtf8() +
                   "</LocationConstraint></CreateBucketConfiguration>";
    const ByteView body[] = {viewOf(document)};
    const auto made = m_connection->send({.method = "PUT", .body = body}, stop);
    if (!made && !hasCode(made.error(), "BucketAlreadyOwnedByYou"))
        return fail(made.error());
    return {};
}

Status S3Store::put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop)
{
    SEALIFT_TRY(checkObjectName(name));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    return mode == PutMode::CreateNew ? createNew(name, parts, stop) : store(name, parts, {}, stop);
}

Status S3Store::store(const QString &name, std::span<const ByteView> parts, const std::vector<HttpHeader> &headers,
                      const std::stop_token &stop)
{
    if (totalSize(parts) > kLargestWhole)
        return m_uploads->put(keyOf(name), parts, headers, stop);
    return putWhole(name, parts, headers, stop);
}

Status S3Store::putWhole(const QString &name, std::span<const ByteView> parts, const std::vector<HttpHeader> &headers,
                         const std::stop_token &stop)
{
    const auto response = m_connection->send({.method = "PUT",
                                              .key = keyOf(name),
                                              .headers = headers,
                                              .body = parts,
                                              .payload = contentHash(name),
                                              .writesContent = true},
                                             stop);
    if (!response)
        return fail(response.error());
    return {};
}

Status S3Store::createNew(const QString &name, std::span<const ByteView> parts, const std::stop_token &stop)
{
    // Some services ignore the condition without a word, and completing an upload in parts knows none on many. New
    // objects are few and small (a config, keys), so a look beforehand costs nothing that counts.
    SEALIFT_TRY(failIfThere(name, stop));
    // An attempt whose answer was lost meets its own object at the next one; this tells it from another writer's.
    const auto writer = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    std::vector<HttpHeader> headers{{kWriterHeader, writer}};
    if (m_conditional)
        headers.push_back({"If-None-Match", "*"});
    auto done = store(name, parts, headers, stop);
    if (done)
        return {};
    if (factOf(done.error(), kHttpStatusFact) == QLatin1String("501") && m_conditional.exchange(false)) {
        m_connection->notify(
            QStringLiteral("%1 has no conditional writes: of two programs that make the same library at "
                           "the same moment, one could overwrite the other's.")
                .arg(m_connection->location().endpoint.host()));
        headers.pop_back();
        return store(name, parts, headers, stop);
    }
    if (done.error().code() != ErrorCode::AlreadyExists)
        return done;
    const auto there = m_connection->send({.method = "HEAD", .key = keyOf(name), .readsContent = true}, stop);
    return there && headerValue(there->headers, kWriterHeader) == writer ? Status() : done;
}

Status S3Store::failIfThere(const QString &name, const std::stop_token &stop)
{
    const auto there = size(name, stop);
    if (there)
        return fail(Error(ErrorCode::AlreadyExists, QStringLiteral("%1/%2 is there already").arg(location(), name)));
    if (there.error().code() != ErrorCode::NotFound || hasCode(there.error(), "NoSuchBucket"))
        return fail(there.error());
    return {};
}

Result<qint64> S3Store::size(const QString &name, std::stop_token stop)
{
    SEALIFT_TRY(checkObjectName(name));
    SEALIFT_ASSIGN(const auto response,
                   m_connection->send({.method = "HEAD", .key = keyOf(name), .readsContent = true}, stop));
    bool good = false;
    const auto size = headerValue(response.headers, "Content-Length").toLongLong(&good);
    if (!good || size < 0)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("the service does not say how large %1/%2 is").arg(location(), name)));
    return size;
}

Status S3Store::read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop)
{
    SEALIFT_TRY(checkObjectName(name));
    if (offset < 0)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot read %1 from byte %2 on").arg(name, QString::number(offset))));
    if (out.empty()) {
        // There is no range of no bytes.
        const auto there = size(name, stop);
        return there ? Status() : fail(there.error());
    }
    const auto wanted = static_cast<qint64>(out.size());
    const auto range = "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + wanted - 1);
    SEALIFT_ASSIGN(const auto response,
                   m_connection->send(
                       {.key = keyOf(name), .headers = {{"Range", range}}, .into = out, .readsContent = true}, stop));
    if (response.status != 206 && offset != 0)
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1 does not give out parts of objects").arg(m_connection->location().endpoint.host()),
                  QStringLiteral("Sealift needs a service with ranged reads.")));
    if (response.received < wanted)
        return fail(Error(
            ErrorCode::Corrupt,
            QStringLiteral("%1/%2 is too short: it ends at byte %3, and bytes up to %4 are needed")
                .arg(location(), name, QString::number(offset + response.received), QString::number(offset + wanted)),
            QStringLiteral("The object was cut off after it was written.")));
    return {};
}

Result<QByteArray> S3Store::readAll(const QString &name, qint64 maxSize, std::stop_token stop)
{
    SEALIFT_TRY(checkObjectName(name));
    auto response = m_connection->send({.key = keyOf(name), .maxResponse = maxSize, .readsContent = true}, stop);
    if (!response && response.error().code() == ErrorCode::LimitExceeded)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1/%2 has more than the %3 bytes that it can have")
                              .arg(location(), name, QString::number(maxSize)),
                          QStringLiteral("The object was damaged, or put there by something else.")));
    if (!response)
        return fail(std::move(response).error());
    return std::move(response->body);
}

Status S3Store::list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each, std::stop_token stop)
{
    const auto folder = prefix.endsWith(QLatin1Char('/')) ? prefix.chopped(1) : prefix;
    if (!prefix.isEmpty() && (folder.size() == prefix.size() || !checkObjectName(folder)))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not a folder of objects").arg(prefix)));
    const auto root = keyOf({});
    S3ObjectPage page;
    do {
        S3Call call{.query = {{"list-type", "2"},
                              {"encoding-type", "url"},
                              {"max-keys", QByteArray::number(kPageObjects)},
                              {"prefix", (root + prefix).toUtf8()}},
                    .maxResponse = kPageBytes};
        if (!page.next.isEmpty())
            call.query.emplace_back("continuation-token", page.next.toUtf8());
        const auto response = m_connection->send(call, stop);
        if (!response && hasCode(response.error(), "NoSuchBucket"))
            return {}; // as in a folder that is not there
        if (!response)
            return fail(response.error());
        SEALIFT_ASSIGN(auto following, readObjectPage(response->body));
        if (!following.next.isEmpty() && following.next == page.next)
            return fail(
                Error(ErrorCode::Corrupt, QStringLiteral("the list of objects in %1 does not end").arg(location())));
        page = std::move(following);
        for (const auto &object : page.objects) {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            const auto name = object.key.mid(root.size());
            if (object.key.startsWith(root) && checkObjectName(name)) // Others have put folder markers and the like.
                SEALIFT_TRY(each({name, object.size}));
        }
    } while (!page.next.isEmpty());
    return {};
}

Status S3Store::remove(const QString &name, std::stop_token stop)
{
    SEALIFT_TRY(checkObjectName(name));
    const auto response = m_connection->send({.method = "DELETE", .key = keyOf(name)}, stop);
    if (!response && (response.error().code() != ErrorCode::NotFound || hasCode(response.error(), "NoSuchBucket")))
        return fail(response.error());
    return {};
}

Status S3Store::removeMany(const QStringList &names, std::stop_token stop)
{
    for (const auto &name : names)
        SEALIFT_TRY(checkObjectName(name));
    for (qsizetype at = 0; at < names.size(); at += kPageObjects)
        SEALIFT_TRY(removeThousand(names.mid(at, kPageObjects), stop));
    return {};
}

Status S3Store::removeThousand(const QStringList &names, const std::stop_token &stop)
{
    QByteArray document = "<Delete><Quiet>true</Quiet>";
    for (const auto &name : names)
        document += "<Object><Key>" + keyOf(name).toHtmlEscaped().toUtf8() + "</Key></Object>";
    document += "</Delete>";
    const ByteView body[] = {viewOf(document)};
    // The one request for which a Content-MD5 is demanded (API Reference, "DeleteObjects").
    const auto md5 = QCryptographicHash::hash(document, QCryptographicHash::Md5).toBase64();
    SEALIFT_ASSIGN(
        const auto response,
        m_connection->send(
            {.method = "POST", .query = {{"delete", ""}}, .headers = {{"Content-MD5", md5}}, .body = body}, stop));
    SEALIFT_ASSIGN(const auto failures, readDeleteFailures(response.body));
    for (const auto &[code, key] : failures) {
        if (code != QLatin1String("NoSuchKey"))
            return fail(
                Error(code == QLatin1String("AccessDenied") ? ErrorCode::PermissionDenied : ErrorCode::Network,
                      QStringLiteral("%1 of %2 objects in %3 could not be removed, among them %4 (%5)")
                          .arg(QString::number(failures.size()), QString::number(names.size()), location(), key, code),
                      QStringLiteral("Try again; if it is refused, allow s3:DeleteObject for the bucket.")));
    }
    return {};
}

std::shared_ptr<UnfinishedUploads> S3Store::unfinishedUploads()
{
    return std::make_shared<S3Uploads>(m_connection, m_uploads);
}

std::optional<BucketState> S3Store::bucketState(const std::stop_token &stop)
{
    return lookAtBucket(*m_connection, stop);
}

int S3Store::suggestedConcurrency() const
{
    return kConnections;
}

} // namespace sealift
