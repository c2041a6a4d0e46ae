#include "storage/s3/s3_answers.h"

#include "storage/s3/answer_reader.h"

#include <QUrl>

namespace sealift {

namespace {

QString decoded(const QString &text, bool encoded)
{
    return encoded ? QUrl::fromPercentEncoding(text.toUtf8()) : text;
}

} // namespace

Result<S3ObjectPage> readObjectPage(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("ListBucketResult")));
    S3ObjectPage page;
    S3Object object;
    bool encoded = false;
    bool truncated = false;
    while (reader.next()) {
        if (reader.path == QLatin1String("EncodingType")) {
            encoded = reader.text == QLatin1String("url");
        } else if (reader.path == QLatin1String("IsTruncated")) {
            truncated = reader.text == QLatin1String("true");
        } else if (reader.path == QLatin1String("NextContinuationToken")) {
            page.next = reader.text;
        } else if (reader.path == QLatin1String("Contents/Key")) {
            object.key = reader.text;
        } else if (reader.path == QLatin1String("Contents/Size")) {
            bool good = false;
            object.size = reader.text.toLongLong(&good);
            if (!good || object.size < 0)
                return fail(answerNotUnderstood(QStringLiteral("an object without a size")));
        } else if (reader.path == QLatin1String("Contents")) {
            page.objects.push_back(std::exchange(object, {}));
        }
    }
    SEALIFT_TRY(reader.finish());
    if (truncated == page.next.isEmpty())
        return fail(answerNotUnderstood(QStringLiteral("a list that neither ends nor goes on")));
    // The encoding is told after the objects by some services.
    for (auto &each : page.objects)
        each.key = decoded(each.key, encoded);
    return page;
}

Result<S3UploadPage> readUploadPage(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("ListMultipartUploadsResult")));
    S3UploadPage page;
    S3Upload upload;
    bool truncated = false;
    while (reader.next()) {
        if (reader.path == QLatin1String("IsTruncated"))
            truncated = reader.text == QLatin1String("true");
        else if (reader.path == QLatin1String("NextKeyMarker"))
            page.nextKey = reader.text;
        else if (reader.path == QLatin1String("NextUploadIdMarker"))
            page.nextId = reader.text;
        else if (reader.path == QLatin1String("Upload/Key"))
            upload.key = reader.text;
        else if (reader.path == QLatin1String("Upload/UploadId"))
            upload.id = reader.text;
        else if (reader.path == QLatin1String("Upload/Initiated"))
            upload.initiated = QDateTime::fromString(reader.text, Qt::ISODateWithMs);
        else if (reader.path == QLatin1String("Upload"))
            page.uploads.push_back(std::exchange(upload, {}));
    }
    SEALIFT_TRY(reader.finish());
    if (!truncated) {
        page.nextKey.clear();
        page.nextId.clear();
    } else if (page.nextKey.isEmpty()) {
        return fail(answerNotUnderstood(QStringLiteral("a list that neither ends nor goes on")));
    }
    return page;
}

Result<QString> readUploadId(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("InitiateMultipartUploadResult")));
    QString id;
    while (reader.next()) {
        if (reader.path == QLatin1String("UploadId"))
            id = reader.text;
    }
    SEALIFT_TRY(reader.finish());
    if (id.isEmpty())
        return fail(answerNotUnderstood(QStringLiteral("an upload without an id")));
    return id;
}

Result<S3PartPage> readPartPage(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("ListPartsResult")));
    S3PartPage page;
    S3Part part;
    bool truncated = false;
    while (reader.next()) {
        if (reader.path == QLatin1String("IsTruncated"))
            truncated = reader.text == QLatin1String("true");
        else if (reader.path == QLatin1String("NextPartNumberMarker"))
            page.next = reader.text.toInt();
        else if (reader.path == QLatin1String("Part/PartNumber"))
            part.number = reader.text.toInt();
        else if (reader.path == QLatin1String("Part/ETag"))
            part.tag = reader.text.toLatin1();
        else if (reader.path == QLatin1String("Part/Size"))
            part.size = reader.text.toLongLong();
        else if (reader.path == QLatin1String("Part"))
            page.parts.push_back(std::exchange(part, {}));
    }
    SEALIFT_TRY(reader.finish());
    if (!truncated)
        page.next = 0;
    else if (page.next <= 0)
        return fail(answerNotUnderstood(QStringLiteral("a list that neither ends nor goes on")));
    return page;
}

Result<S3VersionPage> readVersionPage(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("ListVersionsResult")));
    S3VersionPage page;
    S3Version version;
    bool truncated = false;
    while (reader.next()) {
        const auto element = reader.path.section(QLatin1Char('/'), 0, 0);
        const bool isMark = element == QLatin1String("DeleteMarker");
        if (reader.path == QLatin1String("IsTruncated")) {
            truncated = reader.text == QLatin1String("true");
        } else if (reader.path == QLatin1String("NextKeyMarker")) {
            page.nextKey = reader.text;
        } else if (reader.path == QLatin1String("NextVersionIdMarker")) {
            page.nextId = reader.text;
        } else if (isMark || element == QLatin1String("Version")) {
            const auto field = reader.path.section(QLatin1Char('/'), 1);
            if (field == QLatin1String("Key")) {
                version.key = reader.text;
            } else if (field == QLatin1String("VersionId")) {
                version.id = reader.text;
            } else if (field.isEmpty()) {
                version.isMark = isMark;
                page.versions.push_back(std::exchange(version, {}));
            }
        }
    }
    SEALIFT_TRY(reader.finish());
    if (!truncated) {
        page.nextKey.clear();
        page.nextId.clear();
    } else if (page.nextKey.isEmpty()) {
        return fail(answerNotUnderstood(QStringLiteral("a list that neither ends nor goes on")));
    }
    return page;
}

S3ErrorBody readErrorBody(const QByteArray &xml)
{
    AnswerReader reader(xml);
    S3ErrorBody body;
    if (reader.root() != QLatin1String("Error"))
        return body;
    while (reader.next()) {
        if (reader.path == QLatin1String("Code"))
            body.code = reader.text.left(100);
        else if (reader.path == QLatin1String("Message"))
            body.message = reader.text.left(300).simplified();
        else if (reader.path == QLatin1String("Region"))
            body.region = reader.text.left(100);
    }
    return body;
}

Result<std::vector<std::pair<QString, QString>>> readDeleteFailures(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("DeleteResult")));
    std::vector<std::pair<QString, QString>> failures;
    std::pair<QString, QString> one;
    while (reader.next()) {
        if (reader.path == QLatin1String("Error/Code"))
            one.first = reader.text.left(100);
        else if (reader.path == QLatin1String("Error/Key"))
            one.second = reader.text;
        else if (reader.path == QLatin1String("Error"))
            failures.push_back(std::exchange(one, {}));
    }
    SEALIFT_TRY(reader.finish());
    return failures;
}

} // namespace sealift
