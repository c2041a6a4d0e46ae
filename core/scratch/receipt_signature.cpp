#include "scratch/receipt_signature.h"

#include "base/canonical_json.h"
#include "base/json.h"
#include "base/output_file.h"
#include "base/url_mask.h"

namespace sealift {

namespace {

const QString kSignatureField = QStringLiteral("signature");
constexpr qsizetype kLargestFile = qsizetype{16} << 20;

Error invalid(const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("the receipt is not valid: %1").arg(why)};
}

/// The signature's own members, each in the one form it can have: no other bytes stand for the same.
struct Signature {
    QString algorithm;
    QString keyId;
    QByteArray publicKey;
    QByteArray value;
};

Result<Signature> readSignature(const QJsonObject &receipt)
{
    SEALIFT_ASSIGN(const auto fields, JsonFields(receipt, QStringLiteral("receipt")).object(kSignatureField));
    if (fields.raw().size() != 4)
        return fail(invalid(QStringLiteral("its signature has other members than it should")));
    Signature signature;
    SEALIFT_ASSIGN(signature.algorithm, fields.string(QStringLiteral("algorithm")));
    SEALIFT_ASSIGN(signature.keyId, fields.string(QStringLiteral("keyId")));
    SEALIFT_ASSIGN(const auto publicKey, fields.string(QStringLiteral("publicKey")));
    signature.publicKey = publicKey.toUtf8();
    SEALIFT_ASSIGN(signature.value, fields.base64(QStringLiteral("value")));
    if (QString::fromLatin1(signature.value.toBase64()) != fields.raw().value(QStringLiteral("value")).toString())
        return fail(invalid(QStringLiteral("its signature is not in the usual form of base64")));
    return signature;
}

Result<QByteArray> payloadOf(QJsonObject receipt)
{
    receipt.remove(kSignatureField);
    return canonicalJson(receipt);
}

Result<QJsonObject> parse(const QByteArray &file)
{
    if (file.size() > kLargestFile)
        return fail(invalid(QStringLiteral("it is too large")));
    return parseCanonicalJson(file, QStringLiteral("the receipt"));
}

} // namespace

Result<QByteArray> signReceipt(const Receipt &receipt, InstallationKey &key)
{
    auto object = maskUrls(QJsonValue(receipt.toJson())).toObject();
    SEALIFT_ASSIGN(const auto payload, canonicalJson(object));
    SEALIFT_ASSIGN(const auto value, key.sign(viewOf(payload)));
    object.insert(kSignatureField,
                  QJsonObject{{QStringLiteral("algorithm"), QLatin1String(VerifyingKey::kAlgorithm)},
                              {QStringLiteral("keyId"), key.publicKey().id()},
                              {QStringLiteral("publicKey"), QString::fromLatin1(key.publicKey().pem())},
                              {QStringLiteral("value"), QString::fromLatin1(value.toBase64())}});
    return canonicalJson(object);
}

Result<VerifiedReceipt> verifyReceipt(const QByteArray &file, const VerifyingKey *own)
{
    SEALIFT_ASSIGN(const auto object, parse(file));
    SEALIFT_ASSIGN(const auto signature, readSignature(object));
    if (signature.algorithm != QLatin1String(VerifyingKey::kAlgorithm))
        return fail(
            invalid(QStringLiteral("it is signed by another algorithm, \"%1\"").arg(signature.algorithm.left(80))));
    auto key = VerifyingKey::fromPem(signature.publicKey);
    if (!key)
        return fail(std::move(key).error().during(QStringLiteral("the receipt is not valid")));
    if (signature.keyId != key->id())
        return fail(invalid(QStringLiteral("the key's id is not that of the key in it")));
    SEALIFT_ASSIGN(const auto payload, payloadOf(object));
    if (!key->verify(viewOf(payload), signature.value))
        return fail(invalid(QStringLiteral("it was changed after it was signed")));
    SEALIFT_ASSIGN(auto receipt, Receipt::fromJson(object));
    const bool isOwn = own != nullptr && own->id() == key->id();
    return VerifiedReceipt{std::move(receipt), isOwn ? ReceiptSigner::ThisInstallation : ReceiptSigner::Another,
                           key->id()};
}

Result<ReceiptParts> takeReceiptApart(const QByteArray &file)
{
    SEALIFT_ASSIGN(const auto object, parse(file));
    SEALIFT_ASSIGN(const auto signature, readSignature(object));
    SEALIFT_ASSIGN(auto payload, payloadOf(object));
    return ReceiptParts{std::move(payload), signature.value, signature.publicKey};
}

Status exportForOpenssl(const QByteArray &file, const QString &folder)
{
    SEALIFT_ASSIGN(const auto parts, takeReceiptApart(file));
    const std::pair<const char *, const QByteArray &> files[] = {
        {"receipt.payload", parts.payload}, {"receipt.sig", parts.signature}, {"key.pem", parts.publicKey}};
    for (const auto &[name, content] : files) {
        const auto path = folder + QLatin1Char('/') + QLatin1String(name);
        SEALIFT_ASSIGN(const auto output, OutputFile::create(path, Overwrite::Yes));
        SEALIFT_TRY(output->writeAt(0, viewOf(content)));
        SEALIFT_TRY(output->finish());
    }
    return {};
}

} // namespace sealift
