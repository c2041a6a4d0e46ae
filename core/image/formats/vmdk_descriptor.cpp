#include "image/formats/vmdk_descriptor.h"

#include "image/fields.h"
#include "image/format_fault.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
constexpr qint64 kMaxExtentSectors = qint64{1} << 53;
constexpr int kMaxExtents = 512;
constexpr int kMaxName = 511;
constexpr auto kNoParent = "ffffffff";

QString line(const QByteArray &bytes)
{
    return printableText(viewOf(bytes));
}

/// One parse of one descriptor, line by line.
class DescriptorParser
{
public:
    DescriptorParser(const FileWindow &file, Parents parents)
        : m_fault(file, QStringLiteral("vmdk"))
        , m_parents(parents)
    {
    }

    Result<VmdkDescriptor> parse(ByteView text);

private:
    Status checkPadding(const QByteArray &bytes);
    Status checkText(const QByteArray &bytes);
    Status parseLine(const QByteArray &text);
    Status parseEntry(const QByteArray &key, const QByteArray &value, const QByteArray &text);
    Status parseExtent(const QByteArray &text);
    Status checkName(const QByteArray &name);
    Status checkCreateType();
    Status checkParent();
    Result<QByteArray> contentId(const QByteArray &key, const QByteArray &value);

    FormatFault m_fault;
    const Parents m_parents;
    QByteArray m_parentName;
    QByteArray m_parentId;
    VmdkDescriptor m_descriptor;
    QSet<QByteArray> m_seen;
};

Result<VmdkDescriptor> DescriptorParser::parse(ByteView text)
{
    auto bytes = toByteArray(text);
    if (const auto end = bytes.indexOf('\0'); end >= 0) {
        SEALIFT_TRY(checkPadding(bytes.mid(end)));
        bytes.truncate(end);
    }
    SEALIFT_TRY(checkText(bytes));
    for (const auto &one : bytes.split('\n'))
        SEALIFT_TRY(parseLine(one.trimmed()));
    for (const auto *key : {"version", "CID", "parentCID", "createType"}) {
        if (!m_seen.contains(key))
            return fail(
                m_fault.corrupt(QStringLiteral("descriptor"), QStringLiteral("%1 is missing").arg(QLatin1String(key))));
    }
    SEALIFT_TRY(checkCreateType());
    SEALIFT_TRY(checkParent());
    return std::move(m_descriptor);
}

/// Behind the text there is nothing - but what QEMU leaves there of an earlier text, when it writes another, shorter
/// CID.
Status DescriptorParser::checkPadding(const QByteArray &bytes)
{
    constexpr qsizetype kLongestCid = 8;
    for (auto at = 1 + kLongestCid; at < bytes.size(); ++at) {
        if (bytes.at(at) != '\0')
            return fail(m_fault.unsafe(QStringLiteral("descriptor"),
                                       QStringLiteral("there is something hidden behind its text"),
                                       flattenRemedy(QStringLiteral("vmdk"))));
    }
    return {};
}

/// Plain text, in any script: what one program shows as a line, another must not take for something else. VMware on
/// Windows writes names in that system's code page, and says so.
Status DescriptorParser::checkText(const QByteArray &bytes)
{
    const bool control = std::any_of(bytes.begin(), bytes.end(), [](char character) {
        const auto code = static_cast<unsigned char>(character);
        return (code < 0x20 && character != '\n' && character != '\r' && character != '\t') || code == 0x7f;
    });
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    const bool codePage = bytes.contains("encoding=\"windows-125");
    if (control || (decoder.hasError() && !codePage))
        return fail(m_fault.unsafe(QStringLiteral("descriptor line"), QStringLiteral("is not plain text"),
                                   flattenRemedy(QStringLiteral("vmdk"))));
    return {};
}

Status DescriptorParser::parseLine(const QByteArray &text)
{
    if (text.isEmpty() || text.startsWith('#'))
        return {};
    for (const auto *access : {"RW ", "RW\t", "RDONLY ", "RDONLY\t", "NOACCESS ", "NOACCESS\t"}) {
        if (text.startsWith(access))
            return parseExtent(text);
    }
    static const QRegularExpression entry(QStringLiteral("^([A-Za-z0-9_.:\\-]+)[ \t]*=[ \t]*(\"?)(.*?)\\2$"));
    const auto match = entry.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return fail(m_fault.unsafe(QStringLiteral("descriptor line"),
                                   QStringLiteral("\"%1\" is of no known kind").arg(line(text)),
                                   flattenRemedy(QStringLiteral("vmdk"))));
    return parseEntry(match.captured(1).toLatin1(), match.captured(3).toLatin1(), text);
}

