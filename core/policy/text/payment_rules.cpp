#include "policy/text/check_digits.h"
#include "policy/text/text_rule.h"

namespace sealift {

namespace {

/// Issuers' ranges and the lengths of their numbers: without them one long number in ten would be a card.
bool isCard(const QString &text)
{
    auto digits = text;
    digits.remove(u' ').remove(u'-');
    static const QRegularExpression issuers(
        QStringLiteral("^(?:4[0-9]{15}(?:[0-9]{3})?"                                                     // Visa
                       "|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}" // Mastercard
                       "|3[47][0-9]{13}"                                                                 // Amex
                       "|3(?:0[0-5]|[68][0-9])[0-9]{11}"                                                 // Diners
                       "|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12}"                                        // Discover
                       "|35(?:2[89]|[3-8][0-9])[0-9]{12}"                                                // JCB
                       "|62[0-9]{14,17}"                                                                 // UnionPay
                       "|(?:50|5[6-9]|6[0-9])[0-9]{14,17}"                                               // Maestro
                       ")$"));
    return issuers.match(digits).hasMatch() && passesLuhn(digits);
}

bool isIban(const QString &text)
{
    auto plain = text.toUpper();
    plain.remove(u' ').remove(u'-');
    return passesIban(plain);
}

} // namespace

TextRuleList paymentRules()
{
    // In one piece, or in groups as they stand on the card.
    const QRegularExpression card(
        QStringLiteral("(?<![A-Za-z0-9.])(?:[0-9]{13,19}|[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}(?:\\1[0-9]{1,3})?"
                       "|[0-9]{4}([ -])[0-9]{6}\\2[0-9]{4,5})(?![A-Za-z0-9]|\\.[0-9])"));
    const QRegularExpression iban(
        QStringLiteral(
            "(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])"),
        QRegularExpression::CaseInsensitiveOption);
    const auto whole = [](const QRegularExpression &pattern, bool (*accepts)(const QString &)) {
        return [pattern, accepts](const QString &text) {
            QList<TextSpan> spans;
            for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
                const auto match = matches.next();
                if (accepts(match.captured()))
                    spans.append({match.capturedStart(), match.capturedLength()});
            }
            return spans;
        };
    };
    TextRuleList rules;
    rules.push_back({.id = QStringLiteral("payment-card"),
                     .about = TextClass::Personal,
                     .severity = Severity::Warning,
                     .what = QStringLiteral("the number of a payment card"),
                     .standIn = QStringLiteral("card"),
                     .look = whole(card, isCard)});
    rules.push_back({.id = QStringLiteral("iban"),
                     .about = TextClass::Personal,
                     .severity = Severity::Warning,
                     .what = QStringLiteral("the number of a bank account (IBAN)"),
                     .standIn = QStringLiteral("account"),
                     .look = whole(iban, isIban)});
    return rules;
}

} // namespace sealift
