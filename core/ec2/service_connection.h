#pragma once

#include "aws/aws_credentials.h"
#include "aws/aws_endpoints.h"
#include "ec2/service_fault.h"
#include "http/adaptive_gate.h"
#include "http/http_transport.h"
#include "http/retry_policy.h"

#include <atomic>
#include <functional>
#include <memory>

namespace sealift {

/// One request to a service of AWS, before it is signed.
struct ServiceCall {
    QString action; ///< as policies name it: "ebs:PutSnapshotBlock"
    QString what;   ///< of what, for errors: "snapshot snap-0123, block 17"
    QByteArray method = "POST";
    QString path = QStringLiteral("/");
    std::vector<std::pair<QByteArray, QByteArray>> query = {};
    std::vector<HttpHeader> headers = {};
    std::span<const ByteView> body = {};
    QByteArray payload = {}; ///< as signRequest() takes it; empty: the body's hash is computed
    MutableBytes into = {};
    qint64 maxResponse = 4LL * 1024 * 1024;
    /// "Not found" may pass: the snapshot is so young that not all of the service knows of it.
    bool missingPasses = false;
};

/// How a service is dealt with; what differs from the default is for tests.
struct ServiceTuning {
    /// Of one call, all attempts together (coldsnap's experience: 120 s).
    RetryPolicy retry{.deadline = std::chrono::seconds(120)};
    /// The same where "not found" may pass: a fresh snapshot is unknown for about two minutes.
    std::chrono::milliseconds missingDeadline = std::chrono::seconds(180);
    std::chrono::milliseconds attempt = std::chrono::seconds(20); ///< of one attempt
    int atOnce = 64;                                              ///< requests to begin with
    int mostAtOnce = 128;                                         ///< and at most
    std::function<QDateTime()> clock = &QDateTime::currentDateTimeUtc;
};

/// Requests to one service in one region: signs them, corrects a wrong clock, replaces credentials that have expired,
/// tries again what may pass, and turns failures into errors. It is the only layer that tries anything again.
/// Thread-safe: as many requests are under way as there are callers, up to what the service bears.
class ServiceConnection
{
public:
    /// @param service the name that requests are signed for ("ebs"). The transport must outlive the object.
    ServiceConnection(HttpTransport &transport, AwsEndpoint endpoint, QByteArray service,
                      std::shared_ptr<CredentialsProvider> credentials, ServiceTuning tuning);

    const AwsEndpoint &endpoint() const { return m_endpoint; }
    int mostAtOnce() const { return m_tuning.mostAtOnce; }

    /// Sends a request until it succeeds or nothing can help. Errors: those of errorOf(), of the credentials and of the
    /// transport; Cancelled.
    Result<HttpResponse> send(const ServiceCall &call, const std::stop_token &stop);

private:
    struct Corrections;
    enum class Next { Retry, Pause, GiveUp };

    Result<HttpResponse> exchange(const ServiceCall &call, const AwsCredentials &credentials,
                                  const std::stop_token &stop);
    Next correct(const ServiceFault &fault, const AwsCredentials &credentials, Corrections &done);
    bool correctClock(const ServiceFault &fault);

    HttpTransport &m_transport;
    const AwsEndpoint m_endpoint;
    const QByteArray m_service;
    const std::shared_ptr<CredentialsProvider> m_credentials;
    const ServiceTuning m_tuning;
    AdaptiveGate m_gate;
    std::atomic<bool> m_reached = false;
    std::atomic<qint64> m_clockOffset = 0; // seconds that the service is ahead
};

} // namespace sealift
