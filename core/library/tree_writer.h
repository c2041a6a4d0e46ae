#pragma once

#include "base/result.h"
#include "library/tree_node.h"

#include <QDateTime>

namespace sealift {

/// The JSON of a directory, as restic would write it, byte by byte (restic's doc/design.rst, "Trees and Data"): nodes
/// in the order of their names. About 67 bytes a blob id. Nodes that restic made may hold more than a TreeNode does:
/// this is for trees of our own. Errors: InvalidArgument - a name that is empty, "." or "..", holds '/' or a zero byte,
/// or comes twice.
Result<QByteArray> writeTree(std::vector<TreeNode> nodes);

/// A file of `size` bytes made of these blobs, readable by its owner alone, who is the current user.
TreeNode newFileNode(const QByteArray &name, quint64 size, std::vector<BlobId> content, const QDateTime &modified);
/// A directory with this tree, likewise.
TreeNode newDirNode(const QByteArray &name, const BlobId &subtree, const QDateTime &modified);

/// Whether a name can stand in a tree.
bool isNodeName(const QByteArray &name);

} // namespace sealift
