#include "aws/sts_answer.h"

#include "aws/secret_json.h"

#include <QXmlStreamReader>

namespace sealift {

namespace {

constexpr int kMaxDepth = 16;
constexpr qsizetype kMaxText = 16 * 1024;

QCA::SecureArray secretOf(const QString &text)
{
    return QCA::SecureArray(text.toUtf8());
}

Error broken(const QString &what)
{
    return {ErrorCode::Corrupt, QStringLiteral("the answer of STS %1").arg(what),
            QStringLiteral("Check that the endpoint is one of the Security Token Service.")};
}

Status takeField(StsAnswer &answer, const QString &name, const QString &text)
{
    if (name == QLatin1String("AccessKeyId")) {
        answer.credentials.accessKey = text;
    } else if (name == QLatin1String("SecretAccessKey")) {
        answer.credentials.secret = secretOf(text);
    } else if (name == QLatin1String("SessionToken")) {
        answer.credentials.sessionToken = secretOf(text);
    } else if (name == QLatin1String("Expiration")) {
        answer.credentials.expires = awsTime(text);
        if (!answer.credentials.expires)
            return fail(broken(QStringLiteral("has an Expiration that is no time")));
    } else if (name == QLatin1String("Account")) {
        answer.account = text;
    } else if (name == QLatin1String("Arn")) {
        answer.arn = text;
    } else if (name == QLatin1String("UserId")) {
        answer.userId = text;
    } else if (name == QLatin1String("Code")) {
        answer.errorCode = text;
    } else if (name == QLatin1String("Message")) {
        answer.message = text;
    }
    return {};
}

} // namespace

Result<StsAnswer> parseStsAnswer(ByteView xml)
{
    QXmlStreamReader reader(
        QByteArray::fromRawData(reinterpret_cast<const char *>(xml.data()), static_cast<qsizetype>(xml.size())));
    reader.setEntityExpansionLimit(0);
    StsAnswer answer;
    QString text; // of the innermost element so far
    int depth = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return fail(broken(QStringLiteral("has a document type, which no answer has")));
        case QXmlStreamReader::StartElement:
            text.clear();
            if (++depth > kMaxDepth)
                return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("the answer of STS is nested too deeply")));
            break;
        case QXmlStreamReader::Characters:
            if (text.size() + reader.text().size() > kMaxText)
                return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("the answer of STS has a field that is too "
                                                                           "long")));
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            SEALIFT_TRY(takeField(answer, reader.name().toString(), text.trimmed()));
            text.fill(QLatin1Char(' ')); // it may have been a secret
            text.clear();
            --depth;
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        return fail(broken(QStringLiteral("is no XML")));
    return answer;
}

} // namespace sealift
