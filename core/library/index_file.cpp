#include "library/index_file.h"

#include "crypto/blob_sealer.h"
#include "library/json_reader.h"

#include <algorithm>
#include <limits>

namespace sealift {

namespace {

// The levels of an index document at which its fields lie.
constexpr int kDocument = 1; // {
constexpr int kList = 2;     // "packs": [, "supersedes": [
constexpr int kPack = 3;     // {
constexpr int kBlobList = 4; // "blobs": [
constexpr int kBlob = 5;     // {

class IndexHandler : public JsonHandler
{
public:
    explicit IndexHandler(const PackSink &sink)
        : m_sink(sink)
    {
    }

    std::vector<FileId> supersedes;

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view key(text, length);
        m_field = Field::Other;
        switch (depth()) {
        case kDocument:
            m_inPacks = key == "packs";
            m_inSupersedes = key == "supersedes";
            break;
        case kPack:
            if (m_inPacks)
                m_field = key == "id" ? Field::PackId : key == "blobs" ? Field::Blobs : Field::Other;
            m_inBlobs = m_field == Field::Blobs;
            break;
        case kBlob:
            if (m_inPacks && m_inBlobs)
                m_field = blobField(key);
            break;
        default:
            break;
        }
        return true;
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView value(text, static_cast<qsizetype>(length));
        if (m_inSupersedes && depth() == kList) {
            supersedes.emplace_back();
            return takeId(value, supersedes.back(), "supersedes");
        }
        switch (m_field) {
        case Field::PackId:
            m_hasPackId = true;
            return takeId(value, m_pack, "packs: id");
        case Field::BlobId:
            m_seen |= kSeenId;
            return takeId(value, m_blob.id, "blobs: id");
        case Field::Type:
            m_seen |= kSeenType;
            if (value != "data" && value != "tree")
                return refuse(QStringLiteral("unknown blob type \"%1\"")
                                  .arg(QString::fromUtf8(value.first(std::min<qsizetype>(value.size(), 40)))));
            m_blob.type = value == "tree" ? BlobType::Tree : BlobType::Data;
            return true;
        case Field::Other:
            return true;
        default:
            return refuse(QStringLiteral("a field of a pack has the wrong type"));
        }
    }

    bool Uint(unsigned value) { return number(value); }
    bool Uint64(std::uint64_t) { return notNumber(); }
    bool Int(int) { return notNumber(); }
    bool Int64(std::int64_t) { return notNumber(); }
    bool Double(double) { return notNumber(); }
    bool Bool(bool) { return notNumber(); }
    bool Null()
    {
        // What Go makes of an empty list.
        return m_field == Field::Blobs || m_field == Field::Other ||
               refuse(QStringLiteral("a field of a pack has the wrong type"));
    }

    bool StartObject()
    {
        if (!enter())
            return false;
        if (m_inPacks && depth() == kPack) {
            m_entries.clear();
            m_hasPackId = false;
            m_inBlobs = false;
        } else if (m_inPacks && m_inBlobs && depth() == kBlob) {
            m_blob = {};
            m_seen = 0;
        } else if (m_field != Field::Other) {
            return refuse(QStringLiteral("a field of a pack has the wrong type"));
        }
        m_field = Field::Other;
        return true;
    }

    bool EndObject(rapidjson::SizeType)
    {
        const int ended = depth();
        leave();
        if (m_inPacks && m_inBlobs && ended == kBlob)
            return endBlob();
        return !(m_inPacks && ended == kPack) || endPack();
    }

    bool StartArray()
    {
        if (m_field != Field::Other && m_field != Field::Blobs)
            return refuse(QStringLiteral("a field of a pack has the wrong type"));
        m_field = Field::Other;
        return enter();
    }

    bool EndArray(rapidjson::SizeType)
    {
        leave();
        return true;
    }

private:
    enum class Field {
        Other,
        PackId,
        Blobs,
        BlobId,
        Type,
        Offset,
        Length,
        UncompressedLength,
    };
    static constexpr unsigned kSeenId = 1;
    static constexpr unsigned kSeenType = 2;
    static constexpr unsigned kSeenOffset = 4;
    static constexpr unsigned kSeenLength = 8;
    static constexpr unsigned kSeenAll = 15;

