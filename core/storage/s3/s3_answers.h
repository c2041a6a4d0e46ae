#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace sealift {

/// What S3 answers in XML. Source: Amazon S3 API Reference, "ListObjectsV2", "ListMultipartUploads",
/// "ListParts", "ListObjectVersions", "CreateMultipartUpload", "CompleteMultipartUpload", "DeleteObjects", "Error
/// responses". All readers: Corrupt where it is not that document; entities and document types are refused.

struct S3Object {
    QString key;
    qint64 size = 0;
};

struct S3ObjectPage {
    std::vector<S3Object> objects;
    QString next; ///< continuation token; empty on the last page
};

struct S3Upload {
    QString key;
    QString id;
    QDateTime initiated;
};

struct S3UploadPage {
    std::vector<S3Upload> uploads;
    QString nextKey; ///< empty on the last page
    QString nextId;
};

/// A part of an upload that has arrived.
struct S3Part {
    int number = 0;
    qint64 size = 0;
    QByteArray tag; ///< as the service writes it, in quotes
};

struct S3PartPage {
    std::vector<S3Part> parts;
    int next = 0; ///< the last number of this page; 0 on the last one
};

/// A version of an object, or the mark that it was deleted.
struct S3Version {
    QString key;
    QString id; ///< "null" where versions are not kept
    bool isMark = false;
};

struct S3VersionPage {
    std::vector<S3Version> versions;
    QString nextKey; ///< empty on the last page
    QString nextId;
};

/// The body of a failure; all empty where it is none.
struct S3ErrorBody {
    QString code;
    QString message;
    QString region; ///< where the bucket is, said by some errors
};

Result<S3ObjectPage> readObjectPage(const QByteArray &xml);
Result<S3UploadPage> readUploadPage(const QByteArray &xml);
Result<QString> readUploadId(const QByteArray &xml);
Result<S3PartPage> readPartPage(const QByteArray &xml);
Result<S3VersionPage> readVersionPage(const QByteArray &xml);
S3ErrorBody readErrorBody(const QByteArray &xml);
/// The errors of a DeleteObjects answer: code and key of each object that was not removed.
Result<std::vector<std::pair<QString, QString>>> readDeleteFailures(const QByteArray &xml);

} // namespace sealift
