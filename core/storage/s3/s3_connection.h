#pragma once

#include "http/adaptive_gate.h"
#include "http/retry_policy.h"
#include "storage/s3/s3_fault.h"
#include "storage/s3/s3_location.h"
#include "storage/store_options.h"

#include <QSet>

#include <atomic>
#include <memory>

namespace sealift {

/// One request to S3, before it is signed.
struct S3Call {
    QByteArray method = "GET";
    QString key = {}; ///< of the object; empty: the bucket itself
    std::vector<std::pair<QByteArray, QByteArray>> query = {};
    std::vector<HttpHeader> headers = {};
    std::span<const ByteView> body = {};
    QByteArray payload = {}; ///< SHA-256 of the body, hexadecimal, where it is known; empty: it is computed
    MutableBytes into = {};
    qint64 maxResponse = 1024 * 1024;
    bool readsContent = false;  ///< needs the customer's key, where there is one
    bool writesContent = false; ///< says how the service is to encrypt
    bool once = false;          ///< tried again only where something was corrected: for what is no use later
};

/// What tests turn.
struct S3Tuning {
    RetryPolicy retry;
    std::function<QDateTime()> clock = &QDateTime::currentDateTimeUtc;
};

/// Requests to one bucket: signs them, finds the bucket's region, corrects a wrong clock, tries again what may pass,
/// and turns failures into errors. Thread-safe.
class S3Connection
{
public:
    S3Connection(std::unique_ptr<HttpTransport> transport, S3Location location, StoreOptions options, S3Tuning tuning);

    const S3Location &location() const { return m_location; }
    /// How the present credentials were found, without a secret.
    QString identity() const { return m_options.credentials->words(); }
    const QString &bucket() const { return m_location.bucket; }
    /// The region that requests are signed for at present.
    QString region() const;
    /// This machine's time.
    QDateTime now() const { return m_tuning.clock(); }
    /// Tells the user something, once.
    void notify(const QString &text);

    /// Sends a request until it succeeds or nothing can help. Errors: as ObjectStore's, and what stands in the way of
    /// using the bucket; with the facts of s3_fault.h.
    Result<HttpResponse> send(const S3Call &call, const std::stop_token &stop);

private:
    struct Corrections;
    enum class Next { Retry, Pause, GiveUp };

    Result<HttpResponse> exchange(const S3Call &call, const AwsCredentials &credentials, const QString &region,
                                  const std::stop_token &stop);
    Result<HttpResponse> explained(const S3Call &call, HttpResponse response, const AwsCredentials &credentials,
                                   const QString &region, const std::stop_token &stop);
    Next correct(const S3Fault &fault, const AwsCredentials &credentials, Corrections &done);
    bool correctClock(const S3Fault &fault);
    bool correctRegion(const S3Fault &fault);
    QUrl urlOf(const S3Call &call, const QString &region) const;
    void addEncryption(const S3Call &call, std::vector<HttpHeader> &headers) const;
    QString describe(const S3Call &call) const;

    const std::unique_ptr<HttpTransport> m_transport;
    const S3Location m_location;
    const StoreOptions m_options;
    const S3Tuning m_tuning;
    AdaptiveGate m_gate;
    std::atomic<bool> m_reached = false;
    std::atomic<qint64> m_clockOffset = 0; // seconds that the service is ahead
    mutable std::mutex m_mutex;
    QString m_region;
    QSet<QString> m_told;
};

} // namespace sealift
