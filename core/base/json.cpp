#include "base/json.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <limits>

namespace sealift {

Result<QJsonObject> parseJsonObject(const QByteArray &text, const QString &where)
{
    QJsonParseError problem{};
    const auto document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is not valid JSON: %2 at byte %3")
                                                  .arg(where, problem.errorString(), QString::number(problem.offset))));
    if (!document.isObject())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is not a JSON object").arg(where)));
    return document.object();
}

JsonFields::JsonFields(QJsonObject object, QString where)
    : m_object(std::move(object))
    , m_where(std::move(where))
{
}

Error JsonFields::wrong(const QString &field, const QString &expected) const
{
    const auto state =
        m_object.contains(field) ? QStringLiteral("is not %1").arg(expected) : QStringLiteral("is missing");
    return {ErrorCode::Corrupt, QStringLiteral("%1: field \"%2\" %3").arg(m_where, field, state)};
}

Result<QString> JsonFields::string(const QString &field) const
{
    const auto value = m_object.value(field);
    if (!value.isString())
        return fail(wrong(field, QStringLiteral("a string")));
    return value.toString();
}

Result<qint64> JsonFields::integer(const QString &field) const
{
    const auto value = m_object.value(field);
    constexpr qint64 kNone = std::numeric_limits<qint64>::min();
    const auto number = value.toInteger(kNone);
    if (!value.isDouble() || number == kNone)
        return fail(wrong(field, QStringLiteral("a whole number")));
    return number;
}

Result<bool> JsonFields::boolean(const QString &field) const
{
    const auto value = m_object.value(field);
    if (!value.isBool())
        return fail(wrong(field, QStringLiteral("true or false")));
    return value.toBool();
}

Result<QDateTime> JsonFields::time(const QString &field) const
{
    SEALIFT_ASSIGN(const auto text, string(field));
    // Qt also takes dates alone and local times, neither of which names a moment, and rounds fractions up.
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,3})?\\d*([Zz]|[+-]\\d\\d:\\d\\d)\\z"));
    const auto match = form.match(text);
    const auto time = QDateTime::fromString(
        match.captured(1).toUpper() + match.captured(2) + match.captured(3).toUpper(), Qt::ISODateWithMs);
    if (!match.hasMatch() || !time.isValid())
        return fail(wrong(field, QStringLiteral("a time (RFC 3339)")));
    return time;
}

Result<QByteArray> JsonFields::base64(const QString &field) const
{
    SEALIFT_ASSIGN(const auto text, string(field));
    auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || text.size() % 4 != 0) // Qt does not ask for the padding.
        return fail(wrong(field, QStringLiteral("base64")));
    return std::move(decoded.decoded);
}

Result<QJsonArray> JsonFields::array(const QString &field) const
{
    const auto value = m_object.value(field);
    if (!value.isArray())
        return fail(wrong(field, QStringLiteral("a list")));
    return value.toArray();
}

Result<JsonFields> JsonFields::object(const QString &field) const
{
    const auto value = m_object.value(field);
    if (!value.isObject())
        return fail(wrong(field, QStringLiteral("an object")));
    return JsonFields(value.toObject(), QStringLiteral("%1: %2").arg(m_where, field));
}

Result<QStringList> JsonFields::optionalStrings(const QString &field) const
{
    QStringList strings;
    if (!m_object.contains(field) || m_object.value(field).isNull())
        return strings;
    SEALIFT_ASSIGN(const auto values, array(field));
    for (const auto &value : values) {
        if (!value.isString())
            return fail(wrong(field, QStringLiteral("a list of strings")));
        strings.append(value.toString());
    }
    return strings;
}

Result<QString> JsonFields::optionalString(const QString &field) const
{
    if (!m_object.contains(field) || m_object.value(field).isNull())
        return QString();
    return string(field);
}

QString toRfc3339(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + QLatin1Char('Z');
}

} // namespace sealift
