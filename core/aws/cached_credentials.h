#pragma once

#include "aws/aws_credentials.h"
#include "aws/found_credentials.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace sealift {

/// How early credentials that end are replaced.
struct CacheTimes {
    std::chrono::seconds advisory{300}; ///< so long before their end one caller fetches others, and all else go on
    std::chrono::seconds mandatory{60}; ///< so long before it everybody waits for them
    std::chrono::seconds pause{30};     ///< between attempts while the old ones will do
};

/// Keeps credentials in memory and replaces them in time. Of many callers one fetches, on its own thread; the others go
/// on with what there is as long as that will do, and share the outcome where it will not. Thread-safe. Nothing is
/// written anywhere.
class CachedCredentials final : public CredentialsProvider
{
public:
    using Fetch = std::function<Result<FoundCredentials>(const std::stop_token &stop)>;
    using Clock = std::function<QDateTime()>;

    /// @param fetch is called by one thread at a time. @param clock for tests; in UTC.
    explicit CachedCredentials(
        Fetch fetch, const CacheTimes &times = {}, Clock clock = [] { return QDateTime::currentDateTimeUtc(); });

    /// Errors: those of the fetch, where the credentials there are will not do. While they will, a failed fetch is only
    /// tried again later.
    Result<AwsCredentials> credentials(std::stop_token stop) override;

    void invalidate(const AwsCredentials &refused) override;

    /// How the present ones were found; nothing before the first.
    std::optional<FoundCredentials> current() const;

private:
    enum class Need { None, Advisory, Mandatory };

    Need need() const;
    Result<AwsCredentials> fetchNow(std::unique_lock<std::mutex> &lock, Need need, const std::stop_token &stop);

    const Fetch m_fetch;
    const CacheTimes m_times;
    const Clock m_clock;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_fetched;
    std::optional<FoundCredentials> m_current;
    bool m_refused = false;
    bool m_fetching = false;
    quint64 m_attempt = 0;          // counts the fetches that have ended
    std::optional<Error> m_failure; // of the last of them
    QDateTime m_notBefore;          // no new attempt until then, while the present ones will do
};

} // namespace sealift
