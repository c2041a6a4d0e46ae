#include "storage/s3/s3_bucket.h"

#include "base/time_limit.h"
#include "storage/s3/s3_bucket_answers.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <future>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr auto kLongest = 5s;
constexpr auto kLongestRemoval = 10s;

/// A setting's document; nothing where there is no such setting.
using Answer = Result<std::optional<QByteArray>>;

/// Why something was not told, in a word.
QString reasonOf(const Error &error)
{
    if (error.code() == ErrorCode::Cancelled)
        return QStringLiteral("no answer in time");
    if (error.code() == ErrorCode::Corrupt || error.code() == ErrorCode::LimitExceeded)
        return QStringLiteral("the service knows no such thing");
    const auto code = factOf(error, kS3CodeFact);
    return code.isEmpty() ? errorCodeName(error.code()) : code;
}

/// Whether an error stays, and is no trouble that may pass.
bool isFinal(const Error &error)
{
    return error.code() != ErrorCode::Cancelled && error.code() != ErrorCode::Network &&
           error.code() != ErrorCode::Timeout;
}

std::optional<qint64> numberIn(const HttpResponse &response, const char *header)
{
    bool good = false;
    const auto number = headerValue(response.headers, header).trimmed().toLongLong(&good);
    return good && number >= 0 ? std::optional(number) : std::nullopt;
}

/// What a quota has left; of an owner's quota all that is known to be used is this bucket. -1 and absent: no quota.
std::optional<qint64> quotaLeft(const HttpResponse &response)
{
    const auto used = numberIn(response, "X-RGW-Bytes-Used").value_or(0);
    std::optional<qint64> left;
    for (const auto *header : {"X-RGW-Quota-Bucket-Size", "X-RGW-Quota-User-Size"}) {
        if (const auto quota = numberIn(response, header)) {
            const auto rest = std::max<qint64>(0, *quota - used);
            left = std::min(left.value_or(rest), rest);
        }
    }
    return left;
}

/// What an error says, for others than its reader: findings are kept, and keys' ids are not for that.
QString wordsOf(const Error &error)
{
    static const QRegularExpression keyId(QStringLiteral("the access key \\S+"));
    return QString(error.what()).replace(keyId, QStringLiteral("the access key that is used"));
}

/// Puts into words why a bucket was not reached.
void describe(const Error &error, BucketState &state)
{
    // Of what the service answers, this is about the region only.
    if (error.code() == ErrorCode::InvalidArgument && !factOf(error, kHttpStatusFact).isEmpty())
        state.elsewhere = wordsOf(error);
    else
        state.unreachable = wordsOf(error);
}

class BucketLook
{
public:
    BucketLook(S3Connection &connection, std::stop_token stop)
        : m_connection(connection)
        , m_stop(std::move(stop))
        , m_root(connection.location().prefix.isEmpty() ? QString() : connection.location().prefix + QLatin1Char('/'))
    {
        m_state.place = connection.location().text();
        m_state.plainHttp = connection.location().endpoint.scheme() == QLatin1String("http");
    }

    BucketState run()
    {
        if (reach()) {
            ask();
            tryToWrite();
        }
        return std::move(m_state);
    }

private:
    bool reach()
    {
        // A list of nothing, as every library needs it.
        const auto there = m_connection.send(
            {.query = {{"list-type", "2"}, {"max-keys", "1"}, {"prefix", (m_root + QStringLiteral("config")).toUtf8()}},
             .once = true},
            m_stop);
        if (there) {
            if (const auto time = faultOf(*there).time; time.isValid())
                m_state.secondsAhead = time.secsTo(m_connection.now());
            return true;
        }
        // What passes keeps nobody from trying: whoever stores does so again and again.
        if (isFinal(there.error()))
            describe(there.error(), m_state);
        else
            notTold("anything", there.error());
        return false;
    }

    std::future<Answer> setting(const char *name) const
    {
        return std::async(std::launch::async, [this, name]() -> Answer {
            auto response = m_connection.send({.query = {{name, ""}}, .once = true}, m_stop);
            if (response)
                return std::optional(std::move(response->body));
            if (factOf(response.error(), kHttpStatusFact) == QLatin1String("404"))
                return std::optional<QByteArray>();
            return fail(std::move(response).error());
        });
    }

