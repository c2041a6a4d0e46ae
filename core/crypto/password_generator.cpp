#include "crypto/password_generator.h"

#include "crypto/random.h"

#include <string_view>

namespace sealift {

namespace {

// 32 of them, so that the low five bits of a random byte choose without bias.
constexpr std::string_view kSymbols = "23456789abcdefghijkmnpqrstuvwxyz";
static_assert(kSymbols.size() == 32);
constexpr int kGroups = 5;
constexpr int kGroup = 4;

} // namespace

QCA::SecureArray generatePassword()
{
    QCA::SecureArray random(kGroups * kGroup);
    fillRandom({reinterpret_cast<std::byte *>(random.data()), static_cast<std::size_t>(random.size())});
    QCA::SecureArray password(kGroups * kGroup + kGroups - 1);
    for (int from = 0, to = 0; from < random.size(); ++from) {
        if (from > 0 && from % kGroup == 0)
            password[to++] = '-';
        password[to++] = kSymbols[static_cast<unsigned char>(random[from]) % kSymbols.size()];
    }
    return password;
}

} // namespace sealift
