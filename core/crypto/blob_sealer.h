#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QtCrypto>

#include <memory>

namespace sealift {

/// The three keys that seal every blob and file of a library (restic's doc/design.rst, "Keys, Encryption and MAC"):
/// AES-256 key for CTR mode, and the Poly1305-AES pair k (AES-128) and r (clamped as Bernstein's paper, section 2,
/// says).
struct SealingKey {
    static constexpr int kEncryptSize = 32;
    static constexpr int kMacPartSize = 16;

    QCA::SymmetricKey encrypt;
    QCA::SymmetricKey macK;
    QCA::SymmetricKey macR;

    /// A fresh key from the system's generator.
    static SealingKey random();
    /// From 64 bytes: encrypt, k, r in this order, as scrypt derives a user's key.
    static SealingKey fromBytes(const QCA::SecureArray &bytes);
};

/// Seals and opens with AES-256-CTR and Poly1305-AES: `nonce (16) || ciphertext || MAC (16)`, the MAC over the
/// ciphertext. Bulk work is done by libcrypto's EVP, in steps that stay in the processor's cache between cipher and
/// MAC. One object serves one thread; making one expands the keys, so keep it.
class BlobSealer
{
public:
    static constexpr std::size_t kNonceSize = 16;
    static constexpr std::size_t kMacSize = 16;
    static constexpr std::size_t kOverhead = kNonceSize + kMacSize;

    explicit BlobSealer(const SealingKey &key);
    ~BlobSealer();
    BlobSealer(BlobSealer &&) noexcept;
    BlobSealer &operator=(BlobSealer &&) noexcept;

    /// Seals `plain` under a fresh random nonce into `out`, which has exactly kOverhead more bytes. In place is allowed
    /// where plain.data() == out.data() + kNonceSize; otherwise the two must not overlap.
    /// Errors: Internal (libcrypto failed); then `out` holds nothing of use.
    Status seal(ByteView plain, MutableBytes out);

    /// Checks the MAC in constant time and only then decrypts into `out`, which has exactly kOverhead fewer bytes than
    /// `sealed`. In place as with seal(). Errors: Corrupt (changed, truncated, or sealed by another key).
    Status open(ByteView sealed, MutableBytes out);

    /// For small files: the same with memory of its own.
    Result<QByteArray> sealed(ByteView plain);
    Result<QByteArray> opened(ByteView sealed);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sealift
