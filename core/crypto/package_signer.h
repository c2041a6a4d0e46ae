#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QtCrypto>

#include <memory>

struct evp_pkey_st; // libcrypto's EVP_PKEY

namespace sealift {

/// Signs the manifests of OVF packages with the key of a certificate. Source: DMTF DSP0243, "Certificate files". Value
/// type; immutable.
class PackageSigner
{
public:
    /// @param certificate PEM; its first certificate counts. @param key PEM, not encrypted. @param certificateName and
    /// `keyName` name the files in errors. @param now the time at which the certificate must be valid.
    /// Errors: InvalidArgument (no certificate or key, not valid now, or the two do not belong together); Unsupported
    /// (an encrypted key; one that does not sign by SHA-256: RSA and elliptic curves do).
    static Result<PackageSigner> load(const QByteArray &certificate, const QString &certificateName,
                                      const QCA::SecureArray &key, const QString &keyName, const QDateTime &now);

    /// The content of the certificate file for a manifest of that name. Errors: Internal.
    Result<QByteArray> certificateFile(const QString &manifestName, const QByteArray &manifest) const;

private:
    std::shared_ptr<evp_pkey_st> m_key;
    QByteArray m_certificate; ///< PEM, that certificate alone
};

} // namespace sealift