Status DescriptorParser::parseEntry(const QByteArray &key, const QByteArray &value, const QByteArray &text)
{
    if (key.startsWith("ddb.")) // the disk database: geometry, adapter, identifiers; nothing that reading needs
        return {};
    if (key == "parentFileNameHint" && m_parents == Parents::Refuse)
        return fail(m_fault.unsafe(key, QStringLiteral("the disk is only the difference to \"%1\"").arg(line(value)),
                                   flattenRemedy(QStringLiteral("vmdk"))));
    if (key == "parentCID" && value.toLower() != kNoParent && m_parents == Parents::Refuse)
        return fail(
            m_fault.unsafe(key, QStringLiteral("%1: the disk is only the difference to another one").arg(line(value)),
                           flattenRemedy(QStringLiteral("vmdk"))));
    static const QSet<QByteArray> known{"version",          "encoding",          "CID",
                                        "parentCID",        "createType",        "changeTrackPath",
                                        "isNativeSnapshot", "parentFileNameHint"};
    if (!known.contains(key)) {
        if (key.startsWith("encrypt"))
            return fail(
                m_fault.unsupported(key, QStringLiteral("the disk is encrypted"),
                                    QStringLiteral("Decrypt the virtual machine in the program that made it.")));
        return fail(m_fault.unsafe(QStringLiteral("descriptor line"),
                                   QStringLiteral("\"%1\" is of no known kind").arg(line(text)),
                                   flattenRemedy(QStringLiteral("vmdk"))));
    }
    if (m_seen.contains(key))
        return fail(m_fault.corrupt(QStringLiteral("descriptor"), QStringLiteral("%1 is there twice").arg(line(key))));
    m_seen.insert(key);
    if (key == "version" && value != "1" && value != "2" && value != "3" && value != "4")
        return fail(m_fault.unsupported(key, line(value), QStringLiteral("Convert it with the program that made it.")));
    if (key == "createType")
        m_descriptor.createType = line(value);
    if (key == "parentFileNameHint")
        m_parentName = value;
    if (key == "CID") {
        SEALIFT_ASSIGN(m_descriptor.contentId, contentId(key, value));
    }
    if (key == "parentCID" && value.toLower() != kNoParent) {
        SEALIFT_ASSIGN(m_parentId, contentId(key, value));
    }
    return {};
}

Result<QByteArray> DescriptorParser::contentId(const QByteArray &key, const QByteArray &value)
{
    bool good = false;
    const auto number = value.toUInt(&good, 16);
    // What is not followed need not make sense.
    if (!good && m_parents == Parents::Follow)
        return fail(m_fault.corrupt(QString::fromLatin1(key), line(value)));
    return QByteArray::number(number, 16);
}

/// A parent has a name, and a content that the disk is the difference to; or there is none.
Status DescriptorParser::checkParent()
{
    if (m_parentName.isEmpty() != m_parentId.isEmpty())
        return fail(m_fault.unsafe(QStringLiteral("parentCID"),
                                   QStringLiteral("the disk has a parent without a name, or without an id"),
                                   flattenRemedy(QStringLiteral("vmdk"))));
    if (!m_parentName.isEmpty())
        m_descriptor.parent = ParentReference{m_parentName, DiskFormat::Vmdk, m_parentId};
    return {};
}

Status DescriptorParser::checkName(const QByteArray &name)
{
    const auto text = line(name);
    // "json:", "nbd:", "fat:"... before the first colon would be a protocol to QEMU.
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.\\-]*:"));
    bool control = false;
    for (const char character : name)
        control = control || static_cast<unsigned char>(character) < 0x20 || character == 0x7f;
    if (name.isEmpty() || name == "." || name == ".." || name.contains('/') || name.contains('\\') || control ||
        name.size() > kMaxName || scheme.match(QString::fromLatin1(name)).hasMatch())
        return fail(
            m_fault.unsafe(QStringLiteral("extent"),
                           QStringLiteral("\"%1\" is not the plain name of a file beside the descriptor").arg(text),
                           flattenRemedy(QStringLiteral("vmdk"))));
    return {};
}

