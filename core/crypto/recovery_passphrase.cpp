#include "crypto/recovery_passphrase.h"

#include "crypto/digest.h"
#include "crypto/random.h"

#include <cstdlib>
#include <string_view>

namespace sealift {

namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kBitsPerSymbol = 5;
constexpr int kGroup = 5;
constexpr int kRandomSymbols = 35;
constexpr int kAllSymbols = kRandomSymbols + kGroup;
/// Fewer separators than this, and a person would not take it for a recovery passphrase either.
constexpr int kTellingSeparators = 6;
/// How many symbols may have been forgotten or doubled.
constexpr int kSlips = 5;

static_assert(kSymbols.size() == 1U << kBitsPerSymbol);

ByteView bytesOf(const QCA::SecureArray &array)
{
    return {reinterpret_cast<const std::byte *>(array.constData()), static_cast<std::size_t>(array.size())};
}

/// Writes the checksum group behind the random symbols: the first 25 bits of their SHA-256.
void appendChecksum(QCA::SecureArray &symbols)
{
    const auto digest = sha256(bytesOf(symbols).first(kRandomSymbols));
    quint64 bits = 0;
    for (const auto byte : digest.bytes().first(sizeof(bits)))
        bits = bits << 8 | std::to_integer<quint64>(byte);
    symbols.resize(kAllSymbols);
    for (int i = kRandomSymbols; i < kAllSymbols; ++i) {
        symbols[i] = kSymbols[bits >> (64 - kBitsPerSymbol)];
        bits <<= kBitsPerSymbol;
    }
}

QCA::SecureArray grouped(const QCA::SecureArray &symbols)
{
    QCA::SecureArray printed(kAllSymbols + kAllSymbols / kGroup - 1);
    for (int from = 0, to = 0; from < kAllSymbols; ++from) {
        if (from > 0 && from % kGroup == 0)
            printed[to++] = '-';
        printed[to++] = symbols[from];
    }
    return printed;
}

/// The symbol that was meant; 0 where none can be.
char symbolOf(char typed)
{
    if (typed >= 'a' && typed <= 'z')
        typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'O')
        return '0';
    if (typed == 'I' || typed == 'L')
        return '1';
    return kSymbols.find(typed) == std::string_view::npos ? '\0' : typed;
}

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

QCA::SecureArray generateRecoveryPassphrase()
{
    QCA::SecureArray symbols(kRandomSymbols);
    fillRandom({reinterpret_cast<std::byte *>(symbols.data()), static_cast<std::size_t>(symbols.size())});
    // 256 is a multiple of 32: the low five bits of a random byte are as random as the byte.
    for (int i = 0; i < kRandomSymbols; ++i)
        symbols[i] = kSymbols[static_cast<unsigned char>(symbols[i]) % kSymbols.size()];
    appendChecksum(symbols);
    return grouped(symbols);
}

RecoveryReading readRecoveryPassphrase(const QCA::SecureArray &typed)
{
    QCA::SecureArray symbols(typed.size());
    int count = 0;
    int separators = 0;
    bool allMeant = true;
    for (int i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        if (c == '-' || c == ' ') {
            ++separators;
            continue;
        }
        if (!isLetterOrDigit(c))
            return {};
        const char symbol = symbolOf(c);
        allMeant = allMeant && symbol != '\0';
        symbols[count++] = symbol;
    }

    if (count == kAllSymbols && allMeant) {
        symbols.resize(kAllSymbols);
        QCA::SecureArray expected = symbols;
        appendChecksum(expected);
        if (expected == symbols)
            return {RecoveryShape::Sound, grouped(symbols)};
    }
    const bool looksLikeOne = separators >= kTellingSeparators && std::abs(count - kAllSymbols) <= kSlips;
    return {looksLikeOne ? RecoveryShape::Mistyped : RecoveryShape::Other, {}};
}

} // namespace sealift
