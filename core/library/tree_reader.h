#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "library/tree_node.h"

#include <functional>

namespace sealift {

/// Whether the blob ids of files are read along, or only counted.
enum class ReadContent {
    No,
    Small, ///< of files of up to kSmallContent blobs
    Yes,
};
inline constexpr quint64 kSmallContent = 64;

/// Takes one node of a tree.
using NodeSink = std::function<Status(TreeNode node)>;

/// Reads the JSON of a directory, of ours or restic's (restic's doc/design.rst, "Trees and Data"), node by node in the
/// order of the document. Memory: one node, and 32 bytes for each of its blob ids that is kept. Unknown fields are
/// passed over. @param where names the tree in errors.
/// Errors: Corrupt, naming node and field, also for a name that no file could have; those of `sink`.
Status readTree(ByteView json, ReadContent readContent, const NodeSink &sink, const QString &where);

} // namespace sealift
