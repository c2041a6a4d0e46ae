#pragma once

#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <memory>

namespace sealift {

/// Owning pointers for libcrypto's objects. Freeing a context also wipes the key schedule inside it.
template <auto Free>
struct OpensslDeleter {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, OpensslDeleter<EVP_CIPHER_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER, OpensslDeleter<EVP_CIPHER_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, OpensslDeleter<EVP_MD_CTX_free>>;
using DigestMethod = std::unique_ptr<EVP_MD, OpensslDeleter<EVP_MD_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, OpensslDeleter<EVP_MAC_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, OpensslDeleter<EVP_KDF_free>>;
using Mac = std::unique_ptr<EVP_MAC, OpensslDeleter<EVP_MAC_free>>;

} // namespace sealift
