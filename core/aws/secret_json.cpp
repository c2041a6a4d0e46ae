#include "aws/secret_json.h"

#include <QRegularExpression>

#include <algorithm>

#include <rapidjson/document.h>

namespace sealift {

class SecretJson::Private
{
public:
    Error wrong(const char *field, const QString &expected) const
    {
        return {ErrorCode::Corrupt,
                QStringLiteral("%1: \"%2\" is %3").arg(where, QString::fromLatin1(field), expected)};
    }

    /// Null where the field is missing or null.
    const rapidjson::Value *find(const char *field) const
    {
        const auto found = object->FindMember(field);
        return found == object->MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
    }

    QCA::SecureArray bytes; // the document's strings lie in it
    rapidjson::Document document;
    const rapidjson::Value *object = nullptr;
    QString where;
};

SecretJson::SecretJson()
    : d(std::make_unique<Private>())
{
}

SecretJson::~SecretJson() = default;
SecretJson::SecretJson(SecretJson &&) noexcept = default;
SecretJson &SecretJson::operator=(SecretJson &&) noexcept = default;

Result<SecretJson> SecretJson::parse(QCA::SecureArray text, const QString &where)
{
    SecretJson json;
    json.d->where = where;
    json.d->bytes = std::move(text);
    json.d->bytes.resize(json.d->bytes.size() + 1); // the parser wants a zero at the end
    json.d->bytes[json.d->bytes.size() - 1] = '\0';
    // Without recursion: an answer of a thousand brackets must not use up the stack.
    constexpr unsigned kFlags =
        rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    json.d->document.ParseInsitu<kFlags>(json.d->bytes.data());
    if (json.d->document.HasParseError() || !json.d->document.IsObject())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is no JSON object").arg(where)));
    json.d->object = &json.d->document;
    return json;
}

Result<QCA::SecureArray> SecretJson::optionalSecret(const char *field) const
{
    const auto *value = d->find(field);
    if (value == nullptr)
        return QCA::SecureArray();
    if (!value->IsString())
        return fail(d->wrong(field, QStringLiteral("no text")));
    QCA::SecureArray bytes(static_cast<int>(value->GetStringLength()));
    std::copy_n(value->GetString(), value->GetStringLength(), bytes.data());
    return bytes;
}

Result<QCA::SecureArray> SecretJson::secret(const char *field) const
{
    SEALIFT_ASSIGN(auto bytes, optionalSecret(field));
    if (bytes.isEmpty())
        return fail(d->wrong(field, QStringLiteral("missing or empty")));
    return bytes;
}

Result<QString> SecretJson::optionalText(const char *field) const
{
    const auto *value = d->find(field);
    if (value == nullptr)
        return QString();
    if (!value->IsString())
        return fail(d->wrong(field, QStringLiteral("no text")));
    return QString::fromUtf8(value->GetString(), static_cast<qsizetype>(value->GetStringLength()));
}

Result<QString> SecretJson::text(const char *field) const
{
    SEALIFT_ASSIGN(auto text, optionalText(field));
    if (text.isEmpty())
        return fail(d->wrong(field, QStringLiteral("missing or empty")));
    return text;
}

Result<qint64> SecretJson::integer(const char *field) const
{
    const auto *value = d->find(field);
    if (value == nullptr || !value->IsInt64())
        return fail(d->wrong(field, QStringLiteral("missing or no whole number")));
    return value->GetInt64();
}

Result<std::optional<QDateTime>> SecretJson::optionalTime(const char *field) const
{
    SEALIFT_ASSIGN(const auto text, optionalText(field));
    if (text.isEmpty())
        return std::nullopt;
    const auto time = awsTime(text);
    if (!time)
        return fail(d->wrong(field, QStringLiteral("no time")));
    return time;
}

Status SecretJson::enter(const char *field)
{
    const auto *value = d->find(field);
    if (value == nullptr || !value->IsObject())
        return fail(d->wrong(field, QStringLiteral("missing or no object")));
    d->object = value;
    return {};
}

std::optional<QDateTime> awsTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?\\s*(Z|UTC|[+-]\\d\\d:?\\d\\d)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    auto offset = match.captured(3);
    if (offset.isEmpty() || offset == QLatin1String("UTC"))
        offset = QStringLiteral("Z");
    else if (offset.size() == 5)
        offset.insert(3, QLatin1Char(':'));
    const auto time =
        QDateTime::fromString(match.captured(1) + QLatin1Char('T') + match.captured(2) + offset, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    return time.toUTC();
}

} // namespace sealift
