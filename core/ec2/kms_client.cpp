#include "ec2/kms_client.h"

#include "base/json.h"

#include <QJsonDocument>

namespace sealift {

QString KmsKeyFacts::trouble() const
{
    if (state != QLatin1String("Enabled"))
        return QStringLiteral("%1 is %2").arg(arn, state);
    if (spec != QLatin1String("SYMMETRIC_DEFAULT") || usage != QLatin1String("ENCRYPT_DECRYPT"))
        return QStringLiteral("%1 is of another kind (%2, %3): EBS needs a symmetric one").arg(arn, spec, usage);
    return {};
}

Result<KmsKeyFacts> KmsClient::describe(const QString &key, const std::stop_token &stop)
{
    const auto body = QJsonDocument(QJsonObject{{QStringLiteral("KeyId"), key}}).toJson(QJsonDocument::Compact);
    const ByteView parts[]{viewOf(body)};
    ServiceCall call;
    call.action = QStringLiteral("kms:DescribeKey");
    call.what = QStringLiteral("the key %1").arg(key);
    call.headers = {{"Content-Type", "application/x-amz-json-1.1"}, {"X-Amz-Target", "TrentService.DescribeKey"}};
    call.body = parts;
    auto answer = m_connection.send(call, stop);
    if (!answer && serviceCodeOf(answer.error()) == QLatin1String("NotFoundException"))
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("there is no KMS key %1 in %2").arg(key, m_connection.endpoint().region),
                          QStringLiteral("Check --kms-key: a key belongs to one region.")));
    if (!answer)
        return fail(std::move(answer).error());
    const auto where = QStringLiteral("the answer to %1").arg(call.action);
    SEALIFT_ASSIGN(const auto object, parseJsonObject(answer->body, where));
    SEALIFT_ASSIGN(const auto fields, JsonFields(object, where).object(QStringLiteral("KeyMetadata")));
    KmsKeyFacts facts;
    SEALIFT_ASSIGN(facts.arn, fields.string(QStringLiteral("Arn")));
    SEALIFT_ASSIGN(facts.state, fields.string(QStringLiteral("KeyState")));
    SEALIFT_ASSIGN(facts.spec, fields.optionalString(QStringLiteral("KeySpec")));
    SEALIFT_ASSIGN(facts.usage, fields.optionalString(QStringLiteral("KeyUsage")));
    return facts;
}

} // namespace sealift
