#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// What the service says of a bucket, for preflight. What it does not tell - it knows no such thing, or these
/// credentials may not ask - has no value, and is named in `notTold`. Holds no secret.
struct BucketState {
    QString place;                 ///< the store's location
    QString unreachable;           ///< why the bucket does not answer; empty: it does
    QString elsewhere;             ///< which region it is in, and which was asked for; empty where these are not two
    QString cannotWrite;           ///< why no object can be stored; empty: one could, or nobody tried
    QString cannotRemove;          ///< why what was stored cannot be removed; likewise
    bool plainHttp = false;        ///< the way there is not encrypted
    std::optional<bool> encrypted; ///< objects at rest, where no request says otherwise
    std::optional<bool> isPublic;  ///< others than those who are named may read it, or write to it
    std::optional<bool> retains;   ///< objects may not be removed for some time after they were stored
    std::optional<bool> versioned; ///< what is removed or replaced stays as an older version
    std::optional<bool>
        removesObjects;              ///< by itself, after some time, in the store's place; or moves them to an archive
    std::optional<bool> endsUploads; ///< that were begun and not finished, after some time, in the store's place
    std::optional<qint64> quotaLeft; ///< bytes; nothing where no quota is known
    std::optional<qint64> secondsAhead; ///< of this machine's clock
    QStringList notTold;                ///< "versioning (AccessDenied)"
};

} // namespace sealift