Status DescriptorParser::parseExtent(const QByteArray &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(RW|RDONLY|NOACCESS)[ \t]+([0-9]{1,18})[ \t]+([A-Z]{1,10})(?:[ \t]+\"([^\"]*)\"(?:[ \t]+([0-9]{1,18}))?)?$"));
    const auto match = form.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return fail(m_fault.unsafe(QStringLiteral("extent line"),
                                   QStringLiteral("\"%1\" has no known form").arg(line(text)),
                                   flattenRemedy(QStringLiteral("vmdk"))));
    VmdkDescriptorExtent extent;
    extent.access = match.captured(1).toLatin1();
    extent.type = match.captured(3).toLatin1();
    extent.name = match.captured(4).toLatin1();
    const auto sectors = match.captured(2).toLongLong();
    const auto offset = match.captured(5).toLongLong();
    static const QSet<QByteArray> known{"FLAT", "SPARSE", "VMFS", "VMFSSPARSE"};
    if (extent.type == "SESPARSE")
        return fail(m_fault.unsupported(
            QStringLiteral("extent type"), QStringLiteral("SESPARSE is a snapshot's undocumented format"),
            QStringLiteral(
                "Consolidate the snapshots, or copy the disk on the ESXi host: vmkfstools -i IMAGE NEW.vmdk")));
    if (extent.type == "VMFSRDM" || extent.type == "VMFSRAW")
        return fail(m_fault.unsafe(QStringLiteral("extent type"),
                                   QStringLiteral("%1 stands for a raw device of its host").arg(line(extent.type)),
                                   QStringLiteral("Copy the device on the ESXi host: vmkfstools -i IMAGE NEW.vmdk")));
    if (!known.contains(extent.type))
        return fail(m_fault.unsupported(QStringLiteral("extent type"), line(extent.type),
                                        QStringLiteral("Convert it with the program that made it.")));
    SEALIFT_TRY(checkName(extent.name));
    const bool empty = sectors == 0 && extent.type != "SPARSE"; // an empty disk has one sparse extent of nothing
    if (empty || sectors > kMaxExtentSectors || offset > kMaxExtentSectors)
        return fail(m_fault.corrupt(QStringLiteral("extent line"), QStringLiteral("\"%1\"").arg(line(text))));
    if (m_descriptor.extents.size() >= kMaxExtents)
        return fail(m_fault.unsupported(
            QStringLiteral("extents"), QStringLiteral("more than %1").arg(kMaxExtents),
            QStringLiteral("Convert it to one file: qemu-img convert -f vmdk -O qcow2 IMAGE NEW.qcow2")));
    extent.length = sectors * kSector;
    extent.offset = offset * kSector;
    if (extent.length > std::numeric_limits<qint64>::max() - m_descriptor.size())
        return fail(
            m_fault.corrupt(QStringLiteral("extents"), QStringLiteral("are larger together than a disk can be")));
    m_descriptor.extents.append(extent);
    return {};
}

Status DescriptorParser::checkCreateType()
{
    const auto &type = m_descriptor.createType;
    const auto all = [this](std::initializer_list<const char *> allowed) {
        return std::all_of(m_descriptor.extents.begin(), m_descriptor.extents.end(), [&](const auto &extent) {
            return std::any_of(allowed.begin(), allowed.end(), [&](const char *name) { return extent.type == name; });
        });
    };
    if (type == QLatin1String("fullDevice") || type == QLatin1String("partitionedDevice") ||
        type == QLatin1String("vmfsRaw") || type.contains(QLatin1String("RawDeviceMap")))
        return fail(m_fault.unsafe(QStringLiteral("createType"),
                                   QStringLiteral("%1 stands for a device of its host").arg(type),
                                   QStringLiteral("Copy the device into an image on its host.")));
    bool fits = false;
    if (type == QLatin1String("monolithicSparse") || type == QLatin1String("streamOptimized"))
        fits = m_descriptor.extents.size() == 1 && all({"SPARSE"});
    else if (type == QLatin1String("monolithicFlat"))
        fits = m_descriptor.extents.size() <= 1 && all({"FLAT"}); // none: an empty disk
    else if (type == QLatin1String("twoGbMaxExtentFlat"))
        fits = all({"FLAT"});
    else if (type == QLatin1String("twoGbMaxExtentSparse"))
        fits = all({"SPARSE"});
    else if (type == QLatin1String("vmfs") || type == QLatin1String("vmfsThin") ||
             type == QLatin1String("vmfsPreallocated") || type == QLatin1String("vmfsEagerZeroedThick"))
        fits = all({"VMFS", "FLAT"});
    else if (type == QLatin1String("vmfsSparse"))
        fits = all({"VMFSSPARSE"});
    else
        return fail(m_fault.unsupported(QStringLiteral("createType"), QStringLiteral("\"%1\"").arg(type),
                                        QStringLiteral("Convert it with the program that made it, or on the ESXi host: "
                                                       "vmkfstools -i IMAGE NEW.vmdk")));
    if (!fits)
        return fail(
            m_fault.corrupt(QStringLiteral("createType"), QStringLiteral("%1 contradicts the extents").arg(type)));
    return {};
}

} // namespace

qint64 VmdkDescriptor::size() const
{
    qint64 total = 0;
    for (const auto &extent : extents)
        total += extent.length;
    return total;
}

Result<VmdkDescriptor> parseVmdkDescriptor(const FileWindow &file, ByteView text, Parents parents)
{
    return DescriptorParser(file, parents).parse(text);
}

} // namespace sealift