    static Field blobField(std::string_view key)
    {
        if (key == "id")
            return Field::BlobId;
        if (key == "type")
            return Field::Type;
        if (key == "offset")
            return Field::Offset;
        if (key == "length")
            return Field::Length;
        return key == "uncompressed_length" ? Field::UncompressedLength : Field::Other;
    }

    bool takeId(QByteArrayView text, Digest &id, const char *field)
    {
        auto parsed = Digest::fromHex(text);
        if (!parsed)
            return refuse(QStringLiteral("field \"%1\": %2").arg(QLatin1String(field), parsed.error().what()));
        id = *parsed;
        return true;
    }

    bool number(quint32 value)
    {
        switch (m_field) {
        case Field::Offset:
            m_seen |= kSeenOffset;
            m_blob.offset = value;
            return true;
        case Field::Length:
            m_seen |= kSeenLength;
            m_blob.length = value;
            return true;
        case Field::UncompressedLength:
            m_blob.uncompressedLength = value;
            return true;
        default:
            return notNumber();
        }
    }

    bool notNumber()
    {
        return m_field == Field::Other ||
               refuse(QStringLiteral("a field of a pack has the wrong type, or is out of range"));
    }

    bool endBlob()
    {
        if (m_seen != kSeenAll)
            return refuse(QStringLiteral("a blob lacks one of the fields id, type, offset and length"));
        const bool sane = m_blob.length >= BlobSealer::kOverhead &&
                          m_blob.length <= std::numeric_limits<quint32>::max() - m_blob.offset;
        if (!sane)
            return refuse(QStringLiteral("blob %1 has an impossible place: %2 bytes at %3")
                              .arg(m_blob.id.shortHex())
                              .arg(m_blob.length)
                              .arg(m_blob.offset));
        m_entries.push_back(m_blob);
        return true;
    }

    bool endPack()
    {
        if (!m_hasPackId)
            return refuse(QStringLiteral("a pack has no id"));
        auto taken = m_sink(m_pack, m_entries);
        return taken || refuse(std::move(taken).error());
    }

    const PackSink &m_sink;
    Field m_field = Field::Other;
    bool m_inPacks = false;
    bool m_inSupersedes = false;
    bool m_inBlobs = false;
    bool m_hasPackId = false;
    unsigned m_seen = 0;
    PackId m_pack;
    PackEntry m_blob;
    std::vector<PackEntry> m_entries;
};

void appendId(QByteArray &out, const Digest &id)
{
    out.append('"').append(toByteArray(id.bytes()).toHex()).append('"');
}

} // namespace

Result<std::vector<FileId>> readIndexDocument(ByteSource &source, const PackSink &sink, const QString &where)
{
    IndexHandler handler(sink);
    SEALIFT_TRY(readJson(source, handler, where));
    return std::move(handler.supersedes);
}

QByteArray writeIndexDocument(std::span<const PendingPack> packs)
{
    constexpr qsizetype kPerPack = 100;
    constexpr qsizetype kPerBlob = 180;
    qsizetype size = 0;
    for (const auto &pack : packs)
        size += kPerPack + kPerBlob * static_cast<qsizetype>(pack.entries.size());
    QByteArray out;
    out.reserve(size);
    out.append("{\"packs\":[");
    for (const auto &pack : packs) {
        out.append(out.endsWith('[') ? "{\"id\":" : ",{\"id\":");
        appendId(out, pack.id);
        out.append(",\"blobs\":[");
        for (const auto &entry : pack.entries) {
            out.append(out.endsWith('[') ? "{\"id\":" : ",{\"id\":");
            appendId(out, entry.id);
            out.append(entry.type == BlobType::Tree ? ",\"type\":\"tree\"" : ",\"type\":\"data\"");
            out.append(",\"offset\":").append(QByteArray::number(entry.offset));
            out.append(",\"length\":").append(QByteArray::number(entry.length));
            if (entry.uncompressedLength != 0)
                out.append(",\"uncompressed_length\":").append(QByteArray::number(entry.uncompressedLength));
            out.append('}');
        }
        out.append("]}");
    }
    return out.append("]}\n");
}

} // namespace sealift
