#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/blob_sealer.h"
#include "library/ids.h"
#include "storage/object_store.h"

#include <span>
#include <stop_token>
#include <vector>

namespace sealift {

/// The list of blobs at a pack's end (restic's doc/design.rst, "Pack Format"): one entry a blob, in the order of the
/// blobs, sealed, followed by the sealed size as four bytes, little-endian. An entry is type, sealed length, for
/// compressed blobs the plain length, and the blob's id.

/// The header without entries: nonce, MAC, and the length at the end.
inline constexpr std::size_t kPackHeaderOverhead = BlobSealer::kOverhead + 4;
/// The bytes of an uncompressed blob's entry, and of a compressed one's.
inline constexpr std::size_t kMinPackHeaderEntrySize = 1 + 4 + Digest::kSize;
inline constexpr std::size_t kMaxPackHeaderEntrySize = kMinPackHeaderEntrySize + 4;
/// restic reads no sealed header larger than this.
inline constexpr std::size_t kMaxSealedPackHeader = std::size_t{16} << 20;

inline std::size_t packHeaderEntrySize(const PackEntry &entry)
{
    return entry.uncompressedLength == 0 ? kMinPackHeaderEntrySize : kMaxPackHeaderEntrySize;
}

/// The bytes that follow the blobs of a pack: sealed header and its length. The entries' offsets must be what the order
/// implies. Errors: Internal; LimitExceeded where restic could not read the header.
Result<QByteArray> sealPackHeader(std::span<const PackEntry> entries, BlobSealer &sealer);

/// The size of a pack that holds exactly these entries: blobs, header and all.
qint64 packSizeOf(std::span<const PackEntry> entries);

/// Opens and checks the header of a pack.
/// @param sealed the sealed header without the length that follows it; used up (opened in place).
/// @param packSize bytes of the whole pack: the blobs must fill exactly what the header leaves.
/// Errors: Corrupt, naming what is wrong: authentication, unknown type, a length that no sealed blob can have, sizes
/// that do not add up.
Result<std::vector<PackEntry>> openPackHeader(MutableBytes sealed, qint64 packSize, BlobSealer &sealer);

/// Reads the header of a stored pack, usually by one call. Errors: as openPackHeader(), and those of the store; they
/// name the pack.
Result<std::vector<PackEntry>> readPackHeader(ObjectStore &store, const PackId &pack, qint64 packSize,
                                              BlobSealer &sealer, const std::stop_token &stop);

} // namespace sealift
