#include "storage/s3/s3_connection.h"

#include "aws/signature_v4.h"
#include "base/byte_parts.h"

#include <QCryptographicHash>

#include <cstdlib>

namespace sealift {

namespace {

constexpr int kMostAtOnce = 64;
constexpr auto kAnswerTime = std::chrono::seconds(60);
// What is slower than this all the time is no way to move images; stalls are noticed much earlier by the transport.
constexpr qint64 kSlowestBytesPerSecond = 16 * 1024;
constexpr auto kClockTolerance = 30; // seconds
const QString kDefaultRegion = QStringLiteral("us-east-1");

QString firstNonEmpty(const QString &one, const QString &other, const QString &last)
{
    if (!one.isEmpty())
        return one;
    return other.isEmpty() ? last : other;
}

/// Host names of certificates match one part only, so a dotted bucket has to go into the path.
bool goesIntoHost(const QString &bucket)
{
    return !bucket.contains(QLatin1Char('.')) && bucket == bucket.toLower() && !bucket.contains(QLatin1Char('_'));
}

/// Of a store NotFound is said where there is no such object; without credentials nobody knows.
Error noCredentials(const Error &error)
{
    if (error.code() != ErrorCode::NotFound)
        return error;
    return {ErrorCode::PermissionDenied, error.what(), error.remedy()};
}

} // namespace

/// What has been corrected for one call already: each thing once, or two sides could go on correcting for ever.
struct S3Connection::Corrections {
    bool clock = false;
    bool region = false;
    bool credentials = false;
};

S3Connection::S3Connection(std::unique_ptr<HttpTransport> transport, S3Location location, StoreOptions options,
                           S3Tuning tuning)
    : m_transport(std::move(transport))
    , m_location(std::move(location))
    , m_options(std::move(options))
    , m_tuning(std::move(tuning))
    , m_gate(kMostAtOnce)
    , m_region(firstNonEmpty(m_options.region, m_location.region, kDefaultRegion))
{
}

QString S3Connection::region() const
{
    const std::lock_guard lock(m_mutex);
    return m_region;
}

void S3Connection::notify(const QString &text)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_told.contains(text))
            return;
        m_told.insert(text);
    }
    if (m_options.notice)
        m_options.notice(text);
}

QString S3Connection::describe(const S3Call &call) const
{
    return QStringLiteral("s3:%1/%2%3%4")
        .arg(m_location.endpoint.toString(), m_location.bucket, call.key.isEmpty() ? QString() : QStringLiteral("/"),
             call.key);
}

QUrl S3Connection::urlOf(const S3Call &call, const QString &region) const
{
    auto url = m_location.amazon && m_location.region.isEmpty() ? amazonEndpoint(region) : m_location.endpoint;
    QByteArray path = "/";
    if (m_location.amazon && goesIntoHost(m_location.bucket))
        url.setHost(m_location.bucket + QLatin1Char('.') + url.host());
    else
        path += uriEncode(m_location.bucket.toUtf8()) + (call.key.isEmpty() ? "" : "/");
    path += uriEncode(call.key.toUtf8(), true);
    url.setPath(QString::fromLatin1(path), QUrl::StrictMode);
    QByteArrayList query;
    for (const auto &[name, value] : call.query)
        query.append(uriEncode(name) + '=' + uriEncode(value));
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query.join('&')), QUrl::StrictMode);
    return url;
}

void S3Connection::addEncryption(const S3Call &call, std::vector<HttpHeader> &headers) const
{
    // Amazon S3 User Guide, "Protecting data with server-side encryption".
    using Kind = ServerEncryption::Kind;
    const auto &encryption = m_options.encryption;
    if (encryption.kind == Kind::Customer && (call.readsContent || call.writesContent)) {
        const auto key = encryption.customerKey.toByteArray();
        headers.push_back({"x-amz-server-side-encryption-customer-algorithm", "AES256"});
        headers.push_back({"x-amz-server-side-encryption-customer-key", key.toBase64()});
        headers.push_back({"x-amz-server-side-encryption-customer-key-MD5",
                           QCryptographicHash::hash(key, QCryptographicHash::Md5).toBase64()});
    } else if (encryption.kind == Kind::Service && call.writesContent) {
        headers.push_back({"x-amz-server-side-encryption", "AES256"});
    } else if (encryption.kind == Kind::Kms && call.writesContent) {
        headers.push_back({"x-amz-server-side-encryption", "aws:kms"});
        if (!encryption.kmsKey.isEmpty())
            headers.push_back({"x-amz-server-side-encryption-aws-kms-key-id", encryption.kmsKey.toUtf8()});
    }
}

