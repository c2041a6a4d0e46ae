#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QByteArray>

namespace sealift {

/// The file `config` of a repository (restic's doc/design.rst, "Repository Format"), once opened.
struct RepositoryConfig {
    static constexpr int kMinVersion = 1;
    static constexpr int kMaxVersion = 2;

    int version = kMaxVersion;
    Digest id;                     ///< 32 random bytes
    quint64 chunkerPolynomial = 0; ///< what restic cuts its files with: irreducible over GF(2), of degree 53

    /// A fresh one: version 2, random id and polynomial.
    static RepositoryConfig random();
    /// From JSON. @param where names the file in errors. Errors: Corrupt, naming the field; Unsupported (a later
    /// version).
    static Result<RepositoryConfig> parse(const QByteArray &json, const QString &where);
    QByteArray toJson() const;

    bool operator==(const RepositoryConfig &) const = default;
};

} // namespace sealift
