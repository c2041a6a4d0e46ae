#include "image/ovf/file_digest.h"

#include <openssl/evp.h>

#include <array>

namespace sealift {

QString digestKindName(DigestKind kind)
{
    switch (kind) {
    case DigestKind::Sha1:
        return QStringLiteral("SHA1");
    case DigestKind::Sha256:
        return QStringLiteral("SHA256");
    case DigestKind::Sha512:
        return QStringLiteral("SHA512");
    }
    return {};
}

std::optional<DigestKind> digestKindFromName(const QString &name)
{
    const auto plain = QString(name).remove(QLatin1Char('-')).toUpper();
    for (const auto kind : {DigestKind::Sha1, DigestKind::Sha256, DigestKind::Sha512}) {
        if (digestKindName(kind) == plain)
            return kind;
    }
    return std::nullopt;
}

const evp_md_st *digestMethod(DigestKind kind)
{
    switch (kind) {
    case DigestKind::Sha1:
        return EVP_sha1();
    case DigestKind::Sha256:
        return EVP_sha256();
    case DigestKind::Sha512:
        return EVP_sha512();
    }
    return nullptr;
}

qsizetype digestSize(DigestKind kind)
{
    return EVP_MD_get_size(digestMethod(kind));
}

void FileDigest::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

FileDigest::FileDigest(DigestKind kind)
    : m_context(EVP_MD_CTX_new())
{
    // Neither fails but for lack of memory, or where a policy forbids the digest: then finish() gives none.
    if (m_context && EVP_DigestInit_ex(m_context.get(), digestMethod(kind), nullptr) != 1)
        m_context.reset();
}

void FileDigest::add(ByteView bytes)
{
    if (m_context && EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) != 1)
        m_context.reset();
}

QByteArray FileDigest::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned int size = 0;
    if (!m_context || EVP_DigestFinal_ex(m_context.get(), value.data(), &size) != 1)
        return {};
    return {reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(size)};
}

} // namespace sealift
