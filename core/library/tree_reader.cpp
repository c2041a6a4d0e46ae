#include "library/tree_reader.h"

#include "library/go_text.h"
#include "library/json_reader.h"
#include "library/tree_writer.h"

#include <limits>

namespace sealift {

namespace {

// The levels of the document at which its fields lie.
constexpr int kDocument = 1; // {
constexpr int kNodes = 2;    // "nodes": [
constexpr int kNode = 3;     // {
constexpr int kContent = 4;  // "content": [

class TreeHandler : public JsonHandler
{
public:
    TreeHandler(ReadContent readContent, const NodeSink &sink)
        : m_readContent(readContent)
        , m_sink(sink)
    {
    }

    bool hasNodes() const { return m_hasNodes; }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view key(text, length);
        if (depth() == kDocument) {
            m_inNodes = key == "nodes";
            m_hasNodes |= m_inNodes;
        } else if (depth() == kNode && m_inNodes) {
            m_field = fieldOf(key);
        }
        return true;
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView value(text, static_cast<qsizetype>(length));
        if (m_inContent && depth() == kContent)
            return takeContent(value);
        if (!isNodeField())
            return true;
        if (auto *target = textTarget()) {
            *target = value.toByteArray();
            return true;
        }
        switch (m_field) {
        case Field::Name:
            return takeName(value);
        case Field::Type:
            m_node.type = nodeTypeOf(value);
            return true;
        case Field::LinkTargetRaw:
            m_node.linkTarget = QByteArray::fromBase64(value.toByteArray());
            return true;
        case Field::Subtree:
            m_node.subtree.emplace();
            return takeId(value, *m_node.subtree, "subtree");
        default:
            return m_field == Field::Other || wrongType();
        }
    }

    bool Uint(unsigned value) { return number(value); }
    bool Uint64(std::uint64_t value) { return number(value); }
    bool Int(int) { return noNumber(); }
    bool Int64(std::int64_t) { return noNumber(); }
    bool Double(double) { return noNumber(); }
    bool Bool(bool) { return noNumber(); }

    bool StartObject()
    {
        if (!enter())
            return false;
        if (m_inContent)
            return wrongType();
        if (m_inNodes && depth() == kNode)
            m_node = {};
        m_field = Field::Other;
        return true;
    }

    bool EndObject(rapidjson::SizeType)
    {
        const bool isNode = m_inNodes && depth() == kNode;
        leave();
        return !isNode || endNode();
    }

    bool StartArray()
    {
        const bool isContent = isNodeField() && m_field == Field::Content;
        if (m_inContent)
            return wrongType();
        if (!enter())
            return false;
        if (isContent) {
            m_inContent = true;
            m_node.hasContent = true;
        }
        return true;
    }

    bool EndArray(rapidjson::SizeType)
    {
        leave();
        if (depth() == kNode)
            m_inContent = false;
        return true;
    }

private:
    enum class Field {
        Other,
        Name,
        Type,
        Mode,
        Modified,
        Accessed,
        Changed,
        Uid,
        Gid,
        User,
        Group,
        Inode,
        DeviceId,
        Size,
        Links,
        LinkTarget,
        LinkTargetRaw,
        Device,
        Content,
        Subtree,
    };

    static Field fieldOf(std::string_view key)
    {
        struct Known {
            std::string_view key;
            Field field;
        };
        static constexpr Known kKnown[] = {
            {"name", Field::Name},
            {"type", Field::Type},
            {"mode", Field::Mode},
            {"mtime", Field::Modified},
            {"atime", Field::Accessed},
            {"ctime", Field::Changed},
            {"uid", Field::Uid},
            {"gid", Field::Gid},
            {"user", Field::User},
            {"group", Field::Group},
            {"inode", Field::Inode},
            {"device_id", Field::DeviceId},
            {"size", Field::Size},
            {"links", Field::Links},
            {"linktarget", Field::LinkTarget},
            {"linktarget_raw", Field::LinkTargetRaw},
            {"device", Field::Device},
            {"content", Field::Content},
            {"subtree", Field::Subtree},
        };
        for (const auto &known : kKnown) {
            if (known.key == key)
                return known.field;
        }
        return Field::Other;
    }

