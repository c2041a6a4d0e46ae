#include "policy/text/text_settings.h"

#include "base/json.h"

#include <algorithm>
#include <iterator>

namespace sealift {

namespace {

constexpr int kVersion = 1;

Error wrong(const QString &where, const QString &field, const QString &problem)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1: %2: %3").arg(where, field, problem),
            QStringLiteral("Mend the file, or move it away to go on with the rules that Sealift comes with.")};
}

/// Nothing, for "off".
Result<std::optional<Severity>> severityOf(const QJsonValue &value, const QString &where, const QString &field)
{
    const auto name = value.toString();
    if (name == QStringLiteral("off"))
        return std::optional<Severity>();
    if (const auto severity = severityFromName(name))
        return severity;
    return fail(wrong(where, field, QStringLiteral("it must be \"off\", \"note\", \"warning\" or \"error\"")));
}

Result<TextClass> classOf(const QJsonValue &value, const QString &where, const QString &field)
{
    for (const auto about : {TextClass::Secret, TextClass::Personal, TextClass::Place}) {
        if (value.toString() == textClassName(about))
            return about;
    }
    return fail(wrong(where, field, QStringLiteral("it must be \"secret\", \"personal\" or \"place\"")));
}

Status checkFields(const QJsonObject &object, const QStringList &known, const QString &where, const QString &prefix)
{
    for (const auto &name : object.keys()) {
        if (!known.contains(name))
            return fail(wrong(where, prefix + name, QStringLiteral("there is no such setting")));
    }
    return {};
}

bool isRuleId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9-]{0,39}$"));
    return form.match(id).hasMatch();
}

Result<OwnTextPattern> readPattern(const QJsonObject &object, const QString &where, const QString &field)
{
    SEALIFT_TRY(checkFields(object,
                            {QStringLiteral("id"), QStringLiteral("pattern"), QStringLiteral("severity"),
                             QStringLiteral("class"), QStringLiteral("what")},
                            where, field + u'.'));
    OwnTextPattern own;
    own.id = object.value(QStringLiteral("id")).toString();
    if (!isRuleId(own.id))
        return fail(wrong(where, field + QStringLiteral(".id"),
                          QStringLiteral("it must be of lower-case letters, digits and hyphens, 40 at most")));
    own.pattern.setPattern(object.value(QStringLiteral("pattern")).toString());
    if (!own.pattern.isValid())
        return fail(wrong(where, field + QStringLiteral(".pattern"),
                          QStringLiteral("no regular expression: %1, at %2")
                              .arg(own.pattern.errorString())
                              .arg(own.pattern.patternErrorOffset())));
    if (own.pattern.match(QString()).hasMatch())
        return fail(wrong(where, field + QStringLiteral(".pattern"),
                          QStringLiteral("it must not be empty, or match the empty text")));
    if (object.contains(QStringLiteral("severity"))) {
        SEALIFT_ASSIGN(const auto severity, severityOf(object.value(QStringLiteral("severity")), where,
                                                       field + QStringLiteral(".severity")));
        if (!severity)
            return fail(wrong(where, field + QStringLiteral(".severity"),
                              QStringLiteral("a pattern that is off can be left out")));
        own.severity = *severity;
    }
    if (object.contains(QStringLiteral("class"))) {
        SEALIFT_ASSIGN(own.about,
                       classOf(object.value(QStringLiteral("class")), where, field + QStringLiteral(".class")));
    }
    own.what = object.value(QStringLiteral("what")).toString();
    if (own.what.isEmpty())
        return fail(wrong(where, field + QStringLiteral(".what"),
                          QStringLiteral("it must say in a few words what the pattern finds")));
    return own;
}

bool hasRule(const TextRuleList &rules, const QString &id)
{
    return std::any_of(rules.begin(), rules.end(), [&id](const TextRule &rule) { return rule.id == id; });
}

} // namespace

QString textRuleFileName()
{
    return QStringLiteral("text-rules.json");
}

TextRuleList builtInTextRules()
{
    TextRuleList rules;
    for (auto list : {credentialRules, unnamedSecretRules, paymentRules, nationalIdRules, addressRules}) {
        auto some = list();
        std::move(some.begin(), some.end(), std::back_inserter(rules));
    }
    return rules;
}

TextRuleList rulesUnder(const TextRuleSettings &settings)
{
    TextRuleList rules;
    for (const auto &own : settings.own)
        rules.push_back({.id = own.id,
                         .about = own.about,
                         .severity = own.severity,
                         .what = own.what,
                         .standIn = own.about == TextClass::Place      ? QStringLiteral("place")
                                    : own.about == TextClass::Personal ? QStringLiteral("person")
                                                                       : QStringLiteral("secret"),
                         .look = [pattern = own.pattern](const QString &text) { return matchesOf(pattern, text); }});
    for (auto &rule : builtInTextRules()) {
        const auto wanted = settings.severities.value(rule.id, rule.severity);
        if (!wanted)
            continue;
        rule.severity = *wanted;
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<TextRuleSettings> readTextRuleSettings(const QByteArray &json, const QString &where)
{
    auto parsed = parseJsonObject(json, where);
    if (!parsed)
        return fail(Error(ErrorCode::InvalidArgument, parsed.error().what(),
                          QStringLiteral("Mend the file, or move it away to go on with the rules that Sealift comes "
                                         "with.")));
    const auto &object = *parsed;
    const auto kSeverity = QStringLiteral("severity");
    const auto kPatterns = QStringLiteral("patterns");
    const auto kVersionField = QStringLiteral("version");
    SEALIFT_TRY(checkFields(object, {kVersionField, kSeverity, kPatterns}, where, {}));
    if (object.value(kVersionField).toInt() != kVersion)
        return fail(wrong(where, kVersionField, QStringLiteral("it must be %1").arg(kVersion)));

    TextRuleSettings settings;
    const auto builtIn = builtInTextRules();
    if (object.contains(kSeverity) && !object.value(kSeverity).isObject())
        return fail(wrong(where, kSeverity, QStringLiteral("it must be an object of rules' ids")));
    const auto severities = object.value(kSeverity).toObject();
    for (auto entry = severities.begin(); entry != severities.end(); ++entry) {
        const auto field = QStringLiteral("%1.%2").arg(kSeverity, entry.key());
        if (!hasRule(builtIn, entry.key()))
            return fail(wrong(where, field, QStringLiteral("there is no such rule")));
        SEALIFT_ASSIGN(const auto severity, severityOf(entry.value(), where, field));
        settings.severities.insert(entry.key(), severity);
    }
    if (object.contains(kPatterns) && !object.value(kPatterns).isArray())
        return fail(wrong(where, kPatterns, QStringLiteral("it must be a list")));
    const auto patterns = object.value(kPatterns).toArray();
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        const auto field = QStringLiteral("%1[%2]").arg(kPatterns).arg(i);
        SEALIFT_ASSIGN(auto own, readPattern(patterns[i].toObject(), where, field));
        const bool isTaken =
            hasRule(builtIn, own.id) || std::any_of(settings.own.begin(), settings.own.end(),
                                                    [&own](const OwnTextPattern &other) { return other.id == own.id; });
        if (isTaken)
            return fail(wrong(where, field + QStringLiteral(".id"), QStringLiteral("there is a rule of that id")));
        settings.own.append(std::move(own));
    }
    return settings;
}

} // namespace sealift
