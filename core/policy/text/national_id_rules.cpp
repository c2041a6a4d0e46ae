#include "policy/text/check_digits.h"
#include "policy/text/text_rule.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

/// A number that a state gives to each person.
struct NationalId {
    const char *id;
    const char *what;
    const char *pattern;
    bool (*accepts)(const QString &plain); ///< told the number in upper case, without spaces, dots, dashes and slashes
    /// Words that must stand before it, where numbers of this form and checksum are common; null: none.
    const char *words = nullptr;
};

bool isDate(const QString &yearMonthDay)
{
    return QDate::fromString(yearMonthDay, QStringLiteral("yyyyMMdd")).isValid();
}

/// Steuer-Identifikationsnummer: no leading zero; of the first ten digits one stands there twice or thrice.
bool isGerman(const QString &n)
{
    std::array<int, 10> counts = {};
    for (const auto c : n.left(10))
        ++counts[static_cast<std::size_t>(c.unicode() - u'0')];
    const auto repeated = std::count_if(counts.begin(), counts.end(), [](int count) { return count > 1; });
    const auto most = *std::max_element(counts.begin(), counts.end());
    return n.front() != u'0' && repeated == 1 && most <= 3 && passesMod11And10(n);
}

/// DNI, and NIE with X, Y, Z for a leading 0, 1, 2.
bool isSpanish(const QString &n)
{
    constexpr QStringView kLetters = u"TRWAGMYFPDXBNJZSQVHLCKE";
    auto digits = n.left(8);
    const auto foreign = QStringView(u"XYZ").indexOf(digits.front());
    if (foreign >= 0)
        digits[0] = QChar(static_cast<char16_t>(u'0' + foreign));
    const int rest = moduloOf(digits, 23);
    return rest >= 0 && kLetters[rest] == n.back();
}

/// NIR; the departments 2A and 2B of Corsica count as 19 and 18.
bool isFrench(const QString &n)
{
    auto digits = n.left(13);
    digits.replace(QStringLiteral("2A"), QStringLiteral("19")).replace(QStringLiteral("2B"), QStringLiteral("18"));
    const int rest = moduloOf(digits, 97);
    return rest >= 0 && 97 - rest == n.right(2).toInt();
}

/// Codice fiscale, decree of 23 December 1976: odd places have values of their own.
bool isItalian(const QString &n)
{
    constexpr std::array<int, 26> kOdd = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                          20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    int sum = 0;
    for (qsizetype i = 0; i < 15; ++i) {
        const auto c = n[i];
        const int value = c.isDigit() ? c.unicode() - u'0' : c.unicode() - u'A';
        sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(value)] : value;
    }
    return QChar(static_cast<char16_t>(u'A' + sum % 26)) == n.back();
}

/// BSN, "elfproef".
bool isDutch(const QString &n)
{
    const int sum = weightedSum(n, {9, 8, 7, 6, 5, 4, 3, 2, -1});
    return n != QStringLiteral("000000000") && sum % 11 == 0;
}

