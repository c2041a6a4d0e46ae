#include "crypto/verifying_key.h"

#include "crypto/digest.h"

namespace sealift {

Result<VerifyingKey> VerifyingKey::fromPem(const QByteArray &pem)
{
    QCA::ConvertResult outcome = QCA::ErrorDecode;
    VerifyingKey key;
    if (pem.startsWith("-----BEGIN PUBLIC KEY-----\n"))
        key.m_key = QCA::PublicKey::fromPEM(QString::fromLatin1(pem), &outcome);
    if (outcome != QCA::ConvertGood || key.m_key.isNull())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("not a public key in PEM form")));
    if (!key.m_key.isRSA() || key.m_key.bitSize() < kMinBits || key.m_key.bitSize() > kMaxBits)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("not an RSA key of at least %1 bits").arg(kMinBits)));
    key.m_pem = key.m_key.toPEM().toLatin1();
    if (key.m_pem != pem)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the public key is not in its usual form")));
    key.m_id = sha256(viewOf(key.m_key.toDER())).hex();
    return key;
}

bool VerifyingKey::verify(ByteView message, const QByteArray &signature) const
{
    auto key = m_key; // verifying changes the object's state
    return signature.size() == (m_key.bitSize() + 7) / 8 &&
           key.verifyMessage(toByteArray(message), signature, QCA::EMSA3_SHA256);
}

} // namespace sealift
