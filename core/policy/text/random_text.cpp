#include "policy/text/random_text.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace sealift {

namespace {

enum class Kind { Upper, Lower, Digit, Other };

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

Kind kindOf(QChar c)
{
    if (isUpper(c))
        return Kind::Upper;
    if (isLower(c))
        return Kind::Lower;
    return isDigit(c) ? Kind::Digit : Kind::Other;
}

struct Counts {
    qsizetype upper = 0;
    qsizetype lower = 0;
    qsizetype digits = 0;
    qsizetype other = 0;
    qsizetype beyondHex = 0; ///< letters that are no hexadecimal digits
};

Counts countsOf(QStringView text)
{
    Counts counts;
    for (const auto c : text) {
        counts.upper += isUpper(c) ? 1 : 0;
        counts.lower += isLower(c) ? 1 : 0;
        counts.digits += isDigit(c) ? 1 : 0;
        counts.other += kindOf(c) == Kind::Other ? 1 : 0;
        const auto lower = c.toLower();
        counts.beyondHex += lower > u'f' && lower <= u'z' ? 1 : 0;
    }
    return counts;
}

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

/// https://github.com/ulid/spec: 26 digits of Crockford's base 32, the first at most 7.
bool isUlid(QStringView run)
{
    constexpr qsizetype kLength = 26;
    return run.size() == kLength && run.front() >= u'0' && run.front() <= u'7' &&
           std::all_of(run.begin(), run.end(),
                       [](QChar c) { return isOneOf(c.toUpper(), u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"); });
}

/// Nix's paths: 32 digits of a base 32 that has no e, o, t, u.
bool isNixHash(QStringView run)
{
    constexpr qsizetype kLength = 32;
    return run.size() == kLength && std::all_of(run.begin(), run.end(), [](QChar c) {
               return (isDigit(c) || isLower(c)) && !isOneOf(c, u"eotu");
           });
}

} // namespace

double entropyOf(QStringView text)
{
    QHash<QChar, int> counts;
    for (const auto c : text)
        ++counts[c];
    double bits = 0;
    for (const auto count : std::as_const(counts)) {
        const auto share = static_cast<double>(count) / static_cast<double>(text.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

double changesOf(QStringView text)
{
    if (text.size() < 2)
        return 0;
    qsizetype changes = 0;
    for (qsizetype i = 1; i < text.size(); ++i)
        changes += kindOf(text[i]) == kindOf(text[i - 1]) ? 0 : 1;
    return static_cast<double>(changes) / static_cast<double>(text.size() - 1);
}

bool looksDrawn(QStringView run)
{
    // Of letters in both cases and digits, drawn evenly, 62 in 100 neighbours differ in kind; of one case and digits
    // 40, of base 32's 30. Names of many abbreviations come near that in short runs, so those must show more of it.
    constexpr qsizetype kShortest = 20;
    constexpr qsizetype kShortestOfOneCase = 24;
    constexpr qsizetype kCertain = 28;
    constexpr double kEntropy = 3.5;
    constexpr double kEntropyOfOneCase = 3.9;
    constexpr double kChanges = 0.4;
    constexpr double kChangesOfShort = 0.5;
    constexpr double kChangesOfOneCase = 0.17;

    if (run.size() < kShortest || isUlid(run) || isNixHash(run) || entropyOf(run) < kEntropy)
        return false;
    const auto counts = countsOf(run);
    const auto changes = changesOf(run);
    if (counts.upper > 0 && counts.lower > 0) {
        if (run.size() >= kCertain)
            return changes >= kChanges;
        return changes >= kChangesOfShort && counts.digits > 1;
    }
    return run.size() >= kShortestOfOneCase && counts.other == 0 && entropyOf(run) >= kEntropyOfOneCase &&
           counts.digits > 1 && counts.beyondHex > 3 && changes >= kChangesOfOneCase;
}

bool looksLikePassword(QStringView run)
{
    // Names have a sign here and there ("R&D", "Build#42"); passwords have several, or little else that stays in a
    // kind.
    constexpr qsizetype kShortest = 10;
    constexpr qsizetype kLongest = 64;
    constexpr qsizetype kShortestWithOneSign = 12;
    constexpr double kChanges = 0.5;
    constexpr double kChangesWithOneSign = 0.7;
    if (run.size() < kShortest || run.size() > kLongest)
        return false;
    const auto counts = countsOf(run);
    if (counts.upper == 0 || counts.lower == 0 || counts.digits == 0 || counts.other == 0)
        return false;
    const auto changes = changesOf(run);
    return counts.other > 1 ? changes >= kChanges
                            : run.size() >= kShortestWithOneSign && changes >= kChangesWithOneSign;
}

} // namespace sealift
