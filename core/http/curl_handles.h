#pragma once

#include "base/freed_by.h"

#include <curl/curl.h>

#include <memory>

namespace sealift {

using CurlEasy = std::unique_ptr<CURL, FreedBy<curl_easy_cleanup>>;
using CurlMulti = std::unique_ptr<CURLM, FreedBy<curl_multi_cleanup>>;
using CurlList = std::unique_ptr<curl_slist, FreedBy<curl_slist_free_all>>;

/// One connection at a time, kept between calls: an easy handle that is driven by a multi handle of its own, because
/// only that can be woken from another thread when the call is to end.
struct CurlLane {
    CurlEasy easy{curl_easy_init()};
    CurlMulti multi{curl_multi_init()};

    bool isGood() const { return easy && multi; }
};

} // namespace sealift
