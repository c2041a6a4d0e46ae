#include "library/tree_node.h"

namespace sealift {

namespace {

struct TypeName {
    NodeType type;
    const char *name;
};
constexpr TypeName kTypeNames[] = {
    {NodeType::File, "file"},           {NodeType::Dir, "dir"},       {NodeType::Symlink, "symlink"},
    {NodeType::Device, "dev"},          {NodeType::Fifo, "fifo"},     {NodeType::CharDevice, "chardev"},
    {NodeType::Irregular, "irregular"}, {NodeType::Socket, "socket"},
};

} // namespace

QByteArray nodeTypeName(NodeType type)
{
    for (const auto &known : kTypeNames) {
        if (known.type == type)
            return known.name;
    }
    return {};
}

NodeType nodeTypeOf(QByteArrayView name)
{
    for (const auto &known : kTypeNames) {
        if (name == known.name)
            return known.type;
    }
    return NodeType::Unknown;
}

} // namespace sealift
