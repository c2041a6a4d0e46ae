#include "crypto/blob_sealer.h"

#include "crypto/locked_heap.h"
#include "crypto/openssl_handles.h"
#include "crypto/random.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace sealift {

namespace {

// Small enough that what the cipher wrote is still in the first- or second-level cache when the MAC reads it.
constexpr std::size_t kStep = 32 * 1024;
// EVP counts in int.
constexpr std::size_t kLargestCall = 1U << 30;

const unsigned char *uchars(const QCA::SymmetricKey &key)
{
    return reinterpret_cast<const unsigned char *>(key.constData());
}

Error failed(const char *what)
{
    return {ErrorCode::Internal, QStringLiteral("libcrypto: %1 failed").arg(QLatin1String(what))};
}

} // namespace

SealingKey SealingKey::random()
{
    return {randomKey(kEncryptSize), randomKey(kMacPartSize), randomKey(kMacPartSize)};
}

SealingKey SealingKey::fromBytes(const QCA::SecureArray &bytes)
{
    Q_ASSERT(bytes.size() == kEncryptSize + 2 * kMacPartSize);
    const auto part = [&bytes](int offset, int size) {
        QCA::SymmetricKey key(size);
        std::memcpy(key.data(), bytes.constData() + offset, static_cast<std::size_t>(size));
        return key;
    };
    return {part(0, kEncryptSize), part(kEncryptSize, kMacPartSize), part(kEncryptSize + kMacPartSize, kMacPartSize)};
}

class BlobSealer::Private
{
public:
    explicit Private(const SealingKey &key)
        : ctr(EVP_CIPHER_fetch(nullptr, "AES-256-CTR", nullptr))
        , poly1305(EVP_MAC_fetch(nullptr, "POLY1305", nullptr))
        , cipherContext(EVP_CIPHER_CTX_new())
        , nonceContext(EVP_CIPHER_CTX_new())
        , macR(key.macR)
    {
        const Cipher ecb(EVP_CIPHER_fetch(nullptr, "AES-128-ECB", nullptr));
        if (!ctr || !poly1305 || !ecb || !cipherContext || !nonceContext)
            throw std::bad_alloc();
        // What libcrypto makes of the keys belongs into locked memory. Should that be full, the heap, which is wiped as
        // well, is better than to fail in the middle of a transfer.
        const bool keyed = [&] {
            const LockedAllocations locked;
            return takeKeys(key, ecb.get());
        }() || takeKeys(key, ecb.get());
        if (!keyed)
            throw std::bad_alloc();
    }

    bool takeKeys(const SealingKey &key, EVP_CIPHER *ecb)
    {
        EVP_CIPHER_CTX_reset(cipherContext.get());
        EVP_CIPHER_CTX_reset(nonceContext.get());
        macContext.reset(EVP_MAC_CTX_new(poly1305.get()));
        return macContext &&
               EVP_EncryptInit_ex2(cipherContext.get(), ctr.get(), uchars(key.encrypt), nullptr, nullptr) == 1 &&
               EVP_EncryptInit_ex2(nonceContext.get(), ecb, uchars(key.macK), nullptr, nullptr) == 1 &&
               EVP_CIPHER_CTX_set_padding(nonceContext.get(), 0) == 1;
    }

    Status start(ByteView nonce)
    {
        if (EVP_EncryptInit_ex2(cipherContext.get(), nullptr, nullptr, sealift::uchars(nonce), nullptr) != 1)
            return fail(failed("AES-256-CTR"));
        // Poly1305-AES: the one-time key is r || AES_k(nonce).
        std::array<unsigned char, 32> oneTimeKey;
        std::memcpy(oneTimeKey.data(), macR.constData(), 16);
        int written = 0;
        const bool good =
            EVP_EncryptUpdate(nonceContext.get(), oneTimeKey.data() + 16, &written, sealift::uchars(nonce), 16) == 1 &&
            EVP_MAC_init(macContext.get(), oneTimeKey.data(), oneTimeKey.size(), nullptr) == 1;
        OPENSSL_cleanse(oneTimeKey.data(), oneTimeKey.size());
        return good ? Status() : fail(failed("Poly1305-AES"));
    }

