#include "policy/text/check_digits.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr int kBase = 10;

bool areDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digitOf(QChar c)
{
    return c.unicode() - u'0';
}

} // namespace

bool passesLuhn(const QString &digits)
{
    if (!areDigits(digits))
        return false;
    int sum = 0;
    bool isDoubled = false;
    for (auto c = digits.crbegin(); c != digits.crend(); ++c) {
        const int value = digitOf(*c) * (isDoubled ? 2 : 1);
        sum += value / kBase + value % kBase;
        isDoubled = !isDoubled;
    }
    return sum % kBase == 0;
}

bool passesVerhoeff(const QString &digits)
{
    if (!areDigits(digits))
        return false;
    // D5: turns are 0 to 4, reflections 5 to 9.
    constexpr int kTurns = 5;
    const auto product = [](int a, int b) {
        const bool reflects = a >= kTurns;
        const int turned = reflects ? a - b : a + b;
        const int rest = ((turned % kTurns) + kTurns) % kTurns;
        return (reflects != (b >= kTurns)) ? rest + kTurns : rest;
    };
    constexpr std::array<int, kBase> kPermutation = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    constexpr std::size_t kPeriod = 8;
    int check = 0;
    std::size_t place = 0;
    for (auto c = digits.crbegin(); c != digits.crend(); ++c, ++place) {
        int value = digitOf(*c);
        for (std::size_t i = 0; i < place % kPeriod; ++i)
            value = kPermutation[static_cast<std::size_t>(value)];
        check = product(check, value);
    }
    return check == 0;
}

bool passesMod11And10(const QString &digits)
{
    if (!areDigits(digits))
        return false;
    constexpr int kModulus = 11;
    int product = kBase;
    for (qsizetype i = 0; i + 1 < digits.size(); ++i) {
        int sum = (digitOf(digits[i]) + product) % kBase;
        if (sum == 0)
            sum = kBase;
        product = (2 * sum) % kModulus;
    }
    return (kModulus - product) % kBase == digitOf(digits.back());
}

bool passesIban(const QString &iban)
{
    constexpr qsizetype kHead = 4;
    if (iban.size() <= kHead)
        return false;
    QString digits;
    for (const auto c : iban.mid(kHead) + iban.left(kHead)) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c >= u'A' && c <= u'Z')
            digits += QString::number(c.unicode() - u'A' + kBase);
        else
            return false;
    }
    constexpr int kModulus = 97;
    return moduloOf(digits, kModulus) == 1;
}

int weightedSum(const QString &digits, std::initializer_list<int> weights)
{
    if (digits.size() < static_cast<qsizetype>(weights.size()) || !areDigits(digits))
        return -1;
    int sum = 0;
    qsizetype place = 0;
    for (const int weight : weights)
        sum += weight * digitOf(digits[place++]);
    return sum;
}

int moduloOf(const QString &digits, int modulus)
{
    if (!areDigits(digits))
        return -1;
    int rest = 0;
    for (const auto c : digits)
        rest = (rest * kBase + digitOf(c)) % modulus;
    return rest;
}

} // namespace sealift
