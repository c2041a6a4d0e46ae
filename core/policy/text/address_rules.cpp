#include "policy/text/text_rule.h"

#include <array>

#include <arpa/inet.h>

namespace sealift {

namespace {

/// What follows the last dot of a file is no domain ("photo@2x.png").
bool isFileSuffix(const QString &text)
{
    static const QRegularExpression suffixes(
        QStringLiteral(
            "\\.(?:png|jpe?g|gif|svg|img|iso|raw|vmdk|vhdx?|vdi|qcow|ova|ovf|zip|gz|tgz|tar|xz|bz|zst|txt|log|"
            "json|xml|ya?ml|bak|old|tmp|bin|part)$"),
        QRegularExpression::CaseInsensitiveOption);
    return suffixes.match(text).hasMatch();
}

/// Four numbers are a version as often as an address. Private ranges and high first numbers are none.
bool isLikelyIpv4(const QString &text)
{
    in_addr address = {};
    if (::inet_pton(AF_INET, text.toLatin1().constData(), &address) != 1)
        return false;
    const auto host = ntohl(address.s_addr);
    const auto first = host >> 24;
    const auto second = (host >> 16) & 0xFF;
    constexpr quint32 kLoopback = 127;
    constexpr quint32 kMulticast = 224;
    constexpr quint32 kAboveVersions = 64;
    return first == 10 || (first == 172 && second >= 16 && second < 32) ||
           (first >= kAboveVersions && first < kMulticast && first != kLoopback);
}

bool isIpv6(const QString &text)
{
    constexpr qsizetype kShortest = 6; // "::1" tells nobody anything
    in6_addr address = {};
    return text.size() >= kShortest && ::inet_pton(AF_INET6, text.toLatin1().constData(), &address) == 1;
}

} // namespace

TextRuleList addressRules()
{
    const QRegularExpression email(
        QStringLiteral("(?<![A-Za-z0-9._%+-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9])?@"
                       "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}(?![A-Za-z0-9-])"));
    const QRegularExpression ipv4(
        QStringLiteral("(?<![A-Za-z0-9.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![A-Za-z0-9]|\\.[0-9])"));
    const QRegularExpression ipv6(QStringLiteral("(?<![0-9A-Za-z:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"
                                                 "(?![0-9A-Za-z:.])"));
    // Names inside a network end in words of their own; those of the Internet have a domain that many use, and where
    // that has two letters, or means something else as well, at least three parts.
    const QRegularExpression host(
        QStringLiteral(
            "(?<![A-Za-z0-9.@_-])(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+"
            "(?:local|localdomain|internal|intranet|lan|corp|com|net|org)"
            "|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.){2,}"
            "(?:edu|gov|mil|cloud|dev|home|io|eu|de|at|ch|uk|fr|es|it|nl|be|se|no|fi|pl|jp|cn|in|br|ca|au|us)"
            ")(?![A-Za-z0-9_-]|\\.[a-z]+\\.)"),
        QRegularExpression::CaseInsensitiveOption);
    TextRuleList rules;
    rules.push_back({.id = QStringLiteral("email"),
                     .about = TextClass::Personal,
                     .severity = Severity::Warning,
                     .what = QStringLiteral("an e-mail address"),
                     .standIn = QStringLiteral("person"),
                     .look = [email](const QString &text) {
                         return matchesOf(email, text, [](const QString &found) { return !isFileSuffix(found); });
                     }});
    rules.push_back({.id = QStringLiteral("ip-address"),
                     .about = TextClass::Place,
                     .severity = Severity::Note,
                     .what = QStringLiteral("an IP address"),
                     .standIn = QStringLiteral("address"),
                     .look = [ipv4, ipv6](const QString &text) {
                         return matchesOf(ipv4, text, isLikelyIpv4) + matchesOf(ipv6, text, isIpv6);
                     }});
    rules.push_back({.id = QStringLiteral("host-name"),
                     .about = TextClass::Place,
                     .severity = Severity::Note,
                     .what = QStringLiteral("the full name of a host"),
                     .standIn = QStringLiteral("host"),
                     .look = [host](const QString &text) { return matchesOf(host, text); }});
    return rules;
}

} // namespace sealift
