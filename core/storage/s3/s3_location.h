#pragma once

#include "base/result.h"

#include <QUrl>

namespace sealift {

/// A place in a bucket.
struct S3Location {
    QUrl endpoint; ///< scheme, host, port
    QString bucket;
    QString prefix;      ///< folders inside the bucket, without '/' at its ends; may be empty
    bool amazon = false; ///< one of Amazon's own endpoints
    QString region;      ///< as the endpoint names it; empty where it does not

    /// As users write it and restic takes it: "s3:https://host/bucket/prefix".
    QString text() const;
};

/// True for what is meant as a place in a bucket ("s3:...").
bool isS3Location(const QString &location);

/// Reads a location as restic writes it (its manual, "Preparing a new repository"):
/// s3:https://host[:port]/bucket/prefix, s3:host[:port]/bucket/prefix (https), s3://host/bucket/prefix (https), and
/// s3:REGION/bucket/prefix for Amazon's own endpoint in a region. Errors: InvalidArgument; Unsafe (a user name or
/// password, a query: never repeated).
Result<S3Location> parseS3Location(const QString &location);

/// Amazon's endpoint for a region, by its part of the world ("cn-..." has another domain).
QUrl amazonEndpoint(const QString &region);

} // namespace sealift