/// PESEL; the century is added to the month.
bool isPolish(const QString &n)
{
    constexpr std::array kCenturies = {19, 20, 21, 22, 18};
    const int month = n.mid(2, 2).toInt();
    const auto date = QStringLiteral("%1%2%3%4")
                          .arg(kCenturies[static_cast<std::size_t>(month / 20)])
                          .arg(n.left(2))
                          .arg(month % 20, 2, 10, QLatin1Char('0'))
                          .arg(n.mid(4, 2));
    return isDate(date) && weightedSum(n, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10 == 0;
}

/// Personnummer: Luhn over the last ten digits.
bool isSwedish(const QString &n)
{
    const auto ten = n.right(10);
    return isDate(QStringLiteral("20") + ten.left(6)) && passesLuhn(ten);
}

/// Henkilötunnus: nine digits modulo 31. The sign between date and number says the century.
bool isFinnish(const QString &n)
{
    constexpr QStringView kSigns = u"0123456789ABCDEFHJKLMNPRSTUVWXY";
    const int rest = moduloOf(n.left(6) + n.mid(n.size() - 4, 3), 31);
    return rest >= 0 && kSigns[rest] == n.back();
}

/// Rijksregisternummer: from 2000 on with a 2 before it.
bool isBelgian(const QString &n)
{
    const int check = n.right(2).toInt();
    return 97 - moduloOf(n.left(9), 97) == check || 97 - moduloOf(QStringLiteral("2") + n.left(9), 97) == check;
}

/// AHV/AVS number: an EAN-13 that begins with 756.
bool isSwiss(const QString &n)
{
    return weightedSum(n, {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1}) % 10 == 0;
}

/// CPF: two check digits; eleven equal ones pass, and are none.
bool isBrazilian(const QString &n)
{
    const auto check = [](int sum) { return sum % 11 < 2 ? 0 : 11 - sum % 11; };
    return n.count(n.front()) != n.size() &&
           check(weightedSum(n, {10, 9, 8, 7, 6, 5, 4, 3, 2})) == n[9].unicode() - u'0' &&
           check(weightedSum(n, {11, 10, 9, 8, 7, 6, 5, 4, 3, 2})) == n[10].unicode() - u'0';
}

/// GB 11643: a date of birth inside, ISO 7064 MOD 11-2.
bool isChinese(const QString &n)
{
    const int sum = weightedSum(n.left(17), {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2});
    return isDate(n.mid(6, 8)) && sum >= 0 && QStringView(u"10X98765432")[sum % 11] == n.back();
}

/// Aadhaar.
bool isIndian(const QString &n)
{
    return n.front() > u'1' && passesVerhoeff(n);
}

/// Social Security numbers have no check digit: groups that were never given out, and the dashes, must do.
bool isAmerican(const QString &n)
{
    const auto area = n.left(3);
    return area != QStringLiteral("000") && area != QStringLiteral("666") && area.front() != u'9' &&
           n.mid(3, 2) != QStringLiteral("00") && n.right(4) != QStringLiteral("0000");
}

constexpr NationalId kNumbers[] = {
    {"national-id-de", "a German tax identification number", "[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}", isGerman,
     "steuer|tax|idnr|tin"},
    {"national-id-es", "a Spanish DNI or NIE", "(?:[0-9]{8}|[XYZxyz]-?[0-9]{7})-?[A-HJ-NP-TV-Za-hj-np-tv-z]",
     isSpanish},
    {"national-id-fr", "a French social security number",
     "[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?(?:[0-9]{2}|2[ABab]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}", isFrench},
    {"national-id-it", "an Italian codice fiscale",
     "[A-Za-z]{6}[0-9LMNP-Vlmnp-v]{2}[A-EHLMPR-Ta-ehlmpr-t][0-9LMNP-Vlmnp-v]{2}[A-Za-z][0-9LMNP-Vlmnp-v]{3}[A-Za-z]",
     isItalian},
    {"national-id-nl", "a Dutch citizen service number", "[0-9]{9}|[0-9]{4}\\.[0-9]{2}\\.[0-9]{3}", isDutch,
     "bsn|burgerservice|sofi"},
    {"national-id-pl", "a Polish PESEL", "[0-9]{11}", isPolish, "pesel"},
    {"national-id-se", "a Swedish personal identity number", "(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}", isSwedish,
     "personnummer|personnr|pnr|ssn"},
    {"national-id-fi", "a Finnish personal identity code",
     "[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}(?:[A-FHJ-NPR-Y]|[0-9](?<=[+A-FU-Y]....))", isFinnish},
    {"national-id-be", "a Belgian national number", "[0-9]{2}\\.[01][0-9]\\.[0-3][0-9]-[0-9]{3}[.-][0-9]{2}",
     isBelgian},
    {"national-id-ch", "a Swiss social insurance number", "756\\.?[0-9]{4}\\.?[0-9]{4}\\.?[0-9]{2}", isSwiss},
    {"national-id-br", "a Brazilian CPF", "[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}", isBrazilian},
    {"national-id-cn", "a Chinese resident identity number", "[1-9][0-9]{16}[0-9Xx]", isChinese},
    {"national-id-in", "an Indian Aadhaar number", "[2-9][0-9]{3}([ -])[0-9]{4}\\g{-1}[0-9]{4}", isIndian},
    {"national-id-us", "a US Social Security number", "[0-9]{3}-[0-9]{2}-[0-9]{4}", isAmerican},
};

QString plain(QString number)
{
    for (const auto c : {u' ', u'.', u'-', u'/'})
        number.remove(c);
    return number.toUpper();
}

QList<TextSpan> lookFor(const NationalId &number, const QRegularExpression &pattern, const QRegularExpression &words,
                        const QString &text)
{
    QList<TextSpan> spans;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (number.words != nullptr && !words.match(text.left(match.capturedStart())).hasMatch())
            continue;
        if (number.accepts(plain(match.captured())))
            spans.append({match.capturedStart(), match.capturedLength()});
    }
    return spans;
}

} // namespace

TextRuleList nationalIdRules()
{
    TextRuleList rules;
    for (const auto &number : kNumbers) {
        const QRegularExpression pattern(QStringLiteral("(?<![A-Za-z0-9.])(?:%1)(?![A-Za-z0-9]|[.-][0-9])")
                                             .arg(QString::fromLatin1(number.pattern)));
        const QRegularExpression words(QStringLiteral("(?:%1)").arg(QString::fromLatin1(number.words)),
                                       QRegularExpression::CaseInsensitiveOption);
        rules.push_back(
            {.id = QString::fromLatin1(number.id),
             .about = TextClass::Personal,
             .severity = Severity::Warning,
             .what = QString::fromLatin1(number.what),
             .standIn = QStringLiteral("person"),
             .look = [&number, pattern, words](const QString &text) { return lookFor(number, pattern, words, text); }});
    }
    return rules;
}

} // namespace sealift
