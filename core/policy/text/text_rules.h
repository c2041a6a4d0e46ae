#pragma once

#include "policy/text/text_rule.h"
#include "policy/text/text_settings.h"

namespace sealift {

/// Where a text comes from: the same characters mean different things in different places.
enum class TextKind {
    Plain,    ///< a name, a tag, a description
    Path,     ///< of a file: each part is looked at for itself
    Location, ///< of a library: a path, or a bucket's URL, which names a host of necessity
};

/// Looks at texts that are to be kept - names, tags, descriptions, files' names, buckets' prefixes - for what should
/// not be in them (core/policy/text/README.md lists the rules). Works on the text alone: nothing is sent or asked
/// anywhere. Thread-safe once made.
class TextRules
{
public:
    /// The rules that Sealift comes with, and what the user's settings make of them.
    explicit TextRules(const TextRuleSettings &settings = {});

    /// What was found, by its place; no two findings overlap: of two rules that find the same, the more telling one
    /// counts. The same characters get the same pseudonym.
    QList<TextFinding> look(const QString &text, TextKind kind = TextKind::Plain) const;

private:
    QList<TextFinding> lookAt(const QString &part, qsizetype offset) const;

    TextRuleList m_rules;
};

} // namespace sealift
