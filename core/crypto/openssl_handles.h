#pragma once

#include "base/freed_by.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <memory>

namespace sealift {

// Owning pointers for libcrypto's objects. Freeing a context also wipes the key schedule inside it.
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER, FreedBy<EVP_CIPHER_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using DigestMethod = std::unique_ptr<EVP_MD, FreedBy<EVP_MD_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, FreedBy<EVP_MAC_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, FreedBy<EVP_KDF_free>>;
using Mac = std::unique_ptr<EVP_MAC, FreedBy<EVP_MAC_free>>;

} // namespace sealift