    /// What a setting's document says; `without` where there is none.
    template <typename Read, typename T>
    std::optional<T> told(const char *what, const Answer &answer, Read read, T without)
    {
        if (answer && !*answer)
            return without;
        auto value = answer ? read(**answer) : Result<T>(fail(answer.error()));
        if (value)
            return *std::move(value);
        notTold(what, value.error());
        return {};
    }

    void notTold(const char *what, const Error &error)
    {
        m_state.notTold.append(QStringLiteral("%1 (%2)").arg(QLatin1String(what), reasonOf(error)));
    }

    void ask()
    {
        auto head = std::async(std::launch::async,
                               [this] { return m_connection.send({.method = "HEAD", .once = true}, m_stop); });
        auto versioning = setting("versioning");
        auto encryption = setting("encryption");
        auto block = setting("publicAccessBlock");
        auto policy = setting("policyStatus");
        auto list = setting("acl");
        auto lock = setting("object-lock");
        auto lifecycle = setting("lifecycle");

        m_state.versioned = told("versioning", versioning.get(), readVersioning, false);
        m_state.encrypted = told("encryption", encryption.get(), readEncryption, false);
        m_state.retains = told("object lock", lock.get(), readRetention, false);
        const auto readRules = [this](const QByteArray &xml) { return readLifecycle(xml, m_root); };
        if (const auto rules = told("lifecycle", lifecycle.get(), readRules, LifecycleEffects())) {
            m_state.endsUploads = rules->endsUploads;
            m_state.removesObjects = rules->removesObjects;
        }
        const auto openPolicy = told("the policy's status", policy.get(), readPolicyStatus, false);
        const auto openList = told("the access list", list.get(), readPublicGrant, false);
        const auto kept = told("the block of public access", block.get(), readPublicAccessBlock, PublicAccessBlock());
        m_state.isPublic = publicBy(openPolicy, openList, kept.value_or(PublicAccessBlock()));
        if (const auto facts = head.get())
            m_state.quotaLeft = quotaLeft(*facts);
    }

    static std::optional<bool> publicBy(std::optional<bool> policy, std::optional<bool> list,
                                        const PublicAccessBlock &block)
    {
        if ((policy.value_or(false) && !block.restrictsPolicy) || (list.value_or(false) && !block.ignoresLists))
            return true;
        return policy && list ? std::optional(false) : std::nullopt;
    }

    void tryToWrite()
    {
        if (m_state.versioned.value_or(false) || m_state.retains.value_or(false))
            return;
        static const QByteArray content = "Sealift stores this to see whether it may, and removes it at once.\n";
        // One name for all: what a process that was killed in between has left goes with the next look.
        const auto key = m_root + QStringLiteral("sealift-probe");
        const ByteView body[] = {viewOf(content)};
        const auto stored =
            m_connection.send({.method = "PUT", .key = key, .body = body, .writesContent = true, .once = true}, m_stop);
        if (!stored && isFinal(stored.error())) {
            m_state.cannotWrite = wordsOf(stored.error());
            return;
        }
        // An answer that was lost says nothing about the object. It goes even where nobody waits for it any more.
        const TimeLimit limit(kLongestRemoval, {});
        const auto removed = m_connection.send({.method = "DELETE", .key = key}, limit.token());
        if (!stored)
            notTold("whether it can be written", stored.error());
        else if (!removed && isFinal(removed.error()))
            m_state.cannotRemove = wordsOf(removed.error());
        else if (!removed)
            notTold("whether anything can be removed", removed.error());
    }

    S3Connection &m_connection;
    const std::stop_token m_stop;
    const QString m_root;
    BucketState m_state;
};

} // namespace

BucketState lookAtBucket(S3Connection &connection, const std::stop_token &stop)
{
    const TimeLimit limit(kLongest, stop);
    return BucketLook(connection, limit.token()).run();
}

std::optional<BucketState> bucketStateFrom(const QString &location, const Error &error)
{
    if (!isS3Location(location))
        return {};
    const auto code = error.code();
    const bool fromService = !factOf(error, kHttpStatusFact).isEmpty() &&
                             (code == ErrorCode::PermissionDenied || code == ErrorCode::InvalidArgument ||
                              factOf(error, kS3CodeFact) == QLatin1String("NoSuchBucket"));
    if (!fromService && code != ErrorCode::Network && code != ErrorCode::Timeout && code != ErrorCode::Unsafe)
        return {};
    BucketState state;
    state.place = location;
    describe(error, state);
    return state;
}

} // namespace sealift
