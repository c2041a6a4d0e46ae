#include "policy/text/random_text.h"
#include "policy/text/text_rule.h"

#include <algorithm>

namespace sealift {

namespace {

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption |
                                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// A value that says that there is a secret, or where, but is none.
bool isPlaceholder(const QString &value)
{
    static const auto words =
        pattern("^(?:none|null|nil|true|false|yes|no|on|off|required|optional|changed|disabled|"
                "enabled|protected|unknown|empty|unset|missing|hidden|redacted|removed|reset|"
                "(?:secret|person|card|account|address|host|place)-[0-9]+(?:\\..*)?|x+|\\*+|\\.+|_+|-+|\\$"
                "\\{?\\w+\\}?|%\\w+%|\\{\\{.*|<.*)$");
    return words.match(value).hasMatch();
}

TextRule assignedSecret()
{
    // "password=...", "DB_PASSWORD: ...", "aws_secret_access_key = ...", "Pwd=...;" of a connection string; and the
    // same words in languages that Sealift speaks.
    const auto assigned = pattern(
        "(?:(?:pass(?:word|wd|phrase|code|wort)|pwd|kennwort|wachtwoord|contraseña|senha|mot[ _-]?de[ _-]?passe|пароль|"
        "密码|口令|パスワード|(?:api|access|account|auth|encryption|license|master|private|secret|shared|signing|ssh)"
        "[ _-]?(?:access[ _-]?)?key|secret|token|credentials?)[a-z0-9_-]{0,12}[\"']?\\s*(?:=>|:=|[=:：＝])\\s*"
        "|(?<![a-z0-9])(?:pass|pw|pin)\\s*[=:]\\s*)"
        "[\"'`]?([^\\s\"'`,;&<>|]{4,})");
    return {.id = QStringLiteral("assigned-secret"),
            .about = TextClass::Secret,
            .severity = Severity::Error,
            .what = QStringLiteral("a value that its own words call a password, a key or a token"),
            .standIn = QStringLiteral("secret"),
            .look = [assigned](const QString &text) {
                return matchesOf(assigned, text, [](const QString &value) { return !isPlaceholder(value); });
            }};
}

/// "root-pw-Hunter2x": a word for a password, and behind it what is not an ordinary word.
TextRule namedPassword()
{
    const auto named = pattern("(?<![a-z])(?:password|passwd|passphrase|passwort|kennwort|pwd|pw|pass)[ _-]+"
                               "((?=[^\\s_.,;/-]*[0-9])(?=[^\\s_.,;/-]*[a-z])[^\\s_.,;/-]{6,})");
    const auto isOrdinary = [](const QString &value) {
        static const auto ordinary = pattern(
            "^(?:(?:[a-z]+[@#+~])?v?[0-9]+(?:st|nd|rd|th|bit|gb|mb|tb|g|m|k)?|[a-z]+[0-9]{1,2}|[a-z]+(?:19|20)[0-9]{2}|"
            "amd64|arm64|x86|i[3-6]86|[0-9a-f]{7,})$");
        return ordinary.match(value).hasMatch();
    };
    return {.id = QStringLiteral("named-password"),
            .about = TextClass::Secret,
            .severity = Severity::Warning,
            .what = QStringLiteral("what may be a password, behind a word for one"),
            .standIn = QStringLiteral("secret"),
            .look = [named, isOrdinary](const QString &text) {
                return matchesOf(named, text, [&](const QString &value) { return !isOrdinary(value); });
            }};
}

TextRule licenceKey()
{
    // Windows', VMware's and others': five groups of five.
    const QRegularExpression key(QStringLiteral(
        "(?<![0-9A-Za-z])(?<![0-9A-Z]{5}-)(?=[0-9A-Z-]*[0-9])(?=[0-9A-Z-]*[A-Z])[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}"
        "(?![0-9A-Za-z]|-[0-9A-Z]{5})"));
    return {.id = QStringLiteral("licence-key"),
            .about = TextClass::Secret,
            .severity = Severity::Warning,
            .what = QStringLiteral("a product's licence key"),
            .standIn = QStringLiteral("secret"),
            .look = [key](const QString &text) { return matchesOf(key, text); }};
}

/// What is public although it looks drawn: the keys that SSH gives away.
bool isPublic(const QString &run)
{
    static const auto starts =
        QStringList{QStringLiteral("AAAAC3NzaC1"), QStringLiteral("AAAAB3NzaC1"), QStringLiteral("AAAAE2VjZHNh")};
    return std::any_of(starts.begin(), starts.end(), [&run](const QString &start) { return run.startsWith(start); });
}

/// base64url has '-' and '_' where names have spaces: few of them in much that is drawn.
bool looksDrawnForUrls(const QString &run)
{
    if (isPublic(run))
        return false;
    constexpr qsizetype kRunForASign = 12;
    constexpr double kChanges = 0.55;
    static const QRegularExpression hash(
        QStringLiteral("(?<![A-Za-z0-9])(?:[0-9a-f]{7,}|[0-9A-F]{7,})(?![A-Za-z0-9])"));
    auto plain = run;
    plain.remove(hash).remove(u'-').remove(u'_');
    return (run.size() - plain.size()) * kRunForASign <= run.size() && looksDrawn(plain) &&
           changesOf(plain) >= kChanges;
}

/// Whether a part between '-' and '_' beside something drawn belongs to it rather than to a name.
bool looksLikeARest(QStringView part)
{
    constexpr qsizetype kTooShortToTell = 2;
    constexpr double kChanges = 0.3;
    return !part.isEmpty() && (part.size() <= kTooShortToTell || changesOf(part) >= kChanges);
}

/// The span with the parts before and behind it that belong to the same secret, where base64url put a '-' or '_' into
/// it: what is offered instead must not keep the rest.
TextSpan whole(const TextSpan &span, const QString &text)
{
    const auto isSign = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && (text[i] == u'-' || text[i] == u'_');
    };
    const auto isOfPart = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text[i].unicode() < 0x80 && text[i].isLetterOrNumber();
    };
    auto begin = span.offset;
    auto end = span.offset + span.length;
    while (isSign(begin - 1)) {
        auto from = begin - 1;
        while (isOfPart(from - 1))
            --from;
        if (!looksLikeARest(QStringView(text).mid(from, begin - 1 - from)))
            break;
        begin = from;
    }
    while (isSign(end)) {
        auto to = end + 1;
        while (isOfPart(to))
            ++to;
        if (!looksLikeARest(QStringView(text).mid(end + 1, to - end - 1)))
            break;
        end = to;
    }
    return {begin, end - begin};
}

