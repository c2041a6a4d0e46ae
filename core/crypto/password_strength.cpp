#include "crypto/password_strength.h"

#include <zxcvbn.h>

#include <algorithm>
#include <vector>

namespace sealift {

namespace {

constexpr int kLookedAt = 64;
constexpr double kFair = 40;
constexpr double kGood = 60;
constexpr double kStrong = 80;

PasswordGrade gradeOf(double bits)
{
    if (bits < kFair)
        return PasswordGrade::Weak;
    if (bits < kGood)
        return PasswordGrade::Fair;
    return bits < kStrong ? PasswordGrade::Good : PasswordGrade::Strong;
}

} // namespace

PasswordStrength estimatePasswordStrength(const QCA::SecureArray &password, const QByteArrayList &knownWords)
{
    if (password.isEmpty())
        return {};
    QCA::SecureArray text = password;
    text.resize(std::min(text.size(), kLookedAt) + 1);
    text[text.size() - 1] = '\0';

    std::vector<const char *> words;
    for (const auto &word : knownWords) {
        if (!word.isEmpty())
            words.push_back(word.constData());
    }
    words.push_back(nullptr);
    const double bits = ZxcvbnMatch(text.constData(), words.data(), nullptr);
    return {bits, gradeOf(bits)};
}

} // namespace sealift
