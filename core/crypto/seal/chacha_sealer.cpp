#include "crypto/seal/chacha_sealer.h"

#include "crypto/locked_heap.h"
#include "crypto/openssl_handles.h"

namespace sealift {

namespace {

Error failed()
{
    return {ErrorCode::Internal, QStringLiteral("libcrypto: ChaCha20-Poly1305 failed")};
}

} // namespace

class ChaChaSealer::Private
{
public:
    CipherContext context;

    bool takeKey(const QCA::SymmetricKey &key, EVP_CIPHER *method)
    {
        context.reset(EVP_CIPHER_CTX_new());
        return context &&
               EVP_EncryptInit_ex2(context.get(), method, reinterpret_cast<const unsigned char *>(key.constData()),
                                   nullptr, nullptr) == 1;
    }
};

ChaChaSealer::ChaChaSealer(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}
ChaChaSealer::~ChaChaSealer() = default;
ChaChaSealer::ChaChaSealer(ChaChaSealer &&) noexcept = default;
ChaChaSealer &ChaChaSealer::operator=(ChaChaSealer &&) noexcept = default;

Result<ChaChaSealer> ChaChaSealer::create(const QCA::SymmetricKey &key)
{
    Q_ASSERT(key.size() == kKeySize);
    const Cipher method(EVP_CIPHER_fetch(nullptr, "ChaCha20-Poly1305", nullptr));
    if (!method)
        return fail(
            Error(ErrorCode::Unsupported, QStringLiteral("libcrypto has no ChaCha20-Poly1305"),
                  QStringLiteral("Check the OpenSSL configuration (openssl.cnf) for a policy that removes it.")));
    auto made = std::make_unique<Private>();
    // As BlobSealer has it: should the locked heap be full, the other one, which is wiped as well, is better than to
    // fail in the middle of a transfer.
    const bool keyed = [&] {
        const LockedAllocations locked;
        return made->takeKey(key, method.get());
    }() || made->takeKey(key, method.get());
    if (!keyed)
        return fail(failed());
    return ChaChaSealer(std::move(made));
}

Status ChaChaSealer::seal(ByteView nonce, ByteView plain, MutableBytes out)
{
    Q_ASSERT(nonce.size() == kNonceSize && out.size() == plain.size() + kTagSize);
    auto *context = d->context.get();
    int written = 0;
    int rest = 0;
    const bool good = EVP_EncryptInit_ex2(context, nullptr, nullptr, uchars(nonce), nullptr) == 1 &&
                      (plain.empty() || EVP_EncryptUpdate(context, uchars(out), &written, uchars(plain),
                                                          static_cast<int>(plain.size())) == 1) &&
                      static_cast<std::size_t>(written) == plain.size() &&
                      EVP_EncryptFinal_ex(context, uchars(out) + written, &rest) == 1 && rest == 0 &&
                      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, kTagSize, uchars(out) + written) == 1;
    return good ? Status() : fail(failed());
}

} // namespace sealift
