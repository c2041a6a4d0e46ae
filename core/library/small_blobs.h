#pragma once

#include "crypto/blob_sealer.h"
#include "library/blob_index.h"
#include "storage/object_store.h"

#include <stop_token>

namespace sealift {

/// Loads a tree or another small blob by an index: what Repository::loadBlob() does by its own.
Result<QByteArray> loadSmallBlob(ObjectStore &store, const SealingKey &key, const BlobIndex &index, BlobType type,
                                 const BlobId &id, qint64 maxSize, const std::stop_token &stop);

} // namespace sealift
