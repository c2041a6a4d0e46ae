#include "crypto/xts_cipher.h"

#include "crypto/locked_heap.h"
#include "crypto/openssl_handles.h"

#include <openssl/crypto.h>

#include <array>

namespace sealift {

namespace {

constexpr std::size_t kTweakSize = 16;

/// The data unit's number as the standard has it: 16 bytes, little-endian.
std::array<unsigned char, kTweakSize> tweakOf(quint64 unit)
{
    std::array<unsigned char, kTweakSize> tweak{};
    for (std::size_t i = 0; i < sizeof unit; ++i)
        tweak[i] = static_cast<unsigned char>(unit >> (8 * i));
    return tweak;
}

Error failed()
{
    return {ErrorCode::Internal, QStringLiteral("libcrypto: AES-256-XTS failed")};
}

} // namespace

class XtsCipher::Private
{
public:
    CipherContext encrypting;
    CipherContext decrypting;

    static Status crypt(EVP_CIPHER_CTX *context, quint64 unit, std::size_t unitSize, ByteView in, MutableBytes out)
    {
        Q_ASSERT(unitSize >= kMinUnit && in.size() % unitSize == 0 && out.size() == in.size());
        for (; !in.empty(); ++unit) {
            const auto tweak = tweakOf(unit);
            int written = 0;
            // Neither key nor direction changes: only the tweak is taken over.
            if (EVP_CipherInit_ex2(context, nullptr, nullptr, tweak.data(), -1, nullptr) != 1 ||
                EVP_CipherUpdate(context, uchars(out), &written, uchars(in), static_cast<int>(unitSize)) != 1 ||
                static_cast<std::size_t>(written) != unitSize)
                return fail(failed());
            in = in.subspan(unitSize);
            out = out.subspan(unitSize);
        }
        return {};
    }
};

XtsCipher::XtsCipher(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}
XtsCipher::~XtsCipher() = default;
XtsCipher::XtsCipher(XtsCipher &&) noexcept = default;
XtsCipher &XtsCipher::operator=(XtsCipher &&) noexcept = default;

Result<XtsCipher> XtsCipher::create(ByteView key)
{
    if (key.size() != kKeySize)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a key for AES-256-XTS has %1 bytes, not %2").arg(kKeySize).arg(key.size())));
    // Two equal halves undo what the tweak is for (FIPS 140-3 IG C.I).
    if (CRYPTO_memcmp(key.data(), key.data() + kKeySize / 2, kKeySize / 2) == 0)
        return fail(
            Error(ErrorCode::InvalidArgument, QStringLiteral("both halves of a key for AES-256-XTS are equal")));
    if (!lockedHeapWorks())
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("there is no locked memory for the key of a scratch volume: it could reach the "
                                 "swap space"),
                  QStringLiteral("Raise the limit of locked memory (ulimit -l; LimitMEMLOCK= of a service).")));
    const Cipher method(EVP_CIPHER_fetch(nullptr, "AES-256-XTS", nullptr));
    if (!method)
        return fail(
            Error(ErrorCode::Unsupported, QStringLiteral("libcrypto has no AES-256-XTS"),
                  QStringLiteral("Check the OpenSSL configuration (openssl.cnf) for a policy that removes it.")));
    auto made = std::make_unique<Private>();
    const LockedAllocations locked;
    made->encrypting.reset(EVP_CIPHER_CTX_new());
    made->decrypting.reset(EVP_CIPHER_CTX_new());
    const std::array<unsigned char, kTweakSize> tweak{};
    const bool keyed =
        made->encrypting && made->decrypting &&
        EVP_CipherInit_ex2(made->encrypting.get(), method.get(), uchars(key), tweak.data(), 1, nullptr) == 1 &&
        EVP_CipherInit_ex2(made->decrypting.get(), method.get(), uchars(key), tweak.data(), 0, nullptr) == 1;
    if (!keyed)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("no locked memory is left for another key"),
                          QStringLiteral("Let some tasks end first.")));
    return XtsCipher(std::move(made));
}

Status XtsCipher::encrypt(quint64 firstUnit, std::size_t unitSize, ByteView plain, MutableBytes out)
{
    return Private::crypt(d->encrypting.get(), firstUnit, unitSize, plain, out);
}

Status XtsCipher::decrypt(quint64 firstUnit, std::size_t unitSize, ByteView sealed, MutableBytes out)
{
    return Private::crypt(d->decrypting.get(), firstUnit, unitSize, sealed, out);
}

} // namespace sealift
