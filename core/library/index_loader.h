#pragma once

#include "base/result.h"
#include "library/blob_index.h"
#include "library/index_file.h"
#include "library/unpacked_files.h"

#include <stop_token>

namespace sealift {

/// Loads index files, several at once, and hands every pack on to `sink`, which is called by several threads at once.
/// Returns the ids of the index files that others say they supersede.
/// @param damaged gets the errors of damaged files, which are then left out, as far as they could not be read; null:
/// the first one ends the rest. Errors: Corrupt, naming the file; those of the store and of `sink`.
Result<std::vector<FileId>> loadIndexFiles(const UnpackedFiles &files, const std::vector<FileId> &ids, int threads,
                                           const PackSink &sink, std::vector<Error> *damaged,
                                           const std::stop_token &stop);

/// Reads all index files into `index`. A file that another one supersedes - left behind by an old restic that was
/// interrupted while it cleaned up - is left out where the index was empty before. @param threads how many files are
/// read at once. @param damaged as for loadIndexFiles().
Status loadIndexInto(BlobIndex &index, const UnpackedFiles &files, int threads, std::vector<Error> *damaged,
                     const std::stop_token &stop);

/// Writes index files for all pending packs of `index`, at most kIndexFileEntries blobs a file (restic's limit; a
/// larger pack has a file of its own). What could not be written is pending again.
Status writePendingIndex(BlobIndex &index, const UnpackedFiles &files, const std::stop_token &stop);
inline constexpr std::size_t kIndexFileEntries = 50'000;

} // namespace sealift
