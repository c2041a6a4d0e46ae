#include "http/http_call.h"

#include "base/byte_parts.h"
#include "http/curl_faults.h"
#include "http/url_rules.h"

#include <QFile>

#include <algorithm>
#include <cstring>

namespace sealift {

namespace {

constexpr qint64 kMaxHeaderBytes = 64 * 1024;
constexpr qint64 kMaxFaultBytes = 64 * 1024;
constexpr std::size_t kMaxHeaders = 200;
constexpr int kPollMilliseconds = 1000; // only a wake-up that got lost would have to wait so long
// Large enough that TLS records and system calls do not count, small enough for the core's second-level cache.
constexpr long kBufferBytes = 256 * 1024;

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < 0x7f && std::strchr("\"(),/:;<=>?@[\\]{}", c) == nullptr;
    });
}

bool isFieldValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

HttpCall::HttpCall(const HttpRequest &request, const HttpClientOptions &options, std::stop_token stop)
    : m_request(request)
    , m_options(options)
    , m_stop(std::move(stop))
{
}

Result<HttpResponse> HttpCall::run(CurlLane &lane)
{
    CURL *easy = lane.easy.get();
    curl_easy_reset(easy);
    SEALIFT_TRY(prepare(easy));
    const auto code = drive(lane);
    SEALIFT_TRY(code);
    if (m_stop.stop_requested() && *code != CURLE_OK)
        return fail(Error::cancelled());
    if (m_refused)
        return fail(std::move(*m_refused));
    if (*code != CURLE_OK)
        return fail(failure(easy, *code));
    return std::move(m_response);
}

Status HttpCall::prepare(CURL *easy)
{
    SEALIFT_TRY(checkUrl(m_request.url, m_options));
    // Options that a libcurl without them (or with another TLS library) would leave out must not be missing in silence.
    bool set = true;
    const auto option = [easy, &set](CURLoption name, auto value) {
        set = curl_easy_setopt(easy, name, value) == CURLE_OK && set;
    };
    const bool plain = m_request.url.scheme() == QLatin1String("http");
    option(CURLOPT_URL, m_request.url.toEncoded(QUrl::RemoveFragment).constData());
    option(CURLOPT_PATH_AS_IS, 1L); // a signature covers the path as it is
    option(CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
    option(CURLOPT_FOLLOWLOCATION, 0L);
    option(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    option(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    option(CURLOPT_SSL_VERIFYPEER, 1L);
    option(CURLOPT_SSL_VERIFYHOST, 2L);
    const auto caFile = QFile::encodeName(m_options.caFile);
    if (!caFile.isEmpty()) {
        option(CURLOPT_CAINFO, caFile.constData());
        option(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
    }
    if (plain || isLoopbackHost(m_request.url.host()))
        option(CURLOPT_PROXY, ""); // nobody else's business
    option(CURLOPT_NOSIGNAL, 1L);
    option(CURLOPT_TCP_KEEPALIVE, 1L);
    option(CURLOPT_USERAGENT, "Sealift");
    option(CURLOPT_BUFFERSIZE, kBufferBytes);
    option(CURLOPT_UPLOAD_BUFFERSIZE, kBufferBytes);
    option(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_options.connectTimeout.count()));
    option(CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.timeout.count()));
    option(CURLOPT_LOW_SPEED_LIMIT, 1L);
    option(CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_options.stallTimeout.count()));
    option(CURLOPT_ERRORBUFFER, m_text.data());
    option(CURLOPT_HEADERFUNCTION, &HttpCall::headerCallback);
    option(CURLOPT_HEADERDATA, static_cast<void *>(this));
    option(CURLOPT_WRITEFUNCTION, &HttpCall::writeCallback);
    option(CURLOPT_WRITEDATA, static_cast<void *>(this));
    if (!set)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("this libcurl lacks an option that Sealift needs"),
                          QStringLiteral("Install libcurl 7.85 or newer, built with OpenSSL.")));
    prepareBody(easy);
    return prepareHeaders(easy);
}

void HttpCall::prepareBody(CURL *easy)
{
    const auto &method = m_request.method;
    if (m_request.body.empty() && method == "HEAD") {
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
        return;
    }
    if (m_request.body.empty() && method != "PUT" && method != "POST") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method.constData());
        return;
    }
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method.constData());
    curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(totalSize(m_request.body)));
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &HttpCall::readCallback);
    curl_easy_setopt(easy, CURLOPT_READDATA, static_cast<void *>(this));
    // For a kept connection that the server had closed meanwhile: libcurl then begins again on a new one.
    curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, &HttpCall::seekCallback);
    curl_easy_setopt(easy, CURLOPT_SEEKDATA, static_cast<void *>(this));
}

Status HttpCall::prepareHeaders(CURL *easy)
{
    // "Expect: 100-continue" would cost every upload a round trip.
    QList<QByteArray> lines{"Expect:"};
    for (const auto &header : m_request.headers) {
        if (!isToken(header.name) || !isFieldValue(header.value))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("a header of the request to %1 cannot be sent: its name or value has "
                                             "characters that must not be there")
                                  .arg(m_request.url.host())));
        // For libcurl "Name:" means to leave a header out, and "Name;" to send it empty.
        lines.append(header.value.isEmpty() ? header.name + ';' : header.name + ": " + header.value);
    }
    for (const auto &line : lines) {
        curl_slist *longer = curl_slist_append(m_headers.get(), line.constData());
        if (longer == nullptr)
            return fail(Error(ErrorCode::Internal, QStringLiteral("no memory for the headers of a request")));
        static_cast<void>(m_headers.release());
        m_headers.reset(longer);
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    return {};
}

