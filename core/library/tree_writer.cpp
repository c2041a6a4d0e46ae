#include "library/tree_writer.h"

#include "library/client_identity.h"
#include "library/go_text.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qsizetype kPerId = 2 * static_cast<qsizetype>(Digest::kSize) + 3;
constexpr qsizetype kPerNode = 1024;

class NodeWriter
{
public:
    explicit NodeWriter(QByteArray &out)
        : m_out(out)
    {
    }

    // The order of the fields, and which of them are left out when empty, is part of the format.
    void write(const TreeNode &node)
    {
        m_out.append('{');
        text("name", goQuoted(node.name));
        text("type", nodeTypeName(node.type));
        optionalNumber("mode", node.mode);
        text("mtime", node.modified);
        text("atime", node.accessed);
        text("ctime", node.changed);
        number("uid", node.uid);
        number("gid", node.gid);
        optionalText("user", node.user);
        optionalText("group", node.group);
        optionalNumber("inode", node.inode);
        optionalNumber("device_id", node.deviceId);
        optionalNumber("size", node.size);
        optionalNumber("links", node.links);
        optionalText("linktarget", node.linkTarget);
        optionalNumber("device", node.device);
        content(node);
        if (node.subtree)
            text("subtree", node.subtree->hex().toLatin1());
        m_out.append('}');
    }

private:
    void text(QByteArrayView key, const QByteArray &value)
    {
        appendGoJsonKey(m_out, key);
        appendGoJsonString(m_out, value);
    }
    void optionalText(QByteArrayView key, const QByteArray &value)
    {
        if (!value.isEmpty())
            text(key, value);
    }
    void number(QByteArrayView key, quint64 value)
    {
        appendGoJsonKey(m_out, key);
        m_out.append(QByteArray::number(value));
    }
    void optionalNumber(QByteArrayView key, quint64 value)
    {
        if (value != 0)
            number(key, value);
    }

    void content(const TreeNode &node)
    {
        appendGoJsonKey(m_out, "content");
        if (!node.hasContent) {
            m_out.append("null");
            return;
        }
        m_out.append('[');
        for (const auto &id : node.content) {
            if (!m_out.endsWith('['))
                m_out.append(',');
            m_out.append('"');
            appendHex(id);
            m_out.append('"');
        }
        m_out.append(']');
    }

    void appendHex(const Digest &id)
    {
        constexpr char kDigits[] = "0123456789abcdef";
        char hex[2 * Digest::kSize];
        char *pos = hex;
        for (const auto byte : id.bytes()) {
            *pos++ = kDigits[static_cast<unsigned>(byte) >> 4];
            *pos++ = kDigits[static_cast<unsigned>(byte) & 15];
        }
        m_out.append(hex, sizeof(hex));
    }

    QByteArray &m_out;
};

TreeNode newNode(const QByteArray &name, const QDateTime &modified)
{
    const auto identity = ClientIdentity::current();
    TreeNode node;
    node.name = name;
    node.modified = goTime(modified);
    node.accessed = node.modified;
    node.changed = node.modified;
    node.uid = identity.uid;
    node.gid = identity.gid;
    node.user = identity.username.toUtf8();
    return node;
}

} // namespace

bool isNodeName(const QByteArray &name)
{
    return !name.isEmpty() && name != "." && name != ".." && !name.contains('/') && !name.contains('\0');
}

Result<QByteArray> writeTree(std::vector<TreeNode> nodes)
{
    std::sort(nodes.begin(), nodes.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    qsizetype size = kPerNode;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto &name = nodes[i].name;
        if (!isNodeName(name) || (i > 0 && name == nodes[i - 1].name))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("a folder cannot hold a file \"%1\"").arg(QString::fromUtf8(name))));
        size += kPerNode + kPerId * static_cast<qsizetype>(nodes[i].content.size());
    }
    QByteArray out;
    out.reserve(size);
    out.append("{\"nodes\":[");
    NodeWriter writer(out);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i > 0)
            out.append(',');
        writer.write(nodes[i]);
    }
    return out.append("]}\n");
}

TreeNode newFileNode(const QByteArray &name, quint64 size, std::vector<BlobId> content, const QDateTime &modified)
{
    auto node = newNode(name, modified);
    node.type = NodeType::File;
    node.mode = 0600;
    node.size = size;
    node.links = 1;
    node.hasContent = true;
    node.contentCount = content.size();
    node.content = std::move(content);
    return node;
}

TreeNode newDirNode(const QByteArray &name, const BlobId &subtree, const QDateTime &modified)
{
    auto node = newNode(name, modified);
    node.type = NodeType::Dir;
    node.mode = kGoModeDir | 0700;
    node.subtree = subtree;
    return node;
}

} // namespace sealift
