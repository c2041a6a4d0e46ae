#include "storage/s3/s3_answers.h"

#include <QUrl>
#include <QXmlStreamReader>

namespace sealift {

namespace {

Error notUnderstood(const QString &what)
{
    return {ErrorCode::Corrupt, QStringLiteral("the service's answer is not what it should be: %1").arg(what),
            QStringLiteral("Check that the location is that of an S3-compatible service.")};
}

/// Walks an answer's elements in order: each with its path below the root ("Contents/Key") and text, as it ends.
class AnswerReader
{
public:
    explicit AnswerReader(const QByteArray &xml)
        : m_xml(xml)
    {
        m_xml.setEntityExpansionLimit(16);
    }

    /// The root's name; empty where there is none.
    QString root()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD)
                break;
            if (token == QXmlStreamReader::StartElement)
                return m_xml.name().toString();
        }
        return {};
    }

    /// Goes on to the end of the next element; false at the end of the document or where it is broken.
    bool next()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                m_xml.raiseError(QStringLiteral("document type"));
                break;
            case QXmlStreamReader::StartElement:
                m_path.append(m_xml.name().toString());
                m_text.clear();
                break;
            case QXmlStreamReader::Characters:
                m_text += m_xml.text();
                break;
            case QXmlStreamReader::EndElement:
                if (m_path.isEmpty())
                    return false;
                path = m_path.join(QLatin1Char('/'));
                text = m_text;
                m_text.clear();
                m_path.removeLast();
                return true;
            default:
                break;
            }
        }
        return false;
    }

    /// OK where all was read and well-formed.
    Status finish() const
    {
        if (m_xml.hasError())
            return fail(notUnderstood(QStringLiteral("broken XML")));
        return {};
    }

    QString path;
    QString text;

private:
    QXmlStreamReader m_xml;
    QStringList m_path;
    QString m_text;
};

/// Opens an answer that must have a certain root.
Status expectRoot(AnswerReader &reader, const QString &name)
{
    if (reader.root() != name)
        return fail(notUnderstood(QStringLiteral("no %1").arg(name)));
    return {};
}

QString decoded(const QString &text, bool encoded)
{
    return encoded ? QUrl::fromPercentEncoding(text.toUtf8()) : text;
}

} // namespace

Result<S3ObjectPage> readObjectPage(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(expectRoot(reader, QStringLiteral("ListBucketResult")));
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
                return fail(notUnderstood(QStringLiteral("an object without a size")));
        } else if (reader.path == QLatin1String("Contents")) {
            page.objects.push_back(std::exchange(object, {}));
        }
    }
    SEALIFT_TRY(reader.finish());
    if (truncated == page.next.isEmpty())
        return fail(notUnderstood(QStringLiteral("a list that neither ends nor goes on")));
    // The encoding is told after the objects by some services.
    for (auto &each : page.objects)
        each.key = decoded(each.key, encoded);
    return page;
}

Result<S3UploadPage> readUploadPage(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(expectRoot(reader, QStringLiteral("ListMultipartUploadsResult")));
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
        return fail(notUnderstood(QStringLiteral("a list that neither ends nor goes on")));
    }
    return page;
}

Result<QString> readUploadId(const QByteArray &xml)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(expectRoot(reader, QStringLiteral("InitiateMultipartUploadResult")));
    QString id;
    while (reader.next()) {
        if (reader.path == QLatin1String("UploadId"))
            id = reader.text;
    }
    SEALIFT_TRY(reader.finish());
    if (id.isEmpty())
        return fail(notUnderstood(QStringLiteral("an upload without an id")));
    return id;
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
    SEALIFT_TRY(expectRoot(reader, QStringLiteral("DeleteResult")));
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