    Status crypt(ByteView in, MutableBytes out)
    {
        while (!in.empty()) {
            const auto step = std::min(kLargestCall, in.size());
            int written = 0;
            if (EVP_EncryptUpdate(cipherContext.get(), sealift::uchars(out), &written, sealift::uchars(in),
                                  static_cast<int>(step)) != 1 ||
                static_cast<std::size_t>(written) != step)
                return fail(failed("AES-256-CTR"));
            in = in.subspan(step);
            out = out.subspan(step);
        }
        return {};
    }

    Status authenticate(ByteView bytes)
    {
        return EVP_MAC_update(macContext.get(), sealift::uchars(bytes), bytes.size()) == 1 ? Status()
                                                                                           : fail(failed("Poly1305"));
    }

    Status finishMac(MutableBytes out)
    {
        std::size_t written = 0;
        const bool good =
            EVP_MAC_final(macContext.get(), sealift::uchars(out), &written, out.size()) == 1 && written == out.size();
        return good ? Status() : fail(failed("Poly1305"));
    }

    Cipher ctr;
    Mac poly1305;
    CipherContext cipherContext;
    CipherContext nonceContext;
    MacContext macContext;
    QCA::SymmetricKey macR;
};

BlobSealer::BlobSealer(const SealingKey &key)
    : d(std::make_unique<Private>(key))
{
}
BlobSealer::~BlobSealer() = default;
BlobSealer::BlobSealer(BlobSealer &&) noexcept = default;
BlobSealer &BlobSealer::operator=(BlobSealer &&) noexcept = default;

Status BlobSealer::seal(ByteView plain, MutableBytes out)
{
    Q_ASSERT(out.size() == plain.size() + kOverhead);
    const auto nonce = out.first(kNonceSize);
    auto cipherText = out.subspan(kNonceSize, plain.size());
    fillRandom(nonce);
    SEALIFT_TRY(d->start(nonce));
    while (!plain.empty()) {
        const auto step = std::min(kStep, plain.size());
        SEALIFT_TRY(d->crypt(plain.first(step), cipherText.first(step)));
        SEALIFT_TRY(d->authenticate(cipherText.first(step)));
        plain = plain.subspan(step);
        cipherText = cipherText.subspan(step);
    }
    return d->finishMac(out.last(kMacSize));
}

Status BlobSealer::open(ByteView sealed, MutableBytes out)
{
    if (sealed.size() < kOverhead)
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("sealed data is too short (%1 bytes)").arg(sealed.size())));
    Q_ASSERT(out.size() == sealed.size() - kOverhead);
    const auto cipherText = sealed.subspan(kNonceSize, out.size());
    SEALIFT_TRY(d->start(sealed.first(kNonceSize)));
    SEALIFT_TRY(d->authenticate(cipherText));
    std::array<std::byte, kMacSize> mac;
    SEALIFT_TRY(d->finishMac(mac));
    if (CRYPTO_memcmp(mac.data(), sealed.last(kMacSize).data(), kMacSize) != 0)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("authentication failed: the data was changed, or sealed with another key")));
    return d->crypt(cipherText, out);
}

Result<QByteArray> BlobSealer::sealed(ByteView plain)
{
    QByteArray out(static_cast<qsizetype>(plain.size() + kOverhead), Qt::Uninitialized);
    SEALIFT_TRY(seal(plain, mutableViewOf(out)));
    return out;
}

Result<QByteArray> BlobSealer::opened(ByteView sealed)
{
    if (sealed.size() < kOverhead)
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("sealed data is too short (%1 bytes)").arg(sealed.size())));
    QByteArray out(static_cast<qsizetype>(sealed.size() - kOverhead), Qt::Uninitialized);
    SEALIFT_TRY(open(sealed, mutableViewOf(out)));
    return out;
}

} // namespace sealift
