#include "http/curl_faults.h"

namespace sealift {

namespace {

// openssl's verify(1), "Diagnostics"; the numbers are part of its interface.
constexpr long kNotYetValid = 9;
constexpr long kExpired = 10;
constexpr long kSelfSigned = 18;
constexpr long kUnknownIssuer = 20;

constexpr int kTooLarge = 100; // CURLE_TOO_LARGE of libcurl 8.6

Error badCertificate(const CurlFault &fault)
{
    const auto trust =
        fault.caFile.isEmpty()
            ? QStringLiteral("If the server is yours, name the file with its authority's certificate: "
                             "--ca-file FILE.")
            : QStringLiteral("Check that %1 holds the certificate of the server's authority.").arg(fault.caFile);
    const auto unsafe = [&fault](const QString &why, const QString &remedy) {
        return Error(ErrorCode::Unsafe, QStringLiteral("the certificate of %1 %2").arg(fault.host, why), remedy);
    };
    switch (fault.verifyResult) {
    case kExpired:
        return unsafe(QStringLiteral("has expired"),
                      QStringLiteral("The server's operator has to renew it. If it should be valid, check this "
                                     "computer's clock."));
    case kNotYetValid:
        return unsafe(QStringLiteral("is not valid yet"), QStringLiteral("Check this computer's clock."));
    case kSelfSigned:
    case kSelfSigned + 1:
    case kUnknownIssuer:
    case kUnknownIssuer + 1:
        return unsafe(QStringLiteral("is not signed by an authority that is trusted here"), trust);
    default:
        break;
    }
    if (fault.text.contains(QLatin1String("target host name"))) // The chain of the certificate is not looked at then.
        return unsafe(QStringLiteral("was issued for another host"),
                      QStringLiteral("Check the host name in the location: it must be one that the certificate names. "
                                     "If it is right, somebody may be between you and the server."));
    return unsafe(QStringLiteral("does not hold: %1").arg(fault.text), trust);
}

/// libcurl has one code for all that goes wrong in a handshake; OpenSSL's reason is in its words.
Error badHandshake(const CurlFault &fault)
{
    const auto says = [&fault](const char *words) {
        return fault.text.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    if (says("unsupported protocol") || says("alert protocol version") || says("version too low"))
        return {ErrorCode::Unsafe, QStringLiteral("%1 offers only TLS older than version 1.2").arg(fault.host),
                QStringLiteral("Those versions are broken. The server's operator has to switch TLS 1.2 or 1.3 on.")};
    if (says("wrong version number") || says("http request"))
        return {ErrorCode::Network, QStringLiteral("%1 does not speak TLS on that port").arg(fault.host),
                QStringLiteral("Check the port in the location.")};
    return Error(ErrorCode::Network,
                 QStringLiteral("no TLS connection to %1 comes about: %2").arg(fault.host, fault.text),
                 QStringLiteral("Check the host and the port in the location."))
        .transient();
}

Error cutOff(const CurlFault &fault)
{
    return Error(ErrorCode::Network, QStringLiteral("the connection to %1 broke: %2").arg(fault.host, fault.text),
                 QStringLiteral("Try again; if it goes on, check the network between here and there."))
        .transient();
}

} // namespace

Error headerTooLarge(const QString &host)
{
    return {ErrorCode::LimitExceeded, QStringLiteral("the header of the answer from %1 is too large").arg(host),
            QStringLiteral("Whatever answers there does not behave like the service that was meant; check the "
                           "address.")};
}

Error errorOf(const CurlFault &fault)
{
    if (static_cast<int>(fault.code) == kTooLarge)
        return headerTooLarge(fault.host);
    switch (fault.code) {
    case CURLE_PEER_FAILED_VERIFICATION:
        return badCertificate(fault);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
        return badHandshake(fault);
    case CURLE_SSL_CACERT_BADFILE:
        return {ErrorCode::InvalidArgument,
                QStringLiteral("cannot use the file of trusted certificates %1").arg(fault.caFile),
                QStringLiteral("It must be readable and hold certificates in PEM form "
                               "(\"-----BEGIN CERTIFICATE-----\").")};
    case CURLE_COULDNT_RESOLVE_HOST:
        return Error(ErrorCode::Network, QStringLiteral("there is no address for the host %1").arg(fault.host),
                     QStringLiteral("Check the host name in the location, and that this computer is online."))
            .transient();
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Error(ErrorCode::Network, QStringLiteral("there is no address for the proxy that is set"),
                     QStringLiteral("Check the environment variable https_proxy."))
            .transient();
    case CURLE_COULDNT_CONNECT:
        return Error(ErrorCode::Network, QStringLiteral("cannot connect to %1: %2").arg(fault.host, fault.text),
                     QStringLiteral("Check the host and the port in the location, and that the server runs."))
            .transient();
    case CURLE_OPERATION_TIMEDOUT:
        return Error(ErrorCode::Timeout, QStringLiteral("%1 did not answer in time").arg(fault.host),
                     QStringLiteral("Try again later, or check the network between here and there."))
            .transient();
    case CURLE_OUT_OF_MEMORY:
        // Also what libcurl says of one header line that outgrows its buffer.
        if (fault.inHeader)
            return headerTooLarge(fault.host);
        return {ErrorCode::Internal, QStringLiteral("no memory for a connection to %1").arg(fault.host)};
    case CURLE_URL_MALFORMAT:
        return {ErrorCode::InvalidArgument, QStringLiteral("the URL of a request to %1 is not valid").arg(fault.host)};
    default:
        return cutOff(fault);
    }
}

} // namespace sealift
