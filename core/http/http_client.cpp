#include "http/http_client.h"

#include "http/http_call.h"

#include <mutex>

namespace sealift {

class HttpClient::Private
{
public:
    explicit Private(HttpClientOptions o)
        : options(std::move(o))
        , started(curl_global_init(CURL_GLOBAL_DEFAULT))
    {
    }
    ~Private()
    {
        idle.clear();
        if (started == CURLE_OK)
            curl_global_cleanup();
    }

    CurlLane take()
    {
        const std::lock_guard lock(mutex);
        if (idle.empty())
            return {};
        auto lane = std::move(idle.back()); // the one used last: its connection is the least likely to be closed
        idle.pop_back();
        return lane;
    }

    void giveBack(CurlLane lane)
    {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(lane));
    }

    const HttpClientOptions options;
    const CURLcode started;

private:
    std::mutex mutex;
    std::vector<CurlLane> idle;
};

HttpClient::HttpClient(HttpClientOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest &request, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    auto lane = d->take();
    if (d->started != CURLE_OK || !lane.isGood())
        return fail(Error(ErrorCode::Internal, QStringLiteral("libcurl cannot be started")));
    auto response = HttpCall(request, d->options, std::move(stop)).run(lane);
    d->giveBack(std::move(lane));
    return response;
}

} // namespace sealift
