#pragma once

#include "base/error.h"
#include "http/http_transport.h"

#include <QDateTime>
#include <QString>

namespace sealift {

/// A failure as EC2 or the EBS direct APIs told it.
struct ServiceFault {
    int status = 0;
    QString code;    ///< the service's own ("AccessDeniedException"); empty where the answer does not say
    QString reason;  ///< of EBS: what about it ("DEPENDENCY_ACCESS_DENIED"); empty for most
    QString message; ///< the service's words, cut to a line
    QDateTime time;  ///< the service's clock; invalid where it does not say
};

/// What to do about it.
enum class ServiceFaultKind {
    Final,            ///< the same request fails again
    Passing,          ///< try again after a pause
    Overloaded,       ///< the same, and with fewer requests at once
    ClockSkew,        ///< sign with the service's clock
    StaleCredentials, ///< fetch others
};

/// Reads both forms: EC2's XML ("Error responses" of the EC2 API Reference) and the JSON of EBS ("Common errors" of the
/// EBS direct APIs' reference).
ServiceFault serviceFaultOf(const HttpResponse &response);
ServiceFaultKind kindOf(const ServiceFault &fault);

/// What was asked for, for the words of an error.
struct ServiceSubject {
    QString action; ///< as policies name it: "ebs:StartSnapshot"
    QString what;   ///< "snapshot snap-0123, block 17"; may be empty
    QString region;
    QString accessKey;
};

/// A failure that stays, with its remedy. The service's words are repeated, but for those about signatures, which hold
/// what was signed. Adds the facts "aws-code" and, where there is one, "aws-reason".
Error errorOf(const ServiceFault &fault, const ServiceSubject &subject);

/// The service's code in an error that errorOf() made; empty where there is none.
QString serviceCodeOf(const Error &error);
/// Likewise what EBS says about it ("INVALID_BLOCK_TOKEN").
QString serviceReasonOf(const Error &error);

} // namespace sealift
