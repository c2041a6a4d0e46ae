#pragma once

#include "base/result.h"
#include "library/blob_index.h"
#include "library/byte_source.h"
#include "library/ids.h"

#include <functional>
#include <span>
#include <vector>

namespace sealift {

/// Takes one pack of an index document with its blobs.
using PackSink = std::function<Status(const PackId &pack, std::span<const PackEntry> entries)>;

/// Reads an index document (restic's doc/design.rst, "Indexing") as it streams by; memory for one pack's blobs.
/// Unknown fields are passed over. Returns the ids of the index files that this one says it supersedes.
/// @param where names the document in errors. Errors: Corrupt, naming field and pack; those of the source and of
/// `sink`.
Result<std::vector<FileId>> readIndexDocument(ByteSource &source, const PackSink &sink, const QString &where);

/// Writes one: packs in the order given.
QByteArray writeIndexDocument(std::span<const PendingPack> packs);

} // namespace sealift