Result<HttpResponse> S3Connection::exchange(const S3Call &call, const AwsCredentials &credentials,
                                            const QString &region, const std::stop_token &stop)
{
    HttpRequest request;
    request.method = call.method;
    request.url = urlOf(call, region);
    request.headers = call.headers;
    request.body = call.body;
    request.into = call.into;
    request.maxResponse = call.maxResponse;
    const auto moved = totalSize(call.body) + static_cast<qint64>(call.into.size()) + call.maxResponse;
    request.timeout = kAnswerTime + std::chrono::seconds(moved / kSlowestBytesPerSecond);
    addEncryption(call, request.headers);
    const auto payload = call.payload.isEmpty() ? payloadHash(call.body) : call.payload;
    SEALIFT_TRY(signRequest(request, credentials, {region.toUtf8(), "s3", PathRule::AsSent}, payload,
                            m_tuning.clock().addSecs(m_clockOffset)));
    if (!m_gate.enter(stop))
        return fail(Error::cancelled());
    auto response = m_transport->send(request, stop);
    m_gate.leave();
    return response;
}

Result<HttpResponse> S3Connection::explained(const S3Call &call, HttpResponse response,
                                             const AwsCredentials &credentials, const QString &region,
                                             const std::stop_token &stop)
{
    // An answer to HEAD has no body, so it does not say what is wrong; that to GET does.
    if (call.method != "HEAD" || response.status == 412)
        return response;
    auto question = call;
    question.method = "GET";
    question.headers.push_back({"Range", "bytes=0-0"});
    SEALIFT_ASSIGN(auto answer, exchange(question, credentials, region, stop));
    // It has come into being meanwhile, or is empty: then the first answer holds.
    return answer.status < 300 || answer.status == 416 ? std::move(response) : std::move(answer);
}

Result<HttpResponse> S3Connection::send(const S3Call &call, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    Backoff backoff(m_tuning.retry);
    Corrections corrections;
    for (;;) {
        const auto credentials = m_options.credentials->credentials(stop);
        if (!credentials)
            return fail(noCredentials(credentials.error()));
        const auto region = this->region();
        auto response = exchange(call, *credentials, region, stop);
        if (response) {
            m_reached = true;
            if (response->status < 300) {
                m_gate.succeeded();
                return response;
            }
            response = explained(call, std::move(*response), *credentials, region, stop);
        }
        auto next = Next::GiveUp;
        std::optional<Error> error;
        if (response) {
            const auto fault = faultOf(*response);
            const S3Subject subject{describe(call),    call.method, m_location.endpoint.host(),
                                    m_location.bucket, region,      credentials->accessKey};
            error = errorOf(fault, subject);
            next = correct(fault, *credentials, corrections);
        } else {
            error = std::move(response).error();
            // The transport knows only the host.
            if (error->code() != ErrorCode::Cancelled && error->code() != ErrorCode::Unsafe)
                error = std::move(*error).during(describe(call));
            next = error->retry() == Retry::Transient ? Next::Pause : Next::GiveUp;
        }
        if (next == Next::GiveUp || (next == Next::Pause && call.once))
            return fail(std::move(*error));
        if (next == Next::Pause && !backoff.wait(m_reached, stop))
            return fail(stop.stop_requested() ? Error::cancelled() : std::move(*error));
    }
}

S3Connection::Next S3Connection::correct(const S3Fault &fault, const AwsCredentials &credentials, Corrections &done)
{
    switch (kindOf(fault)) {
    case S3FaultKind::Passing:
        return Next::Pause;
    case S3FaultKind::Overloaded:
        m_gate.overloaded();
        return Next::Pause;
    case S3FaultKind::ClockSkew:
        return !std::exchange(done.clock, true) && correctClock(fault) ? Next::Retry : Next::GiveUp;
    case S3FaultKind::OtherRegion:
        return !std::exchange(done.region, true) && correctRegion(fault) ? Next::Retry : Next::GiveUp;
    case S3FaultKind::StaleCredentials:
        if (std::exchange(done.credentials, true))
            return Next::GiveUp;
        m_options.credentials->invalidate(credentials);
        return Next::Retry;
    case S3FaultKind::Final:
        break;
    }
    return Next::GiveUp;
}

bool S3Connection::correctClock(const S3Fault &fault)
{
    if (!fault.time.isValid())
        return false;
    const auto offset = m_tuning.clock().secsTo(fault.time);
    // The clocks agree now: another thread has corrected it, or the service means something else.
    if (std::llabs(offset) < kClockTolerance && m_clockOffset == 0)
        return false;
    m_clockOffset = offset;
    notify(QStringLiteral("This computer's clock and that of %1 differ by %2 minutes; requests are signed with the "
                          "time there. Set the clock right.")
               .arg(m_location.endpoint.host(), QString::number((std::llabs(offset) + 30) / 60)));
    return true;
}

bool S3Connection::correctRegion(const S3Fault &fault)
{
    // Where a region was named, going to another one is not ours to decide: data has to stay where it was meant to be.
    if (!m_options.region.isEmpty() || !m_location.region.isEmpty())
        return false;
    const std::lock_guard lock(m_mutex);
    m_region = fault.region;
    return true;
}

} // namespace sealift
