#include "storage/s3/bucket_setup.h"

#include "storage/s3/s3_bucket_answers.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QXmlStreamWriter>

#include <functional>
#include <optional>

namespace sealift {

namespace {

constexpr auto kNamespace = "http://s3.amazonaws.com/doc/2006-03-01/";
const QByteArray kLifecycleEnd = "</LifecycleConfiguration>";

/// A document with that root.
QByteArray documentOf(const char *root, const std::function<void(QXmlStreamWriter &)> &fill)
{
    QByteArray document;
    QXmlStreamWriter xml(&document);
    xml.writeStartElement(QLatin1String(root));
    xml.writeDefaultNamespace(QLatin1String(kNamespace));
    fill(xml);
    xml.writeEndElement();
    return document;
}

void writeField(QXmlStreamWriter &xml, const char *name, const QString &text)
{
    xml.writeTextElement(QLatin1String(name), text);
}

void writeUploadRule(QXmlStreamWriter &xml, const QString &prefix)
{
    xml.writeStartElement(QStringLiteral("Rule"));
    writeField(xml, "ID", QStringLiteral("sealift-end-unfinished-uploads"));
    xml.writeStartElement(QStringLiteral("Filter"));
    writeField(xml, "Prefix", prefix);
    xml.writeEndElement();
    writeField(xml, "Status", QStringLiteral("Enabled"));
    xml.writeStartElement(QStringLiteral("AbortIncompleteMultipartUpload"));
    writeField(xml, "DaysAfterInitiation", QStringLiteral("1"));
    xml.writeEndElement();
    xml.writeEndElement();
}

bool isNotThere(const Error &error)
{
    return factOf(error, kHttpStatusFact) == QLatin1String("404");
}

} // namespace

BucketSetup::BucketSetup(std::shared_ptr<S3Connection> connection)
    : m_connection(std::move(connection))
    , m_root(m_connection->location().prefix.isEmpty() ? QString() : m_connection->location().prefix + QLatin1Char('/'))
{
}

Result<std::optional<QByteArray>> BucketSetup::setting(const char *name, const std::stop_token &stop)
{
    auto answer = m_connection->send({.query = {{name, ""}}}, stop);
    if (answer)
        return std::optional(std::move(answer->body));
    if (isNotThere(answer.error()))
        return std::optional<QByteArray>();
    return fail(std::move(answer).error());
}

Status BucketSetup::put(const char *name, const QByteArray &document, const std::stop_token &stop)
{
    const ByteView body[]{viewOf(document)};
    const auto md5 = QCryptographicHash::hash(document, QCryptographicHash::Md5).toBase64();
    return m_connection
        ->send({.method = "PUT", .query = {{name, ""}}, .headers = {{"Content-MD5", md5}}, .body = body}, stop)
        .map([](const HttpResponse &) {});
}

Result<bool> BucketSetup::exists(const std::stop_token &stop)
{
    const auto answer = m_connection->send({.method = "HEAD"}, stop);
    if (!answer && isNotThere(answer.error()))
        return false;
    if (!answer)
        return fail(answer.error());
    return true;
}

Status BucketSetup::create(const QString &region, const std::stop_token &stop)
{
    QByteArray document;
    // The first region is the one that is not named.
    if (region != QLatin1String("us-east-1"))
        document = documentOf("CreateBucketConfiguration",
                              [&](QXmlStreamWriter &xml) { writeField(xml, "LocationConstraint", region); });
    const ByteView body[]{viewOf(document)};
    return m_connection->send({.method = "PUT", .body = body}, stop).map([](const HttpResponse &) {});
}

Result<bool> BucketSetup::encrypts(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto document, setting("encryption", stop));
    return document ? readEncryption(*document) : Result<bool>(false);
}

Status BucketSetup::setEncryption(const QString &kmsKey, const std::stop_token &stop)
{
    const auto document = documentOf("ServerSideEncryptionConfiguration", [&](QXmlStreamWriter &xml) {
        xml.writeStartElement(QStringLiteral("Rule"));
        xml.writeStartElement(QStringLiteral("ApplyServerSideEncryptionByDefault"));
        writeField(xml, "SSEAlgorithm", kmsKey.isEmpty() ? QStringLiteral("AES256") : QStringLiteral("aws:kms"));
        if (!kmsKey.isEmpty())
            writeField(xml, "KMSMasterKeyID", kmsKey);
        xml.writeEndElement();
        xml.writeEndElement();
    });
    return put("encryption", document, stop);
}

Result<bool> BucketSetup::blocksPublic(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto document, setting("publicAccessBlock", stop));
    if (!document)
        return false;
    SEALIFT_ASSIGN(const auto block, readPublicAccessBlock(*document));
    return block.ignoresLists && block.restrictsPolicy;
}

Status BucketSetup::blockPublic(const std::stop_token &stop)
{
    const auto document = documentOf("PublicAccessBlockConfiguration", [](QXmlStreamWriter &xml) {
        for (const auto *name : {"BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"})
            writeField(xml, name, QStringLiteral("true"));
    });
    return put("publicAccessBlock", document, stop);
}

Result<bool> BucketSetup::endsUploads(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto document, setting("lifecycle", stop));
    if (!document)
        return false;
    SEALIFT_ASSIGN(const auto effects, readLifecycle(*document, m_root));
    return effects.endsUploads;
}

Status BucketSetup::endUploads(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto there, setting("lifecycle", stop));
    auto document =
        documentOf("LifecycleConfiguration", [this](QXmlStreamWriter &xml) { writeUploadRule(xml, m_root); });
    if (there) {
        QByteArray rule;
        QXmlStreamWriter xml(&rule);
        writeUploadRule(xml, m_root);
        document = *there;
        const auto end = document.lastIndexOf(kLifecycleEnd);
        if (end < 0)
            return fail(Error(
                ErrorCode::Unsupported,
                QStringLiteral("the lifecycle rules of %1 cannot be added to").arg(m_connection->location().text()),
                QStringLiteral("Add a rule that ends unfinished uploads yourself.")));
        document.insert(end, rule);
    }
    return put("lifecycle", document, stop);
}

Result<QJsonObject> BucketSetup::policy(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto document, setting("policy", stop));
    return document ? QJsonDocument::fromJson(*document).object() : QJsonObject();
}

Status BucketSetup::setPolicy(const QJsonObject &policy, const std::stop_token &stop)
{
    return put("policy", QJsonDocument(policy).toJson(QJsonDocument::Compact), stop);
}

} // namespace sealift
