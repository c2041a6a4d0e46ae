#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct evp_md_ctx_st;
struct evp_md_st;

namespace sealift {

/// The digests of OVF manifests (DSP0243, "OVF package manifest": SHA-1 in version 1, SHA-256 and SHA-512 since).
enum class DigestKind { Sha1, Sha256, Sha512 };

/// As manifests spell it ("SHA256").
QString digestKindName(DigestKind kind);
/// The kind of that name, in any case, with or without '-'; nothing if there is none.
std::optional<DigestKind> digestKindFromName(const QString &name);
/// Bytes of a digest.
qsizetype digestSize(DigestKind kind);
/// libcrypto's object for it.
const evp_md_st *digestMethod(DigestKind kind);

/// A digest of bytes as they come, by libcrypto. For one thread.
class FileDigest
{
public:
    explicit FileDigest(DigestKind kind);

    void add(ByteView bytes);
    /// Once, after the last add().
    QByteArray finish();

private:
    struct Free {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace sealift
