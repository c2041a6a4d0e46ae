#include "policy/destinations.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

/// So many are named; the rest is counted.
constexpr qsizetype kMostNamed = 5;

/// What was found in names and is as bad as that. Says where and by which rule, never what stands there.
Found inNames(const PreflightSubject &subject, Severity severity)
{
    QStringList found;
    qsizetype more = 0;
    for (const auto &text : subject.texts) {
        for (const auto &finding : text.findings) {
            if (finding.severity != severity)
                continue;
            if (found.size() == kMostNamed)
                ++more;
            else
                found.append(QStringLiteral("%1 holds %2, %3 [%4]")
                                 .arg(text.place, finding.what, placeInText(finding), finding.rule));
        }
    }
    if (found.isEmpty())
        return {};
    auto sentence = found.join(QStringLiteral("; "));
    sentence[0] = sentence[0].toUpper();
    if (more > 0)
        sentence += QStringLiteral("; and %1 more").arg(more);
    return sentence + u'.';
}

Found secrets(const PreflightSubject &subject)
{
    return inNames(subject, Severity::Error);
}

Found personalData(const PreflightSubject &subject)
{
    return inNames(subject, Severity::Warning);
}

Found places(const PreflightSubject &subject)
{
    return inNames(subject, Severity::Note);
}

} // namespace

QList<Rule> nameRules()
{
    return {
        {"names-secret", Severity::Error, kEverywhere, true,
         "Names of machines, disks and files that come with an image: what seems to be a secret, by the rules about "
         "texts.",
         "Names are kept in the library, the journal and the audit log, and may end up in diagnostic logs: whoever "
         "reads those has the secret.",
         "Rename it, and change the secret. If it is none, say so (--allow-sensitive-text), or change the rule.", "",
         secrets},
        {"names-personal", Severity::Warning, kEverywhere, true, "The same: personal data, and what may be a secret.",
         "Names are kept in the library, the journal and the audit log, and may end up in diagnostic logs: personal "
         "data is passed on with them.",
         "Rename it before the import.", "", personalData},
        {"names-place", Severity::Note, kEverywhere, true, "The same: addresses and names of hosts.",
         "Names are kept in the library, the journal and the audit log: they tell how a network is laid out.",
         "Rename it before the import, if that matters.", "", places},
    };
}

} // namespace sealift
