#include "base/canonical_json.h"

#include "base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace sealift {

namespace {

constexpr qint64 kLargestExact = qint64{1} << 53;

Error noCanonicalForm(const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("no canonical JSON: %1").arg(why)};
}

/// ECMAScript's Number::toString (ECMA-262, section 6.1.6.1.20) for radix 10.
Result<QByteArray> numberText(double number)
{
    if (!std::isfinite(number))
        return fail(noCanonicalForm(QStringLiteral("a number is not finite")));
    if (number == 0)
        return QByteArray("0"); // minus zero, too
    std::array<char, 32> text{};
    // The shortest digits that read back as this number, and of those the closest: "d.ddde[+-]xx".
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), std::abs(number), std::chars_format::scientific);
    const std::string_view written(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    const auto mark = written.find('e');
    std::string digits(written.substr(0, mark));
    digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
    const int exponent = std::stoi(std::string(written.substr(mark + 1)));

    const int count = static_cast<int>(digits.size()); // k in the standard
    const int point = exponent + 1;                    // n in the standard: digits before the decimal point
    std::string result = number < 0 ? "-" : "";
    if (count <= point && point <= 21) {
        result += digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        result +=
            digits.substr(0, static_cast<std::size_t>(point)) + '.' + digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        result += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        result += digits.substr(0, 1);
        if (count > 1)
            result += '.' + digits.substr(1);
        result += exponent < 0 ? "e-" : "e+";
        result += std::to_string(std::abs(exponent));
    }
    return QByteArray::fromStdString(result);
}

/// The two-character form of what has one (RFC 8785, section 3.2.2.2), or 0.
char shortEscape(char16_t unit)
{
    switch (unit) {
    case u'\b':
        return 'b';
    case u'\t':
        return 't';
    case u'\n':
        return 'n';
    case u'\f':
        return 'f';
    case u'\r':
        return 'r';
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    default:
        return 0;
    }
}

Status appendString(QByteArray &to, const QString &string)
{
    if (!string.isValidUtf16())
        return fail(noCanonicalForm(QStringLiteral("a string holds half of a surrogate pair")));
    constexpr char16_t kFirstPlain = 0x20;
    const auto isPlain = [](QChar unit) { return unit.unicode() >= kFirstPlain && shortEscape(unit.unicode()) == 0; };
    to += '"';
    for (auto rest = QStringView(string); !rest.isEmpty();) {
        const auto plain = std::find_if_not(rest.begin(), rest.end(), isPlain) - rest.begin();
        to += rest.first(plain).toUtf8();
        rest = rest.sliced(plain);
        if (rest.isEmpty())
            break;
        const char16_t unit = rest.front().unicode();
        if (const char escape = shortEscape(unit); escape != 0)
            to += QByteArray("\\") + escape;
        else
            to += "\\u" + QByteArray::number(static_cast<uint>(unit), 16).rightJustified(4, '0');
        rest = rest.sliced(1);
    }
    to += '"';
    return {};
}

Status appendValue(QByteArray &to, const QJsonValue &value);

Status appendNumber(QByteArray &to, const QJsonValue &value)
{
    // Qt keeps whole numbers as such; a double would round a large one silently.
    const auto whole = value.toInteger();
    const bool isWhole = value == QJsonValue(whole);
    if (isWhole && (whole > kLargestExact || whole < -kLargestExact))
        return fail(noCanonicalForm(QStringLiteral("the number %1 is beyond 2^53").arg(whole)));
    SEALIFT_ASSIGN(const auto text, numberText(value.toDouble()));
    to += text;
    return {};
}

Status appendArray(QByteArray &to, const QJsonArray &array)
{
    to += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            to += ',';
        SEALIFT_TRY(appendValue(to, array.at(i)));
    }
    to += ']';
    return {};
}

Status appendObject(QByteArray &to, const QJsonObject &object)
{
    auto names = object.keys();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
    });
    to += '{';
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (i > 0)
            to += ',';
        SEALIFT_TRY(appendString(to, names.at(i)));
        to += ':';
        SEALIFT_TRY(appendValue(to, object.value(names.at(i))));
    }
    to += '}';
    return {};
}

Status appendValue(QByteArray &to, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        to += "null";
        return {};
    case QJsonValue::Bool:
        to += value.toBool() ? "true" : "false";
        return {};
    case QJsonValue::Double:
        return appendNumber(to, value);
    case QJsonValue::String:
        return appendString(to, value.toString());
    case QJsonValue::Array:
        return appendArray(to, value.toArray());
    case QJsonValue::Object:
        return appendObject(to, value.toObject());
    case QJsonValue::Undefined:
        break;
    }
    return fail(noCanonicalForm(QStringLiteral("a value is undefined")));
}

} // namespace

Result<QByteArray> canonicalJson(const QJsonValue &value)
{
    QByteArray text;
    SEALIFT_TRY(appendValue(text, value));
    return text;
}

Result<QJsonObject> parseCanonicalJson(const QByteArray &text, const QString &where)
{
    SEALIFT_ASSIGN(auto object, parseJsonObject(text, where));
    const auto canonical = canonicalJson(object);
    if (!canonical || *canonical != text)
        return fail(
            Error(ErrorCode::Corrupt,
                  QStringLiteral("%1 is not in the canonical form of JSON (RFC 8785): it was changed").arg(where)));
    return object;
}

} // namespace sealift
