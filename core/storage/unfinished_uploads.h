#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>

#include <stop_token>
#include <vector>

namespace sealift {

/// An upload in parts that nobody has finished: no object, yet it takes room, and is paid for.
struct UnfinishedUpload {
    QString name; ///< of the object it was to become
    QString id;   ///< the service's
    QDateTime begun;
    bool ours = false; ///< this process began it, and it is of no use any more
};

/// The uploads that were begun and not finished in a store's place. Outlives the store. Thread-safe.
class UnfinishedUploads
{
public:
    UnfinishedUploads() = default;
    virtual ~UnfinishedUploads() = default;
    UnfinishedUploads(const UnfinishedUploads &) = delete;
    UnfinishedUploads &operator=(const UnfinishedUploads &) = delete;

    /// The store's location.
    virtual QString place() const = 0;

    /// Whether an upload was begun here of which it is not known that it has ended.
    virtual bool mayHaveLeft() const = 0;

    /// Asks the service, once where mayHaveLeft() says that nothing can be found. Errors: Unsupported where it cannot
    /// say; those of the store.
    virtual Result<std::vector<UnfinishedUpload>> list(std::stop_token stop) = 0;

    /// Ends one, and gives its room back. Idempotent. Errors: those of the store.
    virtual Status abort(const UnfinishedUpload &upload, std::stop_token stop) = 0;
};

} // namespace sealift
