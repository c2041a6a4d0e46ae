#include "policy/text/text_rules.h"

#include <QHash>

#include <algorithm>

namespace sealift {

namespace {

QString whyOf(TextClass about)
{
    switch (about) {
    case TextClass::Secret:
        return QStringLiteral(
            "Names, tags and paths are kept in the journal, the audit log and receipts, and may end up "
            "in diagnostic logs: whoever reads them there could use it.");
    case TextClass::Personal:
        return QStringLiteral(
            "Names, tags and paths are kept in the journal, the audit log and receipts, and may end up "
            "in diagnostic logs: personal data would be kept and passed on with them.");
    case TextClass::Place:
        return QStringLiteral("Names, tags and paths may end up in diagnostic logs: they would tell how a network is "
                              "laid out.");
    }
    return {};
}

/// The part of a location that the user chose: behind the host of a URL, and behind what a scheme is.
qsizetype chosenPartOf(const QString &location)
{
    const auto scheme = location.indexOf(QStringLiteral("://"));
    if (scheme < 0)
        return 0;
    const auto path = location.indexOf(u'/', scheme + 3);
    return path < 0 ? location.size() : path + 1;
}

/// What an earlier look has offered in the place of something.
bool isPseudonym(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(?:secret|person|card|account|address|host|place)-[0-9]+$"));
    return form.match(text).hasMatch();
}

bool overlaps(const TextFinding &a, const TextFinding &b)
{
    return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/// The parts between slashes, each with its place.
QList<TextSpan> partsOf(const QString &path, qsizetype from)
{
    QList<TextSpan> parts;
    while (from <= path.size()) {
        auto end = path.indexOf(u'/', from);
        if (end < 0)
            end = path.size();
        if (end > from)
            parts.append({from, end - from});
        from = end + 1;
    }
    return parts;
}

void givePseudonyms(const QString &text, QList<TextFinding> &findings)
{
    QHash<QString, QString> given;
    QHash<QString, int> counts;
    for (auto &finding : findings) {
        const auto found = text.mid(finding.offset, finding.length);
        if (!given.contains(found))
            given.insert(found, QStringLiteral("%1-%2").arg(finding.pseudonym).arg(++counts[finding.pseudonym]));
        finding.pseudonym = given.value(found);
    }
}

} // namespace

QList<TextSpan> matchesOf(const QRegularExpression &pattern, const QString &text)
{
    return matchesOf(pattern, text, [](const QString &) { return true; });
}

QList<TextSpan> matchesOf(const QRegularExpression &pattern, const QString &text,
                          const std::function<bool(const QString &)> &accepts)
{
    QList<TextSpan> spans;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const int group = match.lastCapturedIndex();
        if (match.capturedLength(group) > 0 && accepts(match.captured(group)))
            spans.append({match.capturedStart(group), match.capturedLength(group)});
    }
    return spans;
}

TextRules::TextRules(const TextRuleSettings &settings)
    : m_rules(rulesUnder(settings))
{
}

QList<TextFinding> TextRules::lookAt(const QString &part, qsizetype offset) const
{
    QList<TextFinding> findings;
    for (const auto &rule : m_rules) {
        for (const auto &span : rule.look(part)) {
            const TextFinding finding{.rule = rule.id,
                                      .about = rule.about,
                                      .severity = rule.severity,
                                      .offset = span.offset + offset,
                                      .length = span.length,
                                      .what = rule.what,
                                      .why = whyOf(rule.about),
                                      .pseudonym = rule.standIn};
            const bool isKnown = std::any_of(findings.begin(), findings.end(),
                                             [&finding](const TextFinding &other) { return overlaps(finding, other); });
            if (!isKnown && !isPseudonym(part.mid(span.offset, span.length)))
                findings.append(finding);
        }
    }
    return findings;
}

QList<TextFinding> TextRules::look(const QString &text, TextKind kind) const
{
    QList<TextFinding> findings;
    if (kind == TextKind::Plain) {
        findings = lookAt(text, 0);
    } else {
        // A URL's user and signature are told by the whole of it.
        const auto start = kind == TextKind::Location ? chosenPartOf(text) : 0;
        if (start > 0) {
            for (const auto &finding : lookAt(text, 0)) {
                if (finding.about == TextClass::Secret)
                    findings.append(finding);
            }
        }
        for (const auto &part : partsOf(text, start)) {
            for (const auto &finding : lookAt(text.mid(part.offset, part.length), part.offset)) {
                const bool isKnown =
                    std::any_of(findings.begin(), findings.end(),
                                [&finding](const TextFinding &other) { return overlaps(finding, other); });
                if (!isKnown)
                    findings.append(finding);
            }
        }
    }
    std::sort(findings.begin(), findings.end(),
              [](const TextFinding &a, const TextFinding &b) { return a.offset < b.offset; });
    givePseudonyms(text, findings);
    return findings;
}

} // namespace sealift
