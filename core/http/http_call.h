#pragma once

#include "http/curl_handles.h"
#include "http/http_client.h"

#include <array>
#include <optional>

namespace sealift {

/// One request on its way through one lane: what libcurl's callbacks fill and empty. Lives for one call, on its thread.
class HttpCall
{
public:
    HttpCall(const HttpRequest &request, const HttpClientOptions &options, std::stop_token stop);

    /// Sends the request and takes in the answer; the lane is clean for the next call afterwards.
    Result<HttpResponse> run(CurlLane &lane);

private:
    Status prepare(CURL *easy);
    Status prepareHeaders(CURL *easy);
    void prepareBody(CURL *easy);
    Result<CURLcode> drive(const CurlLane &lane);
    Error failure(CURL *easy, CURLcode code) const;

    std::size_t takeHeader(QByteArrayView line);
    std::size_t takeBody(ByteView bytes);
    std::size_t giveBody(MutableBytes out);
    bool seekBody(qint64 offset);
    bool waitForBandwidth(std::size_t bytes) const;
    bool stores(int status) const { return !m_request.into.empty() && status >= 200 && status < 300; }

    static std::size_t headerCallback(char *data, std::size_t size, std::size_t count, void *call);
    static std::size_t writeCallback(char *data, std::size_t size, std::size_t count, void *call);
    static std::size_t readCallback(char *data, std::size_t size, std::size_t count, void *call);
    static int seekCallback(void *call, curl_off_t offset, int origin);

    const HttpRequest &m_request;
    const HttpClientOptions &m_options;
    const std::stop_token m_stop;
    CurlList m_headers;
    std::array<char, CURL_ERROR_SIZE> m_text{};
    HttpResponse m_response;
    qint64 m_headerBytes = 0;
    std::size_t m_part = 0;         // of the body, where the next byte to send is
    std::size_t m_offset = 0;       // in that part
    std::optional<Error> m_refused; // why a callback ended the call
};

} // namespace sealift
