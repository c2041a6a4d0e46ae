#include "library/key_file.h"

#include "base/json.h"
#include "crypto/random.h"
#include "library/client_identity.h"
#include "library/go_text.h"
#include "library/master_key.h"

#include <limits>

namespace sealift {

namespace {

constexpr int kUserKeySize = SealingKey::kEncryptSize + 2 * SealingKey::kMacPartSize;

ByteView viewOfSecret(const QCA::SecureArray &bytes)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

MutableBytes mutableViewOfSecret(QCA::SecureArray &bytes)
{
    return {reinterpret_cast<std::byte *>(bytes.data()), static_cast<std::size_t>(bytes.size())};
}

template <typename Number>
Result<Number> positive(const JsonFields &fields, const QString &field, const QString &where)
{
    SEALIFT_ASSIGN(const auto value, fields.integer(field));
    if (value < 1 || static_cast<quint64>(value) > std::numeric_limits<Number>::max())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"%2\" is out of range").arg(where, field)));
    return static_cast<Number>(value);
}

} // namespace

Result<KeyFile> KeyFile::create(const SealingKey &master, const QCA::SecureArray &password,
                                const ScryptParameters &parameters)
{
    const auto identity = ClientIdentity::current();
    KeyFile file;
    file.created = QDateTime::currentDateTimeUtc();
    file.username = identity.username;
    file.hostname = identity.hostname;
    file.scrypt = parameters;
    file.salt = QByteArray(kSaltSize, Qt::Uninitialized);
    fillRandom(mutableViewOf(file.salt));
    SEALIFT_ASSIGN(const auto derived, sealift::scrypt(password, file.salt, parameters, kUserKeySize));
    BlobSealer sealer(SealingKey::fromBytes(derived));
    SEALIFT_ASSIGN(file.data, sealer.sealed(viewOfSecret(masterKeyToJson(master))));
    return file;
}

Result<KeyFile> KeyFile::parse(const QByteArray &json, const QString &where)
{
    SEALIFT_ASSIGN(const auto object, parseJsonObject(json, where));
    const JsonFields fields(object, where);
    SEALIFT_ASSIGN(const auto kdf, fields.string(QStringLiteral("kdf")));
    if (kdf != QLatin1String("scrypt"))
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1: unknown key derivation \"%2\"").arg(where, kdf.left(40)),
                          QStringLiteral("Use a later Sealift, or restic.")));
    KeyFile file;
    SEALIFT_ASSIGN(file.created, fields.time(QStringLiteral("created")));
    SEALIFT_ASSIGN(file.username, fields.optionalString(QStringLiteral("username")));
    SEALIFT_ASSIGN(file.hostname, fields.optionalString(QStringLiteral("hostname")));
    SEALIFT_ASSIGN(file.scrypt.N, positive<quint64>(fields, QStringLiteral("N"), where));
    SEALIFT_ASSIGN(file.scrypt.r, positive<quint32>(fields, QStringLiteral("r"), where));
    SEALIFT_ASSIGN(file.scrypt.p, positive<quint32>(fields, QStringLiteral("p"), where));
    SEALIFT_ASSIGN(file.salt, fields.base64(QStringLiteral("salt")));
    SEALIFT_ASSIGN(file.data, fields.base64(QStringLiteral("data")));
    return file;
}

QByteArray KeyFile::toJson() const
{
    QByteArray out("{");
    const auto addString = [&out](QByteArrayView key, const QByteArray &value) {
        appendGoJsonKey(out, key);
        appendGoJsonString(out, value);
    };
    const auto addNumber = [&out](QByteArrayView key, quint64 value) {
        appendGoJsonKey(out, key);
        out.append(QByteArray::number(value));
    };
    addString("created", goTime(created));
    addString("username", username.toUtf8());
    addString("hostname", hostname.toUtf8());
    addString("kdf", "scrypt");
    addNumber("N", scrypt.N);
    addNumber("r", scrypt.r);
    addNumber("p", scrypt.p);
    addString("salt", salt.toBase64());
    addString("data", data.toBase64());
    return out.append('}');
}

Result<SealingKey> KeyFile::open(const QCA::SecureArray &password, const QString &where) const
{
    if (data.size() <= static_cast<qsizetype>(BlobSealer::kOverhead))
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"data\" is too short").arg(where)));
    auto derived = sealift::scrypt(password, salt, scrypt, kUserKeySize);
    if (!derived) {
        const auto code =
            derived.error().code() == ErrorCode::InvalidArgument ? ErrorCode::Corrupt : derived.error().code();
        return fail(Error(code, QStringLiteral("%1: %2").arg(where, derived.error().what()), derived.error().remedy()));
    }
    QCA::SecureArray json(static_cast<int>(data.size()) - static_cast<int>(BlobSealer::kOverhead));
    BlobSealer sealer(SealingKey::fromBytes(*derived));
    if (auto opened = sealer.open(viewOf(data), mutableViewOfSecret(json)); !opened) {
        if (opened.error().code() != ErrorCode::Corrupt)
            return fail(std::move(opened).error());
        return fail(Error(ErrorCode::WrongPassword, QStringLiteral("%1: the password does not open it").arg(where)));
    }
    auto master = masterKeyFromJson(json);
    if (!master)
        return fail(std::move(master).error().during(where));
    return master;
}

} // namespace sealift
