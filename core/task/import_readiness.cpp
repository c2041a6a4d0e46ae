#include "task/import_readiness.h"

#include "base/time_limit.h"
#include "storage/s3/s3_bucket.h"

#include <future>

namespace sealift {

namespace {

constexpr auto kLongest = std::chrono::milliseconds(4500);

/// Whether an error stays, and is no trouble that may pass.
bool isFinal(const Error &error)
{
    return error.code() != ErrorCode::Cancelled && error.code() != ErrorCode::Network &&
           error.code() != ErrorCode::Timeout;
}

QString reasonOf(const Error &error)
{
    if (error.code() == ErrorCode::Cancelled)
        return QStringLiteral("no answer in time");
    const auto code = serviceCodeOf(error);
    return code.isEmpty() ? errorCodeName(error.code()) : code;
}

bool isAbout(const Error &error, const char *word)
{
    return error.what().contains(QLatin1String(word), Qt::CaseInsensitive);
}

class ReadinessLook
{
public:
    ReadinessLook(Ec2Access &access, const NewImport &wanted, std::stop_token stop)
        : m_access(access)
        , m_wanted(wanted)
        , m_stop(std::move(stop))
    {
    }

    ImportState run()
    {
        auto start = std::async(std::launch::async, [this] { return m_access.imports().tryStart(m_wanted, m_stop); });
        auto cancel = std::async(std::launch::async, [this] { return m_access.imports().tryCancel(m_stop); });
        auto running =
            std::async(std::launch::async, [this] { return m_access.imports().tasks(m_wanted.kind, true, m_stop); });
        auto key = std::async(std::launch::async, [this]() -> Result<QString> {
            if (m_wanted.kmsKey.isEmpty())
                return QString();
            return m_access.kms().describe(m_wanted.kmsKey, m_stop).map([](const KmsKeyFacts &facts) {
                return facts.trouble();
            });
        });
        takeStart(start.get());
        take(QStringLiteral("the cancelling of imports"), cancel.get());
        const auto tasks = running.get();
        if (tasks)
            m_state.running = static_cast<int>(tasks->size());
        else
            take(QStringLiteral("the imports at work"), fail(tasks.error()));
        takeKey(key.get());
        return m_state;
    }

private:
    void takeStart(const Status &status)
    {
        if (status || !isFinal(status.error()) || status.error().code() == ErrorCode::PermissionDenied)
            return take(QStringLiteral("the import"), status);
        const auto &error = status.error();
        if (isAbout(error, "service role"))
            m_state.role = error.what();
        else if (isAbout(error, "KMS"))
            m_state.key = error.what();
        else
            m_state.refused.append(error.what());
    }

    void take(const QString &what, const Status &status)
    {
        if (!status && isFinal(status.error()))
            m_state.refused.append(status.error().what());
        else if (!status)
            notTold(what, status.error());
    }

    void takeKey(const Result<QString> &trouble)
    {
        if (trouble && !trouble->isEmpty())
            m_state.key = *trouble;
        else if (!trouble && trouble.error().code() == ErrorCode::NotFound)
            m_state.key = trouble.error().what();
        else if (!trouble) // it takes a permission that imports do not need
            notTold(QStringLiteral("the KMS key"), trouble.error());
    }

    void notTold(const QString &what, const Error &error)
    {
        m_state.notTold.append(QStringLiteral("%1 (%2)").arg(what, reasonOf(error)));
    }

    Ec2Access &m_access;
    const NewImport &m_wanted;
    const std::stop_token m_stop;
    ImportState m_state;
};

} // namespace

ImportReadiness askReadiness(Ec2Access &access, S3Connection &bucket, const NewImport &wanted,
                             const std::stop_token &stop)
{
    const TimeLimit limit(kLongest, stop);
    auto looked = std::async(std::launch::async, [&] { return lookAtBucket(bucket, limit.token()); });
    ImportReadiness readiness;
    readiness.service = ReadinessLook(access, wanted, limit.token()).run();
    readiness.bucket = looked.get();
    return readiness;
}

} // namespace sealift
