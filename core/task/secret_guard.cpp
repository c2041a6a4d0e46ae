#include "task/secret_guard.h"

#include "base/url_mask.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sealift {

bool isSecretName(QStringView name)
{
    constexpr std::array kWords = {"password", "passwd",     "passphrase", "secret",
                                   "token",    "credential", "privatekey", "apikey"};
    QString plain;
    for (const auto c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    if (plain.endsWith(QLatin1String("file")) || plain.endsWith(QLatin1String("path")))
        return false;
    return std::any_of(kWords.begin(), kWords.end(),
                       [&plain](const char *word) { return plain.contains(QLatin1String(word)); });
}

bool looksSecret(QStringView text)
{
    static const QRegularExpression forms(QStringLiteral("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----"
                                                         "|(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])"
                                                         "|[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\s:@]*:[^/?#\\s@]+@"));
    return forms.match(text).hasMatch();
}

Status refuseSecrets(const QJsonValue &value, const QString &where)
{
    const auto refused = [](const QString &place) {
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 looks like a secret and is not written").arg(place),
                          QStringLiteral("Name a file that holds it instead.")));
    };
    if (value.isString() && looksSecret(value.toString()))
        return refused(where);
    if (value.isArray()) {
        for (const auto &element : value.toArray())
            SEALIFT_TRY(refuseSecrets(element, where));
    }
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            const auto place = QStringLiteral("%1: %2").arg(where, field.key());
            if (isSecretName(field.key()))
                return refused(place);
            if (looksSecret(field.key()))
                return refused(where);
            SEALIFT_TRY(refuseSecrets(field.value(), place));
        }
    }
    return {};
}

QJsonValue withoutSecrets(const QJsonValue &value)
{
    const auto leftOut = QStringLiteral("(left out)");
    if (value.isString()) {
        const auto masked = maskUrls(value.toString());
        return looksSecret(masked) ? leftOut : masked;
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &element : value.toArray())
            list.append(withoutSecrets(element));
        return list;
    }
    if (value.isObject()) {
        QJsonObject object;
        const auto fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            object.insert(field.key(), isSecretName(field.key()) ? QJsonValue(leftOut) : withoutSecrets(field.value()));
        return object;
    }
    return value;
}

} // namespace sealift
