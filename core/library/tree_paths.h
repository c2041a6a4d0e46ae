#pragma once

#include "base/result.h"
#include "library/ids.h"
#include "library/tree_reader.h"

#include <QString>

#include <stop_token>

namespace sealift {

class Repository;

/// Directories nested more deeply than this are refused.
inline constexpr int kMaxTreeDepth = 1024;

/// Loads a tree and reads it node by node. Errors: those of Repository::loadBlob() and readTree().
Status loadTree(const Repository &repository, const BlobId &tree, ReadContent readContent, const NodeSink &sink,
                const std::stop_token &stop);

/// A node's name for people, and in paths: as it is where it is UTF-8, else quoted as Go does.
QString displayName(const QByteArray &name);

/// Whether a part of a path means this node.
bool isNamed(const TreeNode &node, QStringView part);

} // namespace sealift
