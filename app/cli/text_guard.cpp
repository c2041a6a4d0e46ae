#include "cli/text_guard.h"

#include "cli/console.h"
#include "common/text_audit.h"
#include "common/text_rule_file.h"
#include "task/secret_guard.h"

#include <algorithm>
#include <optional>

namespace sealift {

namespace {

const auto kAllow = QStringLiteral("allow-sensitive-text");

/// A text and what was found in it.
struct LookedText {
    NamedText given;
    QList<TextFinding> findings;

    Severity worst() const
    {
        auto worst = Severity::Note;
        for (const auto &finding : findings)
            worst = std::max(worst, finding.severity);
        return worst;
    }
};

QString sentenceOf(const LookedText &judged, const TextFinding &finding)
{
    return QStringLiteral("%1 holds %2, %3 [%4]")
        .arg(judged.given.place, finding.what, placeInText(finding), finding.rule);
}

QString insteadOf(const LookedText &judged)
{
    return QStringLiteral("Better: %1").arg(withPseudonyms(judged.given.text, judged.findings));
}

void say(Console &console, const LookedText &judged)
{
    for (const auto &finding : judged.findings) {
        const auto text = QStringLiteral("%1. %2").arg(sentenceOf(judged, finding), finding.why);
        if (finding.severity == Severity::Note)
            console.note(QStringLiteral("note: %1").arg(text));
        else
            console.warning(QStringLiteral("%1 %2").arg(text, insteadOf(judged)));
    }
}

Error refusal(const LookedText &judged, bool isAllowed, const QString &settings)
{
    const auto finding = *std::find_if(judged.findings.begin(), judged.findings.end(),
                                       [](const TextFinding &one) { return one.severity == Severity::Error; });
    const auto otherwise =
        isAllowed ? QStringLiteral("Texts of this form are never written: --%1 does not change that.").arg(kAllow)
                  : QStringLiteral("If it is none, say so by --%1, or change the rule in %2.").arg(kAllow, settings);
    return Error(ErrorCode::Unsafe, QStringLiteral("%1: nothing was stored").arg(sentenceOf(judged, finding)),
                 QStringLiteral("%1 %2. %3").arg(finding.why, insteadOf(judged), otherwise))
        .with(QStringLiteral("rule"), finding.rule)
        .with(QStringLiteral("place"), judged.given.place);
}

} // namespace

QCommandLineOption allowSensitiveTextOption()
{
    return {kAllow, QStringLiteral("Keep names, tags and paths although they seem to hold a secret: it was looked at, "
                                   "and there is none.")};
}

bool allowsSensitiveText(const QCommandLineParser &arguments)
{
    return arguments.isSet(kAllow);
}

Result<QJsonArray> judgeTexts(const CommandContext &context, const QString &command, const QList<NamedText> &texts)
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(const auto rules, userTextRules(paths));
    QList<LookedText> judged;
    QJsonArray all;
    TextAudit audit;
    for (const auto &given : texts) {
        LookedText one{given, rules.look(given.text, given.kind)};
        if (one.findings.isEmpty())
            continue;
        for (const auto &finding : std::as_const(one.findings)) {
            auto object = finding.toJson();
            object.insert(QStringLiteral("place"), given.place);
            all.append(object);
        }
        audit.add(given.place, one.findings);
        judged.append(std::move(one));
    }

    const bool isAllowed = allowsSensitiveText(context.arguments);
    const auto refused = std::find_if(judged.begin(), judged.end(), [isAllowed](const LookedText &one) {
        return one.worst() == Severity::Error && (!isAllowed || looksSecret(one.given.text));
    });
    SEALIFT_TRY(audit.write(paths, command, refused != judged.end()));
    if (refused != judged.end())
        return fail(refusal(*refused, isAllowed, textRulePath(paths)));
    for (const auto &one : judged)
        say(context.console, one);
    return all;
}

} // namespace sealift
