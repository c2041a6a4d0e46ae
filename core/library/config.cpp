#include "library/config.h"

#include "base/json.h"
#include "crypto/random.h"
#include "library/go_text.h"
#include "library/polynomial.h"

namespace sealift {

RepositoryConfig RepositoryConfig::random()
{
    RepositoryConfig config;
    fillRandom(config.id.mutableBytes());
    config.chunkerPolynomial = randomChunkerPolynomial();
    return config;
}

Result<RepositoryConfig> RepositoryConfig::parse(const QByteArray &json, const QString &where)
{
    SEALIFT_ASSIGN(const auto object, parseJsonObject(json, where));
    const JsonFields fields(object, where);
    SEALIFT_ASSIGN(const auto version, fields.integer(QStringLiteral("version")));
    if (version < kMinVersion || version > kMaxVersion)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1: repository version %2 is not known").arg(where).arg(version),
                          QStringLiteral("Use a later Sealift, or restic.")));
    RepositoryConfig config;
    config.version = static_cast<int>(version);
    SEALIFT_ASSIGN(const auto id, fields.string(QStringLiteral("id")));
    auto digest = Digest::fromHex(id);
    if (!digest)
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"id\": %2").arg(where, digest.error().what())));
    config.id = *digest;
    SEALIFT_ASSIGN(const auto polynomial, fields.string(QStringLiteral("chunker_polynomial")));
    bool isNumber = false;
    config.chunkerPolynomial = polynomial.toULongLong(&isNumber, 16);
    if (!isNumber || !isIrreducible(config.chunkerPolynomial))
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1: field \"chunker_polynomial\" is no irreducible polynomial").arg(where)));
    return config;
}

QByteArray RepositoryConfig::toJson() const
{
    QByteArray out("{");
    appendGoJsonKey(out, "version");
    out.append(QByteArray::number(version));
    appendGoJsonKey(out, "id");
    appendGoJsonString(out, id.hex().toLatin1());
    appendGoJsonKey(out, "chunker_polynomial");
    appendGoJsonString(out, QByteArray::number(chunkerPolynomial, 16));
    return out.append('}');
}

} // namespace sealift
