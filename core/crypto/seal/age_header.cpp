#include "crypto/seal/age_header.h"

#include "crypto/openssl_handles.h"
#include "crypto/random.h"
#include "crypto/scrypt.h"
#include "crypto/seal/chacha_sealer.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/params.h>

#include <array>

namespace sealift {

namespace {

using Key = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, FreedBy<EVP_KDF_CTX_free>>;

constexpr int kKeySize = 32;
constexpr std::size_t kPointSize = 32;
constexpr std::size_t kSaltSize = 16;
/// What age takes by itself, and what every version of it opens.
constexpr int kScryptLog = 18;

Error failed(const char *what)
{
    return {ErrorCode::Internal, QStringLiteral("libcrypto: %1 failed").arg(QLatin1String(what))};
}

ByteView viewOfSecret(const QCA::SecureArray &bytes)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

QByteArray unpadded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
}

OSSL_PARAM octets(const char *name, ByteView bytes)
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::byte *>(bytes.data()), bytes.size());
}

/// HKDF-SHA-256 (RFC 5869) of 32 bytes.
Result<QCA::SymmetricKey> hkdf(ByteView secret, ByteView salt, const QByteArray &info)
{
    const Kdf method(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const KdfContext context(method ? EVP_KDF_CTX_new(method.get()) : nullptr);
    std::array<char, 7> digest{"SHA256"};
    std::vector<OSSL_PARAM> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        octets(OSSL_KDF_PARAM_KEY, secret),
        octets(OSSL_KDF_PARAM_INFO, viewOf(info)),
    };
    if (!salt.empty())
        parameters.push_back(octets(OSSL_KDF_PARAM_SALT, salt));
    parameters.push_back(OSSL_PARAM_construct_end());
    QCA::SymmetricKey key(kKeySize);
    if (!context || EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char *>(key.data()),
                                   static_cast<std::size_t>(key.size()), parameters.data()) != 1)
        return fail(failed("HKDF"));
    return key;
}

/// The body of a stanza: the file key, sealed by a key that is used for nothing else.
Result<QByteArray> wrapped(const QCA::SymmetricKey &fileKey, const QCA::SymmetricKey &wrapKey)
{
    SEALIFT_ASSIGN(auto sealer, ChaChaSealer::create(wrapKey));
    const std::array<std::byte, ChaChaSealer::kNonceSize> nonce{};
    QByteArray body(fileKey.size() + static_cast<qsizetype>(ChaChaSealer::kTagSize), '\0');
    SEALIFT_TRY(sealer.seal(nonce, viewOfSecret(fileKey), mutableViewOf(body)));
    return body;
}

Result<QByteArray> x25519Stanza(const QCA::SymmetricKey &fileKey, const AgeRecipient &recipient)
{
    const Key ephemeral(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
    const Key theirs(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, uchars(viewOf(recipient.key)),
                                                 static_cast<std::size_t>(recipient.key.size())));
    const KeyContext context(ephemeral ? EVP_PKEY_CTX_new(ephemeral.get(), nullptr) : nullptr);
    QByteArray share(kPointSize, '\0');
    auto shareSize = kPointSize;
    if (!theirs || !context ||
        EVP_PKEY_get_raw_public_key(ephemeral.get(), uchars(mutableViewOf(share)), &shareSize) != 1 ||
        EVP_PKEY_derive_init(context.get()) != 1)
        return fail(failed("X25519"));
    QCA::SecureArray secret(kPointSize);
    auto secretSize = kPointSize;
    // libcrypto refuses an agreement that is all zero, as the recipient type demands.
    if (EVP_PKEY_derive_set_peer(context.get(), theirs.get()) != 1 ||
        EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char *>(secret.data()), &secretSize) != 1)
        return fail(Error(
            ErrorCode::InvalidArgument,
            QStringLiteral("\"%1\" is no age recipient: nothing can be agreed on with that key").arg(recipient.text),
            QStringLiteral("Ask for the recipient again.")));
    SEALIFT_ASSIGN(const auto wrapKey,
                   hkdf(viewOfSecret(secret), viewOf(share + recipient.key), "age-encryption.org/v1/X25519"));
    SEALIFT_ASSIGN(const auto body, wrapped(fileKey, wrapKey));
    return "-> X25519 " + unpadded(share) + '\n' + unpadded(body) + '\n';
}

Result<QByteArray> scryptStanza(const QCA::SymmetricKey &fileKey, const QCA::SecureArray &passphrase)
{
    QByteArray salt(kSaltSize, '\0');
    fillRandom(mutableViewOf(salt));
    const ScryptParameters cost{.N = 1ULL << kScryptLog, .r = 8, .p = 1};
    SEALIFT_ASSIGN(const auto derived, scrypt(passphrase, "age-encryption.org/v1/scrypt" + salt, cost, kKeySize));
    SEALIFT_ASSIGN(const auto body, wrapped(fileKey, QCA::SymmetricKey(derived)));
    return "-> scrypt " + unpadded(salt) + ' ' + QByteArray::number(kScryptLog) + '\n' + unpadded(body) + '\n';
}

/// Puts the stanzas between the version and the MAC over both.
Result<QByteArray> completed(const QCA::SymmetricKey &fileKey, const QByteArray &stanzas)
{
    const auto header = "age-encryption.org/v1\n" + stanzas + "---";
    SEALIFT_ASSIGN(const auto macKey, hkdf(viewOfSecret(fileKey), {}, "header"));
    QByteArray mac(kKeySize, '\0');
    unsigned int macSize = 0;
    if (HMAC(EVP_sha256(), macKey.constData(), macKey.size(), uchars(viewOf(header)),
             static_cast<std::size_t>(header.size()), uchars(mutableViewOf(mac)), &macSize) == nullptr)
        return fail(failed("HMAC"));
    return header + ' ' + unpadded(mac) + '\n';
}

} // namespace

Result<QByteArray> ageHeader(const QCA::SymmetricKey &fileKey, const std::vector<AgeRecipient> &recipients)
{
    QByteArray stanzas;
    for (const auto &recipient : recipients) {
        SEALIFT_ASSIGN(const auto stanza, x25519Stanza(fileKey, recipient));
        stanzas += stanza;
    }
    return completed(fileKey, stanzas);
}

Result<QByteArray> agePassphraseHeader(const QCA::SymmetricKey &fileKey, const QCA::SecureArray &passphrase)
{
    SEALIFT_ASSIGN(const auto stanza, scryptStanza(fileKey, passphrase));
    return completed(fileKey, stanza);
}

Result<QCA::SymmetricKey> agePayloadKey(const QCA::SymmetricKey &fileKey, ByteView nonce)
{
    return hkdf(viewOfSecret(fileKey), nonce, "payload");
}

} // namespace sealift
