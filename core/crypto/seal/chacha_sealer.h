#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QtCrypto>

#include <memory>

namespace sealift {

/// ChaCha20-Poly1305 (RFC 8439) by libcrypto, for one key. One object serves one thread; what is made of the key lies
/// in locked memory and is wiped with the object.
class ChaChaSealer
{
public:
    static constexpr std::size_t kKeySize = 32;
    static constexpr std::size_t kNonceSize = 12;
    static constexpr std::size_t kTagSize = 16;

    /// @param key kKeySize bytes. Errors: Unsupported where libcrypto lacks the cipher, Internal.
    static Result<ChaChaSealer> create(const QCA::SymmetricKey &key);
    ~ChaChaSealer();
    ChaChaSealer(ChaChaSealer &&) noexcept;
    ChaChaSealer &operator=(ChaChaSealer &&) noexcept;

    /// Writes ciphertext and tag into `out`, which has kTagSize more bytes than `plain`. A nonce is used once with a
    /// key, ever. Errors: Internal (libcrypto failed).
    Status seal(ByteView nonce, ByteView plain, MutableBytes out);

private:
    class Private;
    explicit ChaChaSealer(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sealift