    bool isNodeField() const { return m_inNodes && depth() == kNode; }

    QByteArray *textTarget()
    {
        switch (m_field) {
        case Field::Modified:
            return &m_node.modified;
        case Field::Accessed:
            return &m_node.accessed;
        case Field::Changed:
            return &m_node.changed;
        case Field::User:
            return &m_node.user;
        case Field::Group:
            return &m_node.group;
        case Field::LinkTarget:
            return &m_node.linkTarget;
        default:
            return nullptr;
        }
    }

    QString nodeText() const { return QStringLiteral("node \"%1\"").arg(QString::fromUtf8(m_node.name)); }
    bool wrongType() { return refuse(QStringLiteral("%1: a field has the wrong type").arg(nodeText())); }
    bool noNumber()
    {
        if (m_inContent && depth() == kContent)
            return wrongType();
        return !isNodeField() || m_field == Field::Other || wrongType();
    }

    bool takeName(QByteArrayView quoted)
    {
        auto name = goUnquoted(quoted);
        if (!name)
            return refuse(std::move(name).error());
        if (!isNodeName(*name))
            return refuse(QStringLiteral("a node has the impossible name \"%1\"").arg(QString::fromUtf8(*name)));
        m_node.name = *std::move(name);
        return true;
    }

    bool takeId(QByteArrayView text, Digest &id, const char *field)
    {
        auto parsed = Digest::fromHex(text);
        if (!parsed)
            return refuse(
                QStringLiteral("%1: field \"%2\": %3").arg(nodeText(), QLatin1String(field), parsed.error().what()));
        id = *parsed;
        return true;
    }

    bool takeContent(QByteArrayView text)
    {
        ++m_node.contentCount;
        Digest id;
        if (!takeId(text, id, "content"))
            return false;
        if (m_readContent == ReadContent::Yes ||
            (m_readContent == ReadContent::Small && m_node.contentCount <= kSmallContent))
            m_node.content.push_back(id);
        else
            m_node.content.clear();
        return true;
    }

    bool number(quint64 value)
    {
        if (!isNodeField())
            return noNumber();
        const auto take32 = [&](quint32 &target) {
            if (value > std::numeric_limits<quint32>::max())
                return wrongType();
            target = static_cast<quint32>(value);
            return true;
        };
        switch (m_field) {
        case Field::Mode:
            return take32(m_node.mode);
        case Field::Uid:
            return take32(m_node.uid);
        case Field::Gid:
            return take32(m_node.gid);
        case Field::Inode:
            m_node.inode = value;
            return true;
        case Field::DeviceId:
            m_node.deviceId = value;
            return true;
        case Field::Size:
            m_node.size = value;
            return true;
        case Field::Links:
            m_node.links = value;
            return true;
        case Field::Device:
            m_node.device = value;
            return true;
        default:
            return noNumber();
        }
    }

    bool endNode()
    {
        if (m_node.name.isEmpty())
            return refuse(QStringLiteral("a node has no name"));
        auto taken = m_sink(std::exchange(m_node, {}));
        return taken || refuse(std::move(taken).error());
    }

    const ReadContent m_readContent;
    const NodeSink &m_sink;
    Field m_field = Field::Other;
    bool m_inNodes = false;
    bool m_hasNodes = false;
    bool m_inContent = false;
    TreeNode m_node;
};

} // namespace

Status readTree(ByteView json, ReadContent readContent, const NodeSink &sink, const QString &where)
{
    MemorySource source(json);
    TreeHandler handler(readContent, sink);
    SEALIFT_TRY(readJson(source, handler, where));
    if (!handler.hasNodes())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"nodes\" is missing").arg(where)));
    return {};
}

} // namespace sealift
