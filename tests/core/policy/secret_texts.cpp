#include "drawer.h"
#include "text_corpus.h"

#include <functional>
#include <vector>

namespace sealift::test {

namespace {

struct Kind {
    const char *name;
    std::function<QString(Drawer &)> draw;
};

QString humanPassword(Drawer &d)
{
    static const QStringList words{QStringLiteral("hunter"),   QStringLiteral("Summer"),  QStringLiteral("letmein"),
                                   QStringLiteral("Dragon"),   QStringLiteral("qwertz"),  QStringLiteral("Berlin"),
                                   QStringLiteral("iloveyou"), QStringLiteral("Welcome"), QStringLiteral("monkey")};
    return d.oneOf(words) + QString::number(d.between(1, 2026)) +
           d.oneOf({QString(), QStringLiteral("!"), QStringLiteral("#"), QStringLiteral("$1")});
}

QString strongPassword(Drawer &d, int length)
{
    // As managers make them: of everything, each kind at least once, signs more than once.
    const auto signs = QStringLiteral("!@#$%^&*?");
    auto password =
        d.of(signs, 2) + d.digits(2) + d.of(QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZ"), 2) +
        d.of(QStringLiteral("abcdefghijkmnopqrstuvwxyz"), 2) +
        d.of(QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!@#$%^&*?"), length - 8);
    for (int i = static_cast<int>(password.size()) - 1; i > 0; --i)
        std::swap(password[i], password[d.below(i + 1)]);
    return password;
}

QString jwt(Drawer &d)
{
    return QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJ") + d.base64url(d.between(20, 60)) + u'.' + d.base64url(43);
}

std::vector<Kind> formKinds()
{
    const auto with = [](const char *prefix, auto draw) {
        return [prefix = QString::fromLatin1(prefix), draw](Drawer &d) { return prefix + draw(d); };
    };
    const auto base62 = [](int n) { return [n](Drawer &d) { return d.base62(n); }; };
    const auto base64url = [](int n) { return [n](Drawer &d) { return d.base64url(n); }; };
    const auto hex = [](int n) { return [n](Drawer &d) { return d.hex(n); }; };
    return {
        {"aws-access-key",
         with("AKIA", [](Drawer &d) { return d.of(QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), 16); })},
        {"aws-temporary-key", with("ASIA", [](Drawer &d) { return d.upperAndDigits(16); })},
        {"aws-secret-key", [](Drawer &d) { return d.base64(40); }},
        {"aws-session-token", with("IQoJb3JpZ2lu", [](Drawer &d) { return d.base64(d.between(80, 200)); })},
        {"github-classic", with("ghp_", base62(36))},
        {"github-fine-grained",
         [](Drawer &d) { return QStringLiteral("github_pat_") + d.base62(22) + u'_' + d.base62(59); }},
        {"github-actions", with("ghs_", base62(36))},
        {"gitlab", with("glpat-", base64url(20))},
        {"gitlab-runner", with("glrt-", base64url(20))},
        {"slack-bot",
         [](Drawer &d) { return QStringLiteral("xoxb-") + d.digits(12) + u'-' + d.digits(12) + u'-' + d.base62(24); }},
        {"slack-webhook",
         [](Drawer &d) {
             return QStringLiteral("https://hooks.slack.com/services/T") + d.upperAndDigits(8) + QStringLiteral("/B") +
                    d.upperAndDigits(8) + u'/' + d.base62(24);
         }},
        {"google-api-key", with("AIza", base64url(35))},
        {"google-oauth", with("ya29.", base64url(60))},
        {"azure-storage",
         [](Drawer &d) {
             return QStringLiteral("DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=") + d.base64(86) +
                    QStringLiteral("==");
         }},
        {"azure-client",
         [](Drawer &d) {
             return d.base62(3) + QStringLiteral("8Q~") +
                    d.of(QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"), 34);
         }},
        {"stripe-live", with("sk_live_", base62(24))},
        {"openai", with("sk-proj-", base64url(48))},
        {"hugging-face", with("hf_", base62(34))},
        {"npm", with("npm_", base62(36))},
        {"pypi", with("pypi-AgEIcHlwaS5vcmc", base64url(70))},
        {"docker-hub", with("dckr_pat_", base64url(27))},
        {"sendgrid", [](Drawer &d) { return QStringLiteral("SG.") + d.base64url(22) + u'.' + d.base64url(43); }},
        {"vault", with("hvs.", base64url(24))},
        {"digitalocean", with("dop_v1_", hex(64))},
        {"databricks", with("dapi", hex(32))},
        {"jwt", jwt},
        {"private-key",
         [](Drawer &d) {
             return QStringLiteral("-----BEGIN ") +
                    d.oneOf({QStringLiteral("RSA "), QStringLiteral("EC "), QStringLiteral("OPENSSH "), QString()}) +
                    QStringLiteral("PRIVATE KEY-----") + d.base64(120);
         }},
        {"recovery-key",
         [](Drawer &d) {
             QStringList groups;
             for (int i = 0; i < 8; ++i)
                 groups.append(d.of(QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 5));
             return groups.join(u'-');
         }},
        {"url-password",
         [](Drawer &d) {
             return d.oneOf({QStringLiteral("https"), QStringLiteral("postgresql"), QStringLiteral("mongodb+srv"),
                             QStringLiteral("amqp")}) +
                    QStringLiteral("://ann:") + d.base62(d.between(6, 14)) + QStringLiteral("@db.example.org/x");
         }},
        {"url-signature",
         [](Drawer &d) {
             return QStringLiteral("https://b.s3.amazonaws.com/x?X-Amz-Date=20260101T000000Z&X-Amz-Signature=") +
                    d.hex(64);
         }},
        {"crypt-hash",
         [](Drawer &d) {
             return QStringLiteral("$6$") + d.base62(16) + u'$' +
                    d.of(QStringLiteral("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"), 86);
         }},
        {"licence-key",
         [](Drawer &d) {
             QStringList groups;
             for (int i = 0; i < 5; ++i)
                 groups.append(d.of(QStringLiteral("BCDFGHJKMPQRTVWXY2346789"), 5));
             return groups.join(u'-');
         }},
    };
}

std::vector<Kind> unnamedKinds()
{
    const auto assigned = [](const QStringList &words, auto draw) {
        return [words, draw](Drawer &d) {
            return d.oneOf(words) +
                   d.oneOf({QStringLiteral("="), QStringLiteral(": "), QStringLiteral(" = "), QStringLiteral("=\"")}) +
                   draw(d);
        };
    };
    return {
        {"random-base62", [](Drawer &d) { return d.base62(d.between(24, 48)); }},
        {"random-base64", [](Drawer &d) { return d.base64(43) + u'='; }},
        {"random-base64url", [](Drawer &d) { return d.base64url(43); }},
        {"random-base36",
         [](Drawer &d) { return d.of(QStringLiteral("abcdefghijklmnopqrstuvwxyz0123456789"), d.between(32, 40)); }},
        {"totp-seed", [](Drawer &d) { return d.of(QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), 32); }},
        {"strong-password", [](Drawer &d) { return strongPassword(d, d.between(14, 24)); }},
        {"assigned-password",
         assigned({QStringLiteral("password"), QStringLiteral("Passwort"), QStringLiteral("DB_PASSWORD"),
                   QStringLiteral("root-pwd"), QStringLiteral("passphrase"), QStringLiteral("contraseña"),
                   QStringLiteral("密码")},
                  humanPassword)},
        {"assigned-hex-key",
         assigned({QStringLiteral("api_key"), QStringLiteral("apikey"), QStringLiteral("secret-key"),
                   QStringLiteral("encryption key"), QStringLiteral("AUTH_TOKEN"), QStringLiteral("client_secret")},
                  [](Drawer &d) { return d.hex(32); })},
        {"connection-string",
         [](Drawer &d) {
             return QStringLiteral("Server=db;Database=x;User Id=sa;Password=") + humanPassword(d) + u';';
         }},
        {"bearer", [](Drawer &d) { return QStringLiteral("Authorization: Bearer ") + d.base64url(32); }},
    };
}

/// Puts a secret where people put them.
TextWithSecret embedded(Drawer &d, const Kind &kind)
{
    static const QStringList before{QString(),
                                    QString(),
                                    QStringLiteral("web01-"),
                                    QStringLiteral("golden_"),
                                    QStringLiteral("prod "),
                                    QStringLiteral("see "),
                                    QStringLiteral("win2022.")};
    static const QStringList behind{QString(),
                                    QString(),
                                    QStringLiteral(".qcow2"),
                                    QStringLiteral(" for the demo"),
                                    QStringLiteral(".vmdk"),
                                    QStringLiteral(", ask ann")};
    const auto secret = kind.draw(d);
    const auto start = d.oneOf(before);
    return {QString::fromLatin1(kind.name), start + secret + d.oneOf(behind), start.size(), secret.size()};
}

} // namespace

QList<TextWithSecret> textsWithSecrets(quint32 seed, int each)
{
    Drawer drawer(seed);
    QList<TextWithSecret> texts;
    for (const auto &kinds : {formKinds(), unnamedKinds()}) {
        for (const auto &kind : kinds) {
            for (int i = 0; i < each; ++i)
                texts.append(embedded(drawer, kind));
        }
    }
    return texts;
}

} // namespace sealift::test
