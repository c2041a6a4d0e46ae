#pragma once

#include "crypto/digest.h"

#include <QtGlobal>

namespace sealift {

/// Names in a restic repository are all SHA-256 values; these say of what (restic's doc/design.rst, "Terminology").
using BlobId = Digest;     ///< of a blob's plain bytes
using PackId = Digest;     ///< of a pack file's content
using SnapshotId = Digest; ///< of a snapshot file's content
using FileId = Digest;     ///< of any other file's content: index, key, lock

/// What a blob holds: a piece of a file, or the JSON of a directory.
enum class BlobType : quint8 {
    Data,
    Tree,
};
inline constexpr std::size_t kBlobTypes = 2;

/// A blob inside its pack. Bytes throughout.
struct PackEntry {
    BlobType type = BlobType::Data;
    BlobId id;
    quint32 offset = 0;             ///< from the start of the pack
    quint32 length = 0;             ///< sealed, that is with nonce and MAC
    quint32 uncompressedLength = 0; ///< plain size of a compressed blob; 0: stored uncompressed

    bool operator==(const PackEntry &) const = default;
};

/// A number that stands for a pack within one BlobIndex.
using PackIndex = quint32;

/// Where a blob lies. Bytes throughout.
struct BlobLocation {
    PackIndex pack = 0;             ///< BlobIndex::packId() gives its name
    quint32 offset = 0;             ///< from the start of the pack
    quint32 length = 0;             ///< sealed, that is with nonce and MAC
    quint32 uncompressedLength = 0; ///< plain size of a compressed blob; 0: stored uncompressed

    bool operator==(const BlobLocation &) const = default;
};

} // namespace sealift
