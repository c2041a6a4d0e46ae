#include "image/ovf/ovf_manifest.h"

#include "base/freed_by.h"

#include <QRegularExpression>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace sealift {

namespace {

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;

constexpr qsizetype kMaxCertificate = qsizetype{256} << 10;

Error corrupt(const QString &where, const QString &what)
{
    return Error(ErrorCode::Corrupt, QStringLiteral("%1: %2").arg(where, what),
                 QStringLiteral("Copy or download the package again, and do not trust it before this is clear."))
        .with(QStringLiteral("file"), where);
}

Result<Certificate> certificateIn(const QByteArray &pem, const QString &where)
{
    const Bio memory(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    Certificate certificate(memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return fail(corrupt(where, QStringLiteral("there is no certificate in it")));
    return certificate;
}

QString nameText(const X509_NAME *name)
{
    const Bio memory(BIO_new(BIO_s_mem()));
    if (!memory || X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_RFC2253) < 0)
        return {};
    char *text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return QString::fromLatin1(text, size);
}

bool holds(X509 *certificate, DigestKind kind, const QByteArray &signature, const QByteArray &manifest)
{
    auto *key = X509_get0_pubkey(certificate);
    const DigestContext context(EVP_MD_CTX_new());
    return key != nullptr && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, digestMethod(kind), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            static_cast<std::size_t>(signature.size()),
                            reinterpret_cast<const unsigned char *>(manifest.constData()),
                            static_cast<std::size_t>(manifest.size())) == 1;
}

} // namespace

Result<ManifestSignature> verifyManifestSignature(const QByteArray &certificate, const QByteArray &manifest,
                                                  const QString &where)
{
    if (certificate.size() > kMaxCertificate)
        return fail(corrupt(where, QStringLiteral("%1 bytes are too long").arg(certificate.size())));
    static const QRegularExpression form(
        QStringLiteral("^([A-Za-z0-9-]{3,10}) *\\(([^\n]{1,1000})\\) *= *([0-9A-Fa-f]+) *\r?$"),
        QRegularExpression::MultilineOption);
    const auto match = form.match(QString::fromUtf8(certificate));
    if (!match.hasMatch())
        return fail(corrupt(where, QStringLiteral("there is no signature in it")));
    const auto kind = digestKindFromName(match.captured(1));
    if (!kind)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1: signatures over %2 are not known").arg(where, match.captured(1))));
    SEALIFT_ASSIGN(const auto x509, certificateIn(certificate, where));
    if (!holds(x509.get(), *kind, QByteArray::fromHex(match.captured(3).toLatin1()), manifest))
        return fail(corrupt(where, QStringLiteral("the signature does not hold: the manifest was changed after it was "
                                                  "signed")));
    ManifestSignature signature;
    signature.signer = nameText(X509_get_subject_name(x509.get()));
    signature.issuer = nameText(X509_get_issuer_name(x509.get()));
    signature.selfSigned = signature.signer == signature.issuer;
    return signature;
}

} // namespace sealift
