#include "base/url_mask.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr QStringView kMask = u"***";

/// Where a URL ends in a sentence.
bool endsUrl(QChar c)
{
    return c.isSpace() || c.unicode() < 0x20 || c == u'"' || c == u'<' || c == u'>' || c == u'`';
}

bool endsAuthority(QChar c)
{
    return c == u'/' || c == u'?' || c == u'#' || c == u'\\';
}

bool endsValue(QChar c)
{
    return endsUrl(c) || c == u'&' || c == u'#' || c == u';' || c == u'\'';
}

bool beginsParameter(QChar c)
{
    return c == u'?' || c == u'&' || c == u'#' || c == u';';
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qsizetype endOf(const QString &text, qsizetype from, bool (*ends)(QChar))
{
    while (from < text.size() && !ends(text[from]))
        ++from;
    return from;
}

/// Where the user info that begins at `from` ends: the place of its "@"; -1 where there is none.
qsizetype endOfUserInfo(const QString &text, qsizetype from)
{
    const auto urlEnd = endOf(text, from, endsUrl);
    auto authorityEnd = from;
    while (authorityEnd < urlEnd && !endsAuthority(text[authorityEnd]))
        ++authorityEnd;
    const auto lastAt = [&text, from](qsizetype end) {
        return end > from ? QStringView(text).mid(from, end - from).lastIndexOf(u'@') : -1;
    };
    if (const auto at = lastAt(authorityEnd); at >= 0)
        return from + at;
    // A password with a slash in it that nobody encoded: "ann:p/w@host". What has a port there is a host.
    const auto authority = QStringView(text).mid(from, authorityEnd - from);
    const auto colon = authority.lastIndexOf(u':');
    if (colon < 0 || authority.startsWith(u'[') || isDigits(authority.mid(colon + 1)))
        return -1;
    const auto at = lastAt(urlEnd);
    return at < 0 ? -1 : from + at;
}

QString withoutUserInfo(const QString &text)
{
    const QString mark = QStringLiteral("//");
    QString masked;
    qsizetype done = 0;
    for (auto found = text.indexOf(mark); found >= 0; found = text.indexOf(mark, std::max(found + 1, done))) {
        const auto begin = found + mark.size();
        const auto at = endOfUserInfo(text, begin);
        if (at <= begin)
            continue;
        masked += QStringView(text).mid(done, begin - done);
        masked += kMask;
        done = at;
    }
    masked += QStringView(text).mid(done);
    return masked;
}

QString withoutSecretValues(const QString &text)
{
    QString masked;
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!beginsParameter(text[i]))
            continue;
        auto equals = i + 1;
        while (equals < text.size() && text[equals] != u'=' && !endsValue(text[equals]) && text[equals] != u'?')
            ++equals;
        if (equals >= text.size() || text[equals] != u'=')
            continue;
        if (!isSecretParameter(QStringView(text).mid(i + 1, equals - i - 1)))
            continue;
        const auto end = endOf(text, equals + 1, endsValue);
        if (end == equals + 1)
            continue;
        masked += QStringView(text).mid(done, equals + 1 - done);
        masked += kMask;
        done = end;
        i = end - 1;
    }
    masked += QStringView(text).mid(done);
    return masked;
}

} // namespace

bool isSecretParameter(QStringView name)
{
    constexpr std::array kWhole = {"sig", "pwd", "pass", "key", "auth", "code", "sas", "jwt"};
    constexpr std::array kParts = {"signature", "credential", "securitytoken", "accesskey", "token",  "password",
                                   "passwd",    "passphrase", "secret",        "apikey",    "session"};
    const auto decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8()));
    QString plain;
    for (const auto c : decoded) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return std::any_of(kWhole.begin(), kWhole.end(), [&](const char *word) { return plain == QLatin1String(word); }) ||
           std::any_of(kParts.begin(), kParts.end(),
                       [&](const char *word) { return plain.contains(QLatin1String(word)); });
}

QString maskUrls(QString text)
{
    // Most texts have none of it.
    if (text.contains(QLatin1String("//")) && text.contains(u'@'))
        text = withoutUserInfo(text);
    if (text.contains(u'='))
        text = withoutSecretValues(text);
    return text;
}

bool hasUrlSecrets(const QString &text)
{
    return maskUrls(text) != text;
}

QJsonValue maskUrls(const QJsonValue &value)
{
    if (value.isString())
        return maskUrls(value.toString());
    if (value.isArray()) {
        QJsonArray masked;
        for (const auto &element : value.toArray())
            masked.append(maskUrls(element));
        return masked;
    }
    if (value.isObject()) {
        QJsonObject masked;
        const auto object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            masked.insert(maskUrls(field.key()), maskUrls(field.value()));
        return masked;
    }
    return value;
}

} // namespace sealift
