#include "crypto/package_signer.h"

#include "base/bytes.h"
#include "crypto/openssl_handles.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace sealift {

namespace {

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509_free>>;

/// Nobody is asked for a password here.
int noPassword(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*data*/)
{
    return -1;
}

Error wrong(const QString &where, const QString &what, const QString &remedy)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1: %2").arg(where, what), remedy};
}

Status checkTime(const X509 *certificate, const QString &where, const QDateTime &now)
{
    auto seconds = static_cast<time_t>(now.toSecsSinceEpoch());
    if (X509_cmp_time(X509_get0_notBefore(certificate), &seconds) < 0 &&
        X509_cmp_time(X509_get0_notAfter(certificate), &seconds) > 0)
        return {};
    return fail(wrong(where, QStringLiteral("the certificate is not valid now"),
                      QStringLiteral("Give one that is valid: signatures of others are refused.")));
}

QByteArray pemOf(X509 *certificate)
{
    const Bio memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_X509(memory.get(), certificate) != 1)
        return {};
    char *text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<qsizetype>(size)};
}

Result<std::shared_ptr<EVP_PKEY>> keyIn(const QCA::SecureArray &pem, const QString &where)
{
    const Bio memory(BIO_new_mem_buf(pem.constData(), pem.size()));
    std::shared_ptr<EVP_PKEY> key(memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, noPassword, nullptr)
                                         : nullptr,
                                  FreedBy<EVP_PKEY_free>());
    if (key)
        return key;
    if (QByteArrayView(pem.constData(), pem.size()).contains("ENCRYPTED"))
        return fail(
            Error(ErrorCode::Unsupported, QStringLiteral("%1: the key is encrypted").arg(where),
                  QStringLiteral("Decrypt it into a file for your eyes only: openssl pkey -in FILE -out OTHER.")));
    return fail(wrong(where, QStringLiteral("there is no private key in it"),
                      QStringLiteral("Give the key of the certificate, as PEM.")));
}

} // namespace

Result<PackageSigner> PackageSigner::load(const QByteArray &certificate, const QString &certificateName,
                                          const QCA::SecureArray &key, const QString &keyName, const QDateTime &now)
{
    const Bio memory(BIO_new_mem_buf(certificate.constData(), static_cast<int>(certificate.size())));
    const Certificate x509(memory ? PEM_read_bio_X509(memory.get(), nullptr, noPassword, nullptr) : nullptr);
    if (!x509)
        return fail(wrong(certificateName, QStringLiteral("there is no certificate in it"),
                          QStringLiteral("Give an X.509 certificate, as PEM.")));
    SEALIFT_TRY(checkTime(x509.get(), certificateName, now));
    PackageSigner signer;
    SEALIFT_ASSIGN(signer.m_key, keyIn(key, keyName));
    const auto kind = EVP_PKEY_get_base_id(signer.m_key.get());
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1: packages are signed by RSA or elliptic curves, with SHA-256").arg(keyName),
                  QStringLiteral("Give another key and its certificate.")));
    if (X509_check_private_key(x509.get(), signer.m_key.get()) != 1)
        return fail(wrong(keyName, QStringLiteral("it is not the key of the certificate in %1").arg(certificateName),
                          QStringLiteral("Give the key that belongs to it.")));
    signer.m_certificate = pemOf(x509.get());
    return signer;
}

Result<QByteArray> PackageSigner::certificateFile(const QString &manifestName, const QByteArray &manifest) const
{
    const auto failed = [] { return fail(Error(ErrorCode::Internal, QStringLiteral("libcrypto: signing failed"))); };
    const DigestContext context(EVP_MD_CTX_new());
    const auto message = viewOf(manifest);
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, uchars(message), message.size()) != 1)
        return failed();
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(context.get(), uchars(mutableViewOf(signature)), &size, uchars(message), message.size()) != 1)
        return failed();
    signature.truncate(static_cast<qsizetype>(size));
    return "SHA256(" + manifestName.toUtf8() + ")= " + signature.toHex() + '\n' + m_certificate;
}

} // namespace sealift
