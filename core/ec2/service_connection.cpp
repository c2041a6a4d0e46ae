#include "ec2/service_connection.h"

#include "aws/signature_v4.h"

#include <cstdlib>
#include <optional>

namespace sealift {

namespace {

constexpr qint64 kClockTolerance = 30; // seconds

bool saysMissing(const ServiceFault &fault)
{
    return fault.code == QLatin1String("ResourceNotFoundException") &&
           (fault.reason.isEmpty() || fault.reason == QLatin1String("SNAPSHOT_NOT_FOUND"));
}

} // namespace

/// What has been corrected for one call already: each thing once, or two sides could go on correcting for ever.
struct ServiceConnection::Corrections {
    bool clock = false;
    bool credentials = false;
};

ServiceConnection::ServiceConnection(HttpTransport &transport, AwsEndpoint endpoint, QByteArray service,
                                     std::shared_ptr<CredentialsProvider> credentials, ServiceTuning tuning)
    : m_transport(transport)
    , m_endpoint(std::move(endpoint))
    , m_service(std::move(service))
    , m_credentials(std::move(credentials))
    , m_tuning(std::move(tuning))
    , m_gate(m_tuning.mostAtOnce, m_tuning.atOnce)
{
}

Result<HttpResponse> ServiceConnection::exchange(const ServiceCall &call, const AwsCredentials &credentials,
                                                 const std::stop_token &stop)
{
    HttpRequest request;
    request.method = call.method;
    request.url = m_endpoint.url;
    request.url.setPath(call.path, QUrl::StrictMode);
    QByteArrayList query;
    for (const auto &[name, value] : call.query)
        query.append(uriEncode(name) + '=' + uriEncode(value));
    if (!query.isEmpty())
        request.url.setQuery(QString::fromLatin1(query.join('&')), QUrl::StrictMode);
    request.headers = call.headers;
    request.body = call.body;
    request.into = call.into;
    request.maxResponse = call.maxResponse;
    request.timeout = m_tuning.attempt;
    const auto payload = call.payload.isEmpty() ? payloadHash(call.body) : call.payload;
    SEALIFT_TRY(signRequest(request, credentials, {m_endpoint.region.toUtf8(), m_service}, payload,
                            m_tuning.clock().addSecs(m_clockOffset)));
    if (!m_gate.enter(stop))
        return fail(Error::cancelled());
    auto response = m_transport.send(request, stop);
    m_gate.leave();
    return response;
}

Result<HttpResponse> ServiceConnection::send(const ServiceCall &call, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    auto policy = m_tuning.retry;
    if (call.missingPasses)
        policy.deadline = m_tuning.missingDeadline;
    Backoff backoff(policy);
    Corrections corrections;
    for (;;) {
        SEALIFT_ASSIGN(const auto credentials, m_credentials->credentials(stop));
        auto response = exchange(call, credentials, stop);
        auto next = Next::GiveUp;
        std::optional<Error> error;
        if (response) {
            m_reached = true;
            if (response->status < 300) {
                m_gate.succeeded();
                return response;
            }
            const auto fault = serviceFaultOf(*response);
            error = errorOf(fault, {call.action, call.what, m_endpoint.region, credentials.accessKey});
            next = call.missingPasses && saysMissing(fault) ? Next::Pause : correct(fault, credentials, corrections);
        } else {
            error = std::move(response).error();
            // Too many requests for a narrow way look like this, too.
            if (error->code() == ErrorCode::Timeout)
                m_gate.overloaded();
            if (error->code() != ErrorCode::Cancelled && error->code() != ErrorCode::Unsafe)
                error = std::move(*error).during(call.action);
            next = error->retry() == Retry::Transient ? Next::Pause : Next::GiveUp;
        }
        if (next == Next::GiveUp)
            return fail(std::move(*error));
        if (next == Next::Pause && !backoff.wait(m_reached, stop))
            return fail(stop.stop_requested() ? Error::cancelled() : std::move(*error));
    }
}

ServiceConnection::Next ServiceConnection::correct(const ServiceFault &fault, const AwsCredentials &credentials,
                                                   Corrections &done)
{
    switch (kindOf(fault)) {
    case ServiceFaultKind::Passing:
        return Next::Pause;
    case ServiceFaultKind::Overloaded:
        m_gate.overloaded();
        return Next::Pause;
    case ServiceFaultKind::ClockSkew:
        return !std::exchange(done.clock, true) && correctClock(fault) ? Next::Retry : Next::GiveUp;
    case ServiceFaultKind::StaleCredentials:
        if (std::exchange(done.credentials, true))
            return Next::GiveUp;
        m_credentials->invalidate(credentials);
        return Next::Retry;
    case ServiceFaultKind::Final:
        break;
    }
    return Next::GiveUp;
}

bool ServiceConnection::correctClock(const ServiceFault &fault)
{
    if (!fault.time.isValid())
        return false;
    const auto offset = m_tuning.clock().secsTo(fault.time);
    // The clocks agree now: another thread has corrected it, or the service means something else.
    if (std::llabs(offset) < kClockTolerance && m_clockOffset == 0)
        return false;
    m_clockOffset = offset;
    return true;
}

} // namespace sealift
