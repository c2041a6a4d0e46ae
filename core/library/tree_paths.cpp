#include "library/tree_paths.h"

#include "library/go_text.h"
#include "library/repository.h"

namespace sealift {

Status loadTree(const Repository &repository, const BlobId &tree, ReadContent readContent, const NodeSink &sink,
                const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto json, repository.loadBlob(BlobType::Tree, tree, stop));
    return readTree(viewOf(json), readContent, sink, QStringLiteral("tree %1").arg(tree.hex()));
}

QString displayName(const QByteArray &name)
{
    auto text = QString::fromUtf8(name);
    return text.toUtf8() == name ? text : QString::fromUtf8(goQuoted(name));
}

bool isNamed(const TreeNode &node, QStringView part)
{
    return node.name == part.toUtf8() || displayName(node.name) == part;
}

} // namespace sealift
