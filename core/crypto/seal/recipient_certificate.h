#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

struct x509_st; // libcrypto's X509

namespace sealift {

/// The certificate of somebody whom files are sealed for. Nothing says that it is the right person's: whoever names the
/// file has to know where it came from. Value type; immutable.
class RecipientCertificate
{
public:
    /// Reads the first certificate of a file in PEM, or one in DER.
    /// @param where names the file in errors. @param now the time at which it must be valid.
    /// Errors: InvalidArgument (no certificate, or one that is not valid now, or not for encryption); Unsupported (a
    /// key of a kind or length that files are not sealed for).
    static Result<RecipientCertificate> parse(const QByteArray &content, const QString &where, const QDateTime &now);

    /// Whose it is, as RFC 2253 writes names.
    const QString &subject() const { return m_subject; }
    /// SHA-256 of the certificate, in hexadecimal digits.
    const QByteArray &fingerprint() const { return m_fingerprint; }
    /// Whether a key is transported (RSA); else one is agreed on (elliptic curves).
    bool hasRsaKey() const { return m_hasRsaKey; }
    x509_st *handle() const { return m_certificate.get(); }

private:
    std::shared_ptr<x509_st> m_certificate;
    QString m_subject;
    QByteArray m_fingerprint;
    bool m_hasRsaKey = false;
};

} // namespace sealift
