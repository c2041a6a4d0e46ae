#pragma once

#include "image/writers/image_layout.h"

namespace sealift {

/// Encrypts the data of a container whose tables stay readable. The writer of a format says where bytes go, and knows
/// nothing of keys; who implements this knows nothing of formats. Immutable; any thread.
class ContainerCipher
{
public:
    ContainerCipher() = default;
    virtual ~ContainerCipher() = default;
    ContainerCipher(const ContainerCipher &) = delete;
    ContainerCipher &operator=(const ContainerCipher &) = delete;

    /// What the container keeps so that its data can be decrypted: a LUKS header with its key material. No secret.
    virtual ByteView header() const = 0;

    /// Hands the stretch on, encrypted, and filled up with encrypted zeroes to `size` bytes.
    /// @param offset byte of the container that it goes to, as `size` a multiple of 512.
    virtual Status seal(qint64 offset, ByteView plain, qint64 size, const ImageLayout::Sink &sink) const = 0;
};

} // namespace sealift
