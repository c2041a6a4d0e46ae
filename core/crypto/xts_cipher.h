#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QtGlobal>

#include <memory>

namespace sealift {

/// AES-256 in XTS mode (IEEE Std 1619-2018; NIST SP 800-38E): encrypts data units (sectors) in place of themselves,
/// with no room for a MAC. It hides what lies on a disk; it does not say whether it was changed. One object serves one
/// thread; the expanded key lies in the locked heap and is wiped when the object goes.
class XtsCipher
{
public:
    /// Two AES-256 keys: of the data, then of the tweak.
    static constexpr std::size_t kKeySize = 64;
    /// The smallest data unit.
    static constexpr std::size_t kMinUnit = 16;

    /// @param key kKeySize bytes. Errors: InvalidArgument (both halves are the same, or the size is wrong), Unsupported
    /// (libcrypto lacks the cipher, or there is no locked memory left for the key).
    static Result<XtsCipher> create(ByteView key);
    ~XtsCipher();
    XtsCipher(XtsCipher &&) noexcept;
    XtsCipher &operator=(XtsCipher &&) noexcept;

    /// Encrypts whole data units of `unitSize` bytes; the first has the number `firstUnit`. `out` has the size of
    /// `plain` and is the same memory or does not overlap it. Errors: Internal (libcrypto failed).
    Status encrypt(quint64 firstUnit, std::size_t unitSize, ByteView plain, MutableBytes out);
    Status decrypt(quint64 firstUnit, std::size_t unitSize, ByteView sealed, MutableBytes out);

private:
    class Private;
    explicit XtsCipher(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sealift
