#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "storage/bucket_state.h"
#include "storage/unfinished_uploads.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace sealift {

/// One stored object.
struct ObjectInfo {
    QString name;
    qint64 size = 0; ///< bytes
};

enum class PutMode {
    Replace,   ///< Take the place of an object of that name.
    CreateNew, ///< Fail with AlreadyExists where there is one. Atomic: of two writers, one wins.
};

/// A place that keeps named, immutable byte strings: a folder, a bucket. Names are relative paths with '/'
/// ("data/4f/4f1a..."); their parts hold only [A-Za-z0-9._-] and are never "." or "..".
///
/// Contract, the same for every store (tests/contract/ checks it):
///  - An object appears under its name complete and durable, or not at all; put() returns only after that.
///  - All functions may be called by many threads at once.
///  - A stop request ends a call soon (within a second) with Cancelled; a put that was stopped leaves nothing under the
///  name.
///  - Retries of passing failures happen inside the store, in one layer; what comes out is final.
///  - Errors name the object and the location; NotFound, AlreadyExists, PermissionDenied, NoSpace, Io, Corrupt (shorter
///  than asked for),
///    Network, Timeout, Cancelled.
class ObjectStore
{
public:
    ObjectStore() = default;
    virtual ~ObjectStore() = default;
    ObjectStore(const ObjectStore &) = delete;
    ObjectStore &operator=(const ObjectStore &) = delete;

    /// The place in words for people, without credentials ("/srv/library", "s3:https://host/bucket/prefix").
    virtual QString location() const = 0;

    /// The folder of this machine that it is; empty where it is none.
    virtual QString localFolder() const { return {}; }

    /// Who reaches it, in words without a secret ("profile prod: keys in ..."), once somebody has; empty where no
    /// identity is needed or known.
    virtual QString identity() const { return {}; }

    /// Makes the place ready for objects where it is not there yet (folders with mode 0700). Idempotent.
    virtual Status create(std::stop_token stop) = 0;

    /// Stores the parts, one after the other, as one object.
    virtual Status put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop) = 0;

    /// The object's size in bytes.
    virtual Result<qint64> size(const QString &name, std::stop_token stop) = 0;

    /// Fills `out` from byte `offset` on; Corrupt where the object is too short for that.
    virtual Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) = 0;

    /// The whole object; LimitExceeded where it has more than `maxSize` bytes.
    virtual Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) = 0;

    /// Calls `each` for every object whose name begins with the folder `prefix` ("data/" or "keys/"), in no particular
    /// order, on the calling thread; stops at its first error and returns that. Unfinished uploads are not objects. A
    /// missing folder has no objects.
    virtual Status list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                        std::stop_token stop) = 0;

    /// Removes an object. Idempotent: an absent one is a success.
    virtual Status remove(const QString &name, std::stop_token stop) = 0;

    /// What uploads in parts may leave behind here; null where there is no such thing.
    virtual std::shared_ptr<UnfinishedUploads> unfinishedUploads() { return nullptr; }

    /// What a bucket is set to, and whether it can be written, for preflight; nothing where the store is in none. Takes
    /// five seconds at most, and tries nothing twice: what is not known by then is told to be so. A small object is
    /// stored and removed.
    virtual std::optional<BucketState> bucketState(const std::stop_token & /*stop*/) { return {}; }

    /// How many calls at once serve this store best; a hint for the pipelines.
    virtual int suggestedConcurrency() const = 0;
};

/// OK, or InvalidArgument where `name` breaks the rules for object names.
Status checkObjectName(const QString &name);

} // namespace sealift
