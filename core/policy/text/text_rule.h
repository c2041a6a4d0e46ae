#pragma once

#include "policy/text/text_finding.h"

#include <QRegularExpression>

#include <functional>
#include <vector>

namespace sealift {

/// A place in a text, in UTF-16 code units.
struct TextSpan {
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// One rule about texts, as data. Rules earlier in a list win where two find the same place.
struct TextRule {
    QString id;
    TextClass about = TextClass::Secret;
    Severity severity = Severity::Error;
    QString what;    ///< TextFinding::what
    QString standIn; ///< what a pseudonym is made of: "secret" for "secret-1"
    std::function<QList<TextSpan>(const QString &)> look;
};

using TextRuleList = std::vector<TextRule>;

/// Keys and tokens of known forms.
TextRuleList credentialRules();
/// Secrets that are told by the words beside them, or by being random.
TextRuleList unnamedSecretRules();
/// Payment cards (ISO/IEC 7812-1, Luhn) and bank accounts (IBAN, ISO 13616-1, MOD 97-10).
TextRuleList paymentRules();
/// Numbers that states give to people, each with its own checksum.
TextRuleList nationalIdRules();
/// E-mail, IP addresses, names of hosts.
TextRuleList addressRules();

/// Where a pattern matches: its first group where it has one, else all of it.
QList<TextSpan> matchesOf(const QRegularExpression &pattern, const QString &text);

/// The same, of those that `accepts` takes.
QList<TextSpan> matchesOf(const QRegularExpression &pattern, const QString &text,
                          const std::function<bool(const QString &)> &accepts);

} // namespace sealift
