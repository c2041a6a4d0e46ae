#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QtCrypto>

namespace sealift {

/// A public RSA key that checks signatures (RSASSA-PKCS1-v1_5 with SHA-256, RFC 8017 section 8.2). One thread at a
/// time.
class VerifyingKey
{
public:
    static constexpr int kMinBits = 3072;
    static constexpr int kMaxBits = 16384;
    static constexpr const char *kAlgorithm = "RSASSA-PKCS1-v1_5-SHA256";

    /// Reads "BEGIN PUBLIC KEY". Errors: Corrupt (no such thing, or not in the one form that pem() gives), Unsupported
    /// (another kind of key, or one that is too small).
    static Result<VerifyingKey> fromPem(const QByteArray &pem);

    bool verify(ByteView message, const QByteArray &signature) const;

    const QByteArray &pem() const { return m_pem; }
    /// SHA-256 of the key's SubjectPublicKeyInfo (RFC 5280) in DER, in hexadecimal digits.
    const QString &id() const { return m_id; }

private:
    VerifyingKey() = default;

    QCA::PublicKey m_key;
    QByteArray m_pem;
    QString m_id;
};

} // namespace sealift
