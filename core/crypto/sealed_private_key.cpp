#include "crypto/sealed_private_key.h"

#include "crypto/locked_heap.h"
#include "crypto/openssl_handles.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace sealift {

namespace {

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using KeyInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreedBy<PKCS8_PRIV_KEY_INFO_free>>;
using SealedKey = std::unique_ptr<X509_SIG, FreedBy<X509_SIG_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, FreedBy<X509_ALGOR_free>>;

constexpr int kSaltSize = 16;

Error failed(const char *what)
{
    ERR_clear_error();
    return {ErrorCode::Internal, QStringLiteral("libcrypto: %1 failed").arg(QLatin1String(what))};
}

} // namespace

Result<QByteArray> sealPrivateKey(const QCA::PrivateKey &key, const QCA::SecureArray &passphrase, int iterations)
{
    const auto der = key.toDER();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    SealedKey sealed;
    {
        const LockedAllocations locked; // the key in the clear
        const KeyInfo info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &bytes, der.size()));
        if (!info)
            return fail(failed("PKCS #8"));
        Algorithm algorithm(
            PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), iterations, nullptr, kSaltSize, nullptr, NID_hmacWithSHA256));
        if (!algorithm)
            return fail(failed("PBES2"));
        sealed.reset(PKCS8_set0_pbe(passphrase.constData(), passphrase.size(), info.get(), algorithm.get()));
        if (!sealed)
            return fail(failed("PKCS #8"));
        static_cast<void>(algorithm.release()); // the sealed key's by now
    }
    const Bio out(BIO_new(BIO_s_mem()));
    if (!out || PEM_write_bio_PKCS8(out.get(), sealed.get()) != 1)
        return fail(failed("PEM"));
    const char *text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return QByteArray(text, size);
}

Result<QCA::PrivateKey> openPrivateKey(const QByteArray &pem, const QCA::SecureArray &passphrase)
{
    const Bio in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const SealedKey sealed(in ? PEM_read_bio_PKCS8(in.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    if (!sealed)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("not an encrypted private key in PEM form")));
    QCA::SecureArray der;
    {
        const LockedAllocations locked;
        const KeyInfo info(PKCS8_decrypt(sealed.get(), passphrase.constData(), passphrase.size()));
        ERR_clear_error();
        if (!info)
            return fail(Error(ErrorCode::WrongPassword,
                              QStringLiteral("the private key does not open: a wrong passphrase, or a changed file")));
        der.resize(std::max(i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr), 0));
        auto *bytes = reinterpret_cast<unsigned char *>(der.data());
        if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &bytes) != der.size())
            return fail(failed("PKCS #8"));
    }
    QCA::ConvertResult outcome = QCA::ErrorDecode;
    auto key = QCA::PrivateKey::fromDER(der, {}, &outcome);
    ERR_clear_error();
    if (outcome != QCA::ConvertGood || key.isNull())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("what opened is no private key")));
    return key;
}

} // namespace sealift