Result<CURLcode> HttpCall::drive(const CurlLane &lane)
{
    CURLM *multi = lane.multi.get();
    const auto broken = [](CURLMcode code) {
        return fail(Error(ErrorCode::Internal,
                          QStringLiteral("libcurl: %1").arg(QString::fromUtf8(curl_multi_strerror(code)))));
    };
    if (const auto added = curl_multi_add_handle(multi, lane.easy.get()); added != CURLM_OK)
        return broken(added);
    // Whatever way the call ends, the handle is free again; a transfer that was under way is cut off by it.
    struct Removal {
        const CurlLane &lane;
        ~Removal() { curl_multi_remove_handle(lane.multi.get(), lane.easy.get()); }
    } const removal{lane};
    const std::stop_callback wake(m_stop, [multi] { curl_multi_wakeup(multi); });

    for (int running = 1; running > 0;) {
        if (m_stop.stop_requested())
            return fail(Error::cancelled());
        if (const auto done = curl_multi_perform(multi, &running); done != CURLM_OK)
            return broken(done);
        if (running == 0)
            break;
        if (const auto waited = curl_multi_poll(multi, nullptr, 0, kPollMilliseconds, nullptr); waited != CURLM_OK)
            return broken(waited);
    }
    int queued = 0;
    while (const auto *message = curl_multi_info_read(multi, &queued)) {
        if (message->msg == CURLMSG_DONE)
            return message->data.result;
    }
    return fail(Error(ErrorCode::Internal, QStringLiteral("libcurl: a transfer ended without a result")));
}

Error HttpCall::failure(CURL *easy, CURLcode code) const
{
    CurlFault fault;
    fault.code = code;
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &fault.verifyResult);
    fault.text = QString::fromUtf8(m_text.data());
    fault.host = m_request.url.host();
    fault.caFile = m_options.caFile;
    fault.inHeader = m_response.received == 0 && m_headerBytes > 0;
    return errorOf(fault);
}

std::size_t HttpCall::takeHeader(QByteArrayView line)
{
    // An interim answer (100 Continue) has a header of its own.
    if (line.startsWith("HTTP/")) {
        m_response.headers.clear();
        m_response.status = line.toByteArray().mid(line.indexOf(' ') + 1, 3).toInt();
    }
    m_headerBytes += line.size();
    if (m_headerBytes > kMaxHeaderBytes || m_response.headers.size() >= kMaxHeaders) {
        m_refused = headerTooLarge(m_request.url.host());
        return 0;
    }
    if (const auto colon = line.indexOf(':'); colon > 0) {
        m_response.headers.push_back(
            {line.first(colon).toByteArray().trimmed(), line.sliced(colon + 1).toByteArray().trimmed()});
    }
    return static_cast<std::size_t>(line.size());
}

std::size_t HttpCall::takeBody(ByteView bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    const bool stored = stores(m_response.status);
    // An explanation is wanted whatever little was expected.
    const auto limit =
        stored ? static_cast<qint64>(m_request.into.size())
               : (m_response.status >= 400 ? std::max(m_request.maxResponse, kMaxFaultBytes) : m_request.maxResponse);
    if (size > limit - m_response.received) {
        m_refused =
            Error(ErrorCode::LimitExceeded,
                  QStringLiteral("%1 sends more than the %2 bytes that were asked for")
                      .arg(m_request.url.host(), QString::number(limit)),
                  QStringLiteral("Whatever answers there does not behave like the service that was meant; check "
                                 "the address."));
        return 0;
    }
    if (!waitForBandwidth(bytes.size()))
        return 0;
    if (stored)
        std::memcpy(m_request.into.data() + m_response.received, bytes.data(), bytes.size());
    else
        m_response.body.append(reinterpret_cast<const char *>(bytes.data()), size);
    m_response.received += size;
    return bytes.size();
}

std::size_t HttpCall::giveBody(MutableBytes out)
{
    std::size_t given = 0;
    while (!out.empty() && m_part < m_request.body.size()) {
        const auto rest = m_request.body[m_part].subspan(m_offset);
        const auto size = std::min(rest.size(), out.size());
        std::copy_n(rest.begin(), size, out.begin());
        out = out.subspan(size);
        given += size;
        m_offset += size;
        if (m_offset == m_request.body[m_part].size()) {
            ++m_part;
            m_offset = 0;
        }
    }
    return waitForBandwidth(given) ? given : CURL_READFUNC_ABORT;
}

bool HttpCall::seekBody(qint64 offset)
{
    m_part = 0;
    m_offset = static_cast<std::size_t>(offset);
    while (m_part < m_request.body.size() && m_offset >= m_request.body[m_part].size())
        m_offset -= m_request.body[m_part++].size();
    return m_part < m_request.body.size() || m_offset == 0;
}

bool HttpCall::waitForBandwidth(std::size_t bytes) const
{
    return m_request.flow == nullptr ? !m_stop.stop_requested()
                                     : m_request.flow->take(static_cast<qint64>(bytes), m_stop);
}

std::size_t HttpCall::headerCallback(char *data, std::size_t size, std::size_t count, void *call)
{
    return static_cast<HttpCall *>(call)->takeHeader({data, static_cast<qsizetype>(size * count)});
}

std::size_t HttpCall::writeCallback(char *data, std::size_t size, std::size_t count, void *call)
{
    return static_cast<HttpCall *>(call)->takeBody({reinterpret_cast<const std::byte *>(data), size * count});
}

std::size_t HttpCall::readCallback(char *data, std::size_t size, std::size_t count, void *call)
{
    return static_cast<HttpCall *>(call)->giveBody({reinterpret_cast<std::byte *>(data), size * count});
}

int HttpCall::seekCallback(void *call, curl_off_t offset, int origin)
{
    const bool done = origin == SEEK_SET && static_cast<HttpCall *>(call)->seekBody(offset);
    return done ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

} // namespace sealift