TextRule randomText()
{
    // What stands behind the name of a digest is one.
    constexpr auto kNoDigest = "(?<!sha1[-:_=])(?<!sha256[-:_=])(?<!sha384[-:_=])(?<!sha512[-:_=])";
    const QRegularExpression run(QLatin1String(kNoDigest) + QStringLiteral("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{20,}=*"));
    const QRegularExpression urlRun(QLatin1String(kNoDigest) + QStringLiteral("(?<![\\w+/=-])[\\w-]{24,}(?![\\w+/-])"));
    return {.id = QStringLiteral("random-text"),
            .about = TextClass::Secret,
            .severity = Severity::Error,
            .what = QStringLiteral("random characters, as keys and tokens are"),
            .standIn = QStringLiteral("secret"),
            .look = [run, urlRun](const QString &text) {
                auto spans = matchesOf(run, text, [](const QString &found) {
                    auto drawn = found;
                    while (drawn.endsWith(u'='))
                        drawn.chop(1);
                    return !isPublic(drawn) && looksDrawn(drawn);
                });
                for (auto &span : spans)
                    span = whole(span, text);
                return spans + matchesOf(urlRun, text, looksDrawnForUrls);
            }};
}

TextRule passwordLike()
{
    const QRegularExpression run(QStringLiteral("[A-Za-z0-9!@#$%^&*?~]{10,64}"));
    return {.id = QStringLiteral("password-like"),
            .about = TextClass::Secret,
            .severity = Severity::Warning,
            .what = QStringLiteral("characters of all kinds, as in a password"),
            .standIn = QStringLiteral("secret"),
            .look = [run](const QString &text) {
                return matchesOf(run, text, [](const QString &found) { return looksLikePassword(found); });
            }};
}

} // namespace

TextRuleList unnamedSecretRules()
{
    TextRuleList rules;
    rules.push_back(assignedSecret());
    rules.push_back(licenceKey());
    rules.push_back(randomText());
    rules.push_back(passwordLike());
    rules.push_back(namedPassword());
    return rules;
}

} // namespace sealift
