#pragma once

#include "http/http_transport.h"
#include "storage/s3/s3_answers.h"

namespace sealift {

/// A failure as the service told it.
struct S3Fault {
    int status = 0;
    QString code; ///< the service's own ("NoSuchBucket"); empty where the answer had no body
    QString message;
    QString region; ///< the bucket's, where the answer says it
    QDateTime time; ///< the service's clock; invalid where it does not say
};

/// What to do about it.
enum class S3FaultKind {
    Final,            ///< the same request fails again
    Passing,          ///< try again after a pause
    Overloaded,       ///< the same, and with fewer requests at once
    ClockSkew,        ///< sign with the service's clock
    OtherRegion,      ///< sign for the bucket's region
    StaleCredentials, ///< fetch others
};

S3Fault faultOf(const HttpResponse &response);
S3FaultKind kindOf(const S3Fault &fault);

/// What was asked for, for the words of an error.
struct S3Subject {
    QString what; ///< "s3:https://host/bucket/prefix/data/4f/..."
    QByteArray method;
    QString host;
    QString bucket;
    QString region;
    QString accessKey;
};

/// A failure that stays, with its remedy.
Error errorOf(const S3Fault &fault, const S3Subject &subject);

/// Facts that errorOf() adds for callers that go by them: the service's code and the HTTP status.
inline constexpr char kS3CodeFact[] = "s3-code";
inline constexpr char kHttpStatusFact[] = "http-status";

/// One of those facts; empty where the error has none.
QString factOf(const Error &error, const char *name);

} // namespace sealift
