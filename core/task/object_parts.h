#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QString>

#include <stop_token>

namespace sealift {

/// An object in a bucket that is put together of parts. All functions but sendPart() are for one thread, sendPart() for
/// any.
class ObjectParts
{
public:
    ObjectParts() = default;
    virtual ~ObjectParts() = default;
    ObjectParts(const ObjectParts &) = delete;
    ObjectParts &operator=(const ObjectParts &) = delete;

    /// Where it is, in words.
    virtual QString place() const = 0;
    /// Begins it, unless one is gone on with. @param size of the object, at most.
    virtual Status begin(qint64 size, const std::stop_token &stop) = 0;
    /// Bytes of each part but the last, once it has begun.
    virtual qint64 partSize() const = 0;
    /// Sends one part, unless it has arrived before. @param number from 1.
    virtual Status sendPart(int number, ByteView bytes, const std::stop_token &stop) = 0;
    /// Makes the object of the parts that were sent. @param size in bytes.
    virtual Status complete(qint64 size, const std::stop_token &stop) = 0;
};

} // namespace sealift
