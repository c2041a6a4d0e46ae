#include "crypto/seal/recipient_certificate.h"

#include "base/freed_by.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>

namespace sealift {

namespace {

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free>>;

constexpr int kLeastRsaBits = 2048;
constexpr int kLeastCurveBits = 224;

Error wrong(const QString &where, const QString &what, const QString &remedy)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1: %2").arg(where, what), remedy};
}

std::shared_ptr<X509> certificateIn(const QByteArray &content)
{
    const Bio text(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
    // Nobody is asked for a password: what a certificate says is no secret.
    const auto noPassword = [](char *, int, int, void *) { return -1; };
    X509 *found = text ? PEM_read_bio_X509(text.get(), nullptr, noPassword, nullptr) : nullptr;
    if (found == nullptr) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(content.constData());
        found = d2i_X509(nullptr, &bytes, static_cast<long>(content.size()));
    }
    return {found, FreedBy<X509_free>()};
}

QString nameText(const X509_NAME *name)
{
    const Bio memory(BIO_new(BIO_s_mem()));
    constexpr auto kFlags =
        static_cast<unsigned long>(XN_FLAG_RFC2253) & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!memory || X509_NAME_print_ex(memory.get(), name, 0, kFlags) < 0)
        return {};
    char *text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return QString::fromUtf8(text, size);
}

QString dateText(const ASN1_TIME *time)
{
    tm fields{};
    if (ASN1_TIME_to_tm(time, &fields) != 1)
        return QStringLiteral("a time that cannot be read");
    const QDate date(fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday);
    return date.toString(Qt::ISODate);
}

Status checkTime(const X509 *certificate, const QString &where, const QDateTime &now)
{
    auto seconds = static_cast<time_t>(now.toSecsSinceEpoch());
    const auto *begin = X509_get0_notBefore(certificate);
    const auto *end = X509_get0_notAfter(certificate);
    const auto remedy = QStringLiteral("Ask the recipient for a certificate that is valid.");
    // 0 is a time that cannot be read.
    if (X509_cmp_time(end, &seconds) <= 0)
        return fail(
            wrong(where, QStringLiteral("the certificate is not valid any more since %1").arg(dateText(end)), remedy));
    if (X509_cmp_time(begin, &seconds) >= 0)
        return fail(
            wrong(where, QStringLiteral("the certificate is not valid before %1").arg(dateText(begin)), remedy));
    return {};
}

Error unusableKey(const QString &where, const QString &kind)
{
    return {ErrorCode::Unsupported,
            QStringLiteral("%1: nothing can be sealed for the certificate's key: %2").arg(where, kind),
            QStringLiteral("Sealift takes RSA keys of at least %1 bits, and keys on NIST's or Brainpool's elliptic "
                           "curves.")
                .arg(kLeastRsaBits)};
}

/// True for RSA.
Result<bool> checkKey(const X509 *certificate, const QString &where)
{
    const auto *key = X509_get0_pubkey(certificate);
    if (key == nullptr)
        return fail(unusableKey(where, QStringLiteral("it cannot be read")));
    const auto bits = EVP_PKEY_get_bits(key);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        if (bits < kLeastRsaBits)
            return fail(unusableKey(where, QStringLiteral("RSA with %1 bits is too short").arg(bits)));
        return true;
    case EVP_PKEY_EC:
        if (bits < kLeastCurveBits)
            return fail(unusableKey(where, QStringLiteral("a curve of %1 bits is too short").arg(bits)));
        return false;
    default:
        break;
    }
    const auto *name = EVP_PKEY_get0_type_name(key);
    return fail(unusableKey(where, QStringLiteral("it is of the kind %1, which cannot receive")
                                       .arg(name != nullptr ? QLatin1String(name) : QLatin1String("unknown"))));
}

/// RFC 5280, 4.2.1.3: keys are transported by keyEncipherment, and agreed on by keyAgreement.
Status checkUsage(X509 *certificate, const QString &where, bool hasRsaKey)
{
    const auto usage = X509_get_key_usage(certificate); // all bits where the certificate does not say
    if ((usage & (hasRsaKey ? KU_KEY_ENCIPHERMENT : KU_KEY_AGREEMENT)) != 0)
        return {};
    return fail(wrong(where,
                      QStringLiteral("the certificate says that its key is not for encryption (its key usage lacks %1)")
                          .arg(hasRsaKey ? QLatin1String("keyEncipherment") : QLatin1String("keyAgreement")),
                      QStringLiteral("Ask the recipient for a certificate for encryption.")));
}

} // namespace

Result<RecipientCertificate> RecipientCertificate::parse(const QByteArray &content, const QString &where,
                                                         const QDateTime &now)
{
    RecipientCertificate parsed;
    parsed.m_certificate = certificateIn(content);
    if (!parsed.m_certificate)
        return fail(wrong(where, QStringLiteral("there is no certificate in it"),
                          QStringLiteral("Give an X.509 certificate, as PEM or DER.")));
    auto *certificate = parsed.m_certificate.get();
    SEALIFT_TRY(checkTime(certificate, where, now));
    SEALIFT_ASSIGN(parsed.m_hasRsaKey, checkKey(certificate, where));
    SEALIFT_TRY(checkUsage(certificate, where, parsed.m_hasRsaKey));
    parsed.m_subject = nameText(X509_get_subject_name(certificate));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return fail(Error(ErrorCode::Internal, QStringLiteral("libcrypto: X509_digest failed")));
    parsed.m_fingerprint =
        QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size)).toHex();
    return parsed;
}

} // namespace sealift
