#pragma once

#include <curl/curl.h>

#include <memory>

namespace sealift {

template <auto Free>
struct CurlDeleter {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using CurlEasy = std::unique_ptr<CURL, CurlDeleter<curl_easy_cleanup>>;
using CurlMulti = std::unique_ptr<CURLM, CurlDeleter<curl_multi_cleanup>>;
using CurlList = std::unique_ptr<curl_slist, CurlDeleter<curl_slist_free_all>>;

/// One connection at a time, kept between calls: an easy handle that is driven by a multi handle of its own, because
/// only that can be woken from another thread when the call is to end.
struct CurlLane {
    CurlEasy easy{curl_easy_init()};
    CurlMulti multi{curl_multi_init()};

    bool isGood() const { return easy && multi; }
};

} // namespace sealift
