#include "common/settings_facts.h"

#include "base/json.h"
#include "common/text_rule_file.h"

#include <QDir>
#include <QFile>

namespace sealift {

namespace {

/// The value with pseudonyms for secrets in all its texts.
QJsonValue withPseudonyms(const QJsonValue &value, const TextRules &rules)
{
    if (value.isString()) {
        QList<TextFinding> secrets;
        for (const auto &finding : rules.look(value.toString())) {
            if (finding.about == TextClass::Secret && finding.severity == Severity::Error)
                secrets.append(finding);
        }
        return withPseudonyms(value.toString(), secrets);
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &element : value.toArray())
            list.append(withPseudonyms(element, rules));
        return list;
    }
    if (value.isObject()) {
        QJsonObject object;
        const auto fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            object.insert(field.key(), withPseudonyms(field.value(), rules));
        return object;
    }
    return value;
}

} // namespace

Result<QJsonObject> settingsFacts(const StatePaths &paths)
{
    constexpr qint64 kLargest = 4 << 20;
    QJsonObject files;
    for (const auto &name : QDir(paths.config).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(paths.config + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return fail(
                Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(file.fileName(), file.errorString())));
        if (file.size() > kLargest)
            return fail(
                Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is larger than 4 MiB").arg(file.fileName())));
        SEALIFT_ASSIGN(const auto content, parseJsonObject(file.readAll(), file.fileName()));
        files.insert(name, withPseudonyms(content, TextRules()));
    }
    return QJsonObject{{QStringLiteral("state"), paths.state},
                       {QStringLiteral("scratch"), paths.scratch},
                       {QStringLiteral("config"), paths.config},
                       {QStringLiteral("files"), files}};
}

} // namespace sealift
